import { plural } from '../plural.ts'

const teasers = { one: 'анонс', few: 'анонса', many: 'анонсов' }

/** Words of the teasers of an issue. */
export const teaser = {
  title: 'Анонсы номера',
  open: 'Анонсы номера',
  propose: 'Предложить анонсы',
  approve: (count: number) => `Утвердить ${plural(count, teasers)}`,
  order: (count: number) => `Назначить ${plural(count, teasers)}`,
  none: 'Анонса ещё нет.',
  storyNotApproved: 'Материал не утверждён: анонс выйдет только после утверждения.',
  refused: 'Назначены не все анонсы:',
  noIssue: 'Номера ещё нет: анонсировать нечего.',
  noChannel: 'Для анонсов нужен канал в Telegram, ВКонтакте или Одноклассниках.',
  noStories: 'На полосах номера ещё нет материалов.',
} as const
