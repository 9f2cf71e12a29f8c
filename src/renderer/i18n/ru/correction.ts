import { plural } from '../plural.ts'

const places = { one: 'месте', few: 'местах', many: 'местах' }

/** Words of corrections and retractions. */
export const correction = {
  outIn: (count: number) => `Вышло в ${plural(count, places)}`,
  printedIn: (issue: string, page: number) => `напечатано в № ${issue}, с. ${page}`,
  open: 'Исправить или отозвать…',
  title: 'Исправить вышедшее',
  kind: 'Что сделать',
  kinds: { correction: 'Исправить везде', retraction: 'Отозвать отовсюду' },
  explain: {
    correction: 'Во все места уйдёт утверждённый сейчас текст. Сначала исправьте материал и дайте его утвердить.',
    retraction: 'Публикации будут убраны отовсюду, где это возможно. Вернуть их нельзя.',
  },
  wrong: 'Что было неверно',
  wrongHint: 'Словами, как напечатано: они войдут в заметку следующего номера',
  right: 'Как верно',
  places: 'Где вышло',
  noPlaces: 'В каналах материала нет.',
  printedNote: (issue: string, page: number) =>
    `Напечатано в № ${issue}, с. ${page}. В следующий номер встанет заметка «Поправка»; сама полоса не изменится.`,
  state: {
    differs: 'другой текст, будет исправлено',
    same: 'уже утверждённый текст',
    cannotEdit: 'канал не даёт исправить: сделайте это там сами',
    willRemove: 'будет убрано',
    cannotRemove: 'канал не даёт убрать: сделайте это там сами',
  },
  confirm: { correction: 'Исправить везде', retraction: 'Отозвать' },
  ordered: { correction: 'Исправление отправлено во все места.', retraction: 'Отзыв отправлен во все места.' },
  past: 'Исправления',
  byHand: 'Сделано вручную',
  notice: (issue: string | null, page: number | null) =>
    page !== null
      ? `Заметка стоит в № ${issue}, с. ${page}`
      : issue !== null
        ? `Заметка назначена в № ${issue}, на полосе её пока нет`
        : 'Заметка готова; номера, в который она встанет, ещё нет',
  openNotice: 'Открыть заметку',
  inIssue: 'В номере исправлено',
  noteOf: { correction: 'Поправка к материалу', retraction: 'Опровержение материала' },
  page: (page: number) => `с. ${page}`,
  was: (words: string) => `Напечатано: «${words}».`,
  isNow: (words: string) => `Следует читать: «${words}».`,
} as const
