import { plural } from '../plural.ts'

const deliveries = { one: 'отправление', few: 'отправления', many: 'отправлений' }

/** Words of the screen of publishing. */
export const publishing = {
  title: 'Публикация',
  articles: 'Утверждённые материалы',
  untitled: 'Без заголовка',
  noArticles: 'Утверждённых материалов нет: опубликовать можно только утверждённое.',
  toArticles: 'К материалам',
  toMailing: 'Письмо о номере',
  noChannels: 'Ни один канал не подключён.',
  toChannels: 'Подключить канал',
  choose: 'Выберите материал, чтобы увидеть его в каналах.',
  notApproved: 'Этот материал нельзя опубликовать: он не утверждён или изменён после утверждения.',
  openText: 'Открыть текст',
  channels: 'Каналы',
  notConnected: 'Канал не подключён',
  connect: 'Настроить',
  preview: 'Как это будет выглядеть',
  previewLoading: 'Собираем вид в канале…',
  part: (number: number, all: number) => `Пост ${number} из ${all}`,
  counter: (length: string, limit: string) => `${length} из ${limit}`,
  counterName: (length: string, limit: string) => `Занято знаков: ${length} из ${limit}`,
  counterFree: (length: string) => `Знаков: ${length}. Ограничения нет`,
  tooLong: 'не помещается',
  photo: (number: number) => `Фото ${number}`,
  link: 'Открыть публикацию',
  publish: 'Опубликовать',
  publishAgain: 'Опубликовать новую версию',
  when: 'Когда',
  now: 'сейчас',
  later: 'в указанное время',
  time: 'Время',
  pastTime: 'Это время уже прошло.',
  badTime: 'Укажите день и время.',
  queuedFor: (when: string) => `выйдет ${when}`,
  publishedAt: (when: string) => `вышло ${when}`,
  attempts: (count: number) => `попыток: ${count}`,
  cancel: 'Отменить отправление',
  sendAgain: 'Отправить снова',
  sendAnyway: 'Отправить',
  notSent: 'Ещё не отправлялось',
  unknown: {
    explain: 'Ответа канала нет: пост мог выйти. Посмотрите в канале и скажите, что там.',
    open: 'Открыть канал',
    out: 'Вышел',
    notOut: 'Не вышел, отправить снова',
    check: 'Проверить на сайте',
    found: 'Публикация на месте: отправление отмечено вышедшим.',
    absent: 'Публикации в канале нет.',
  },
  outDialog: {
    title: 'Пост вышел',
    explain: 'Вставьте ссылку на пост из канала: по ней его найдут читатели и отчёт.',
    address: 'Ссылка на пост',
    hint: 'Можно оставить пустой, если ссылки нет',
    wrong: 'Ссылка должна начинаться с https://',
    confirm: 'Отметить вышедшим',
    all: 'Вышло всё',
    rest: 'Вышел этот, отправить остальные',
  },
  againDialog: {
    title: 'Отправить снова?',
    explain: 'Если пост всё-таки вышел, в канале их станет два. Сначала проверьте канал.',
    confirm: 'Не вышел, отправить',
  },
  list: {
    title: 'Отправления',
    empty: 'Отправлений ещё не было.',
    status: 'Состояние',
    article: 'Материал',
    channel: 'Канал',
    note: 'Пояснение',
    actions: 'Действия',
    show: 'Показать',
  },
  paused: {
    label: 'Отправка приостановлена',
    takeOver: 'Отправлять отсюда',
    title: 'Отправлять из этой папки?',
    explain:
      'Отправлять может только одна копия редакции. Если вы продолжите, отсюда станут уходить все новые публикации, а прежняя копия остановится.',
    unknown: (count: number) =>
      count === 0
        ? 'Незавершённых отправлений нет.'
        : `Исход не доказан: ${plural(count, deliveries)}. Для них станет «результат неизвестен», и по каждому нужно будет посмотреть в канал и решить.`,
    confirm: 'Отправлять отсюда',
    done: (count: number) =>
      count === 0
        ? 'Теперь публикации уходят отсюда.'
        : `Теперь публикации уходят отсюда. Нужно решить: ${plural(count, deliveries)}.`,
  },
} as const
