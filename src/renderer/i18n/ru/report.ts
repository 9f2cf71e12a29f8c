import { plural } from '../plural.ts'

const publications = { one: 'публикация', few: 'публикации', many: 'публикаций' }
const stories = { one: 'материал', few: 'материала', many: 'материалов' }

/** Words of the delivery log and of the report. */
export const report = {
  openLog: 'Журнал отправлений',
  open: 'Отчёт о публикациях',
  title: 'Отчёт о публикациях',
  back: 'К публикациям',
  period: 'За какое время',
  periods: { week: 'Неделя', month: 'Месяц', quarter: 'Три месяца', year: 'Год', own: 'Свои даты' },
  from: 'С какого дня',
  to: 'По какой день',
  badDates: 'Первый день позже последнего.',
  empty: 'За это время ничего не выходило.',
  total: (count: number, of: number) => `${plural(count, publications)}, ${plural(of, stories)}`,
  byChannel: 'По каналам',
  byRubric: 'По рубрикам',
  noRubric: 'без рубрики',
  name: { channel: 'Канал', rubric: 'Рубрика' },
  publications: 'Публикаций',
  articles: 'Материалов',
  lines: 'Публикации',
  when: 'Вышло',
  article: 'Материал',
  state: 'Состояние',
  states: { out: 'вышло', corrected: 'исправлено', removed: 'отозвано' },
  link: 'Открыть',
  log: {
    title: 'Журнал отправлений',
    empty: 'Этот материал ещё никуда не отправляли.',
    when: 'Когда',
    what: 'Что',
    channel: 'Канал',
    status: 'Состояние',
    text: 'Текст, как он ушёл',
    orderedBy: (name: string) => `заказал: ${name}`,
    attempts: (count: number) => `попыток: ${count}`,
    purposes: { post: 'публикация', edit: 'исправление', remove: 'отзыв' },
    link: 'Открыть',
    noText: 'текста нет',
  },
  export: 'Сохранить таблицу (CSV)',
  exported: (file: string) => `Таблица записана: ${file}`,
  loading: 'Читаем…',
} as const
