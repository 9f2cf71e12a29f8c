import { plural } from '../plural.ts'

const deliveries = { one: 'отправление', few: 'отправления', many: 'отправлений' }

/** Words of the week of posts. */
export const schedule = {
  title: 'Расписание',
  open: 'Расписание недели',
  before: 'Неделя раньше',
  after: 'Неделя позже',
  thisWeek: 'Эта неделя',
  week: (from: string, to: string) => `${from} — ${to}`,
  zone: 'время по Москве',
  quiet: (from: string, to: string) => `тихие часы ${from}–${to}`,
  noQuiet: 'тихих часов нет',
  toRules: 'Изменить',
  toPublishing: 'К публикации',
  waiting: (count: number) => `Ждёт без назначенного времени: ${plural(count, deliveries)}.`,
  channel: 'Канал',
  dayHead: (weekday: string, date: string) => `${weekday}, ${date}`,
  today: 'сегодня',
  free: 'Ничего не назначено',
  take: (headline: string) => `Перенести: ${headline}`,
  teaser: 'анонс',
  chosen: 'Выбранное отправление',
  choose: 'Выберите отправление, чтобы изменить его время. То, что ждёт, можно перетащить на другой день.',
  day: 'День',
  time: 'Время по Москве',
  wrongTime: 'Укажите время, например 9:30.',
  move: 'Перенести',
  fixed: 'Время уже не изменить.',
  takeOffer: (when: string) => `Назначить на ${when}`,
} as const
