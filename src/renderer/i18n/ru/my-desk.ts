import { plural } from '../plural.ts'
import { articles, days, lines, minutes } from './nouns.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** «5 ч 12 мин», «2 дня», «1 минуту»: what is left until a moment, after «через». */
const left = (milliseconds: number): string => {
  if (milliseconds >= 2 * day) return plural(Math.floor(milliseconds / day), days)
  if (milliseconds >= hour) {
    const rest = Math.floor((milliseconds % hour) / minute)
    return `${Math.floor(milliseconds / hour)}\u00a0ч${rest === 0 ? '' : ` ${rest}\u00a0мин`}`
  }
  return plural(Math.max(1, Math.floor(milliseconds / minute)), minutes)
}

/** «Мой стол»: what is late, what waits, what is in hand. */
export const myDesk = {
  title: 'Мой стол',
  scope: 'Чей стол',
  mine: 'Моё',
  everybody: 'Вся редакция',
  newTopic: 'Тема',
  nobody: 'Скажите, кто вы: стол покажет то, что ждёт именно вас.',
  noIssue: 'Номера ещё нет: заведите его, и на столе появятся сроки.',
  dayOf: (serial: string) => `Сроки № ${serial}`,
  stage: {
    assign: 'Задания',
    file: 'Сдача',
    edit: 'Редактура',
    proofread: 'Вычитка',
    layout: 'Вёрстка',
    press: 'Подпись в печать',
  },
  stageDone: {
    assign: (done: number, all: number) => `дано ${done} из ${all}`,
    file: (done: number, all: number) => `сдано ${done} из ${all}`,
    edit: (done: number, all: number) => `готово ${done} из ${all}`,
    proofread: (done: number, all: number) => `вычитано ${done} из ${all}`,
    layout: (done: number, all: number) => `на полосах ${done} из ${all}`,
    press: (done: number, all: number) => `утверждено ${done} из ${all}`,
  },
  inTime: (milliseconds: number) => `через ${left(milliseconds)}`,
  heap: {
    late: 'Опаздывает',
    waiting: { mine: 'Ждёт меня', everybody: 'Ждёт кого-нибудь' },
    today: { mine: 'Моё сегодня', everybody: 'В работе на сегодня' },
    ahead: 'Дальше',
  },
  deposits: {
    title: 'Обязательный экземпляр',
    row: (serial: string) => `№ ${serial}`,
    due: (day: string) => `печатные — в день выхода, электронные — до ${day}`,
    prepare: 'Собрать файлы',
    preparing: 'Собираем файлы…',
    prepared: (folder: string) => `Файлы и памятка, что и куда послать: ${folder}`,
    sent: 'Отправлено',
    settled: (serial: string) => `Обязательный экземпляр № ${serial} отправлен.`,
    undo: 'Вернуть',
  },
  todayEmpty: 'На сегодня в работе ничего нет.',
  more: (count: number) => `и ещё ${plural(count, articles)}: сузьте список в «Материалах»`,
  allDone: 'На сегодня всё.',
  nearest: (when: string) => `Ближайший срок: ${when}.`,
  noDue: 'Сроков впереди нет.',
  reason: {
    topic: 'тема ждёт решения',
    noPeople: 'нет исполнителя',
    write: 'задание',
    returned: 'вернули с замечанием',
    edit: 'ждёт редактуры',
    proofread: 'ждёт вычитки',
    approve: 'ждёт подписи',
    changed: 'изменён после подписи',
    variant: 'вариант для канала ждёт подписи',
    place: 'нет места на полосе',
    photos: 'просят снимки, их ещё нет',
    publish: 'утверждён, можно публиковать',
    chase: 'срок прошёл',
  },
  write: { assigned: 'задание, не начато', inProgress: 'в работе' },
  staleVariant: 'вариант для канала составлен по прежнему тексту',
  corrects: (serial: string, page: number) => `к ошибке в № ${serial}, с. ${page}`,
  place: (serial: string, page: number | null) => (page === null ? `в № ${serial}` : `с. ${page}`),
  lines: (count: number) => plural(count, lines),
  open: 'Открыть',
  assignment: 'Задание…',
  preview: 'Просмотр',
  previewHint: 'Пробел показывает здесь материал, Enter открывает его.',
  closePreview: 'Убрать просмотр',
  empty: 'Текста ещё нет.',
  asked: 'Задание',
  news: 'Новое',
  newsEmpty: 'Пока ничего: здесь появится, что сделали другие.',
  unread: 'новое',
  did: {
    assign: 'дал задание',
    start: 'взял в работу',
    file: 'сдал',
    edit: 'отредактировал',
    proofread: 'вычитал',
    approve: 'утвердил',
    return: 'вернул',
    hold: 'отложил',
    resume: 'вернул из отложенных',
    spike: 'снял',
    restore: 'восстановил',
    import: 'принят из файла',
    create: 'предложил',
    publish: 'вышел в канале',
  },
  somebody: 'редакция',
  untitled: 'Без заголовка',
  done: (headline: string, step: string) => `«${headline}»: ${step}`,
} as const
