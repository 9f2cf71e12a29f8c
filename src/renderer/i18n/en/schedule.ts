import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'

const deliveries = { one: 'delivery', other: 'deliveries' }

export const schedule: Messages['schedule'] = {
  title: 'Schedule',
  open: 'Schedule of the week',
  before: 'Week before',
  after: 'Week after',
  thisWeek: 'This week',
  week: (from, to) => `${from} — ${to}`,
  zone: 'Moscow time',
  quiet: (from, to) => `quiet hours ${from}–${to}`,
  noQuiet: 'no quiet hours',
  toRules: 'Change',
  toPublishing: 'To publishing',
  waiting: (count) => `Waiting without a time: ${plural(count, deliveries)}.`,
  channel: 'Channel',
  dayHead: (weekday, date) => `${weekday}, ${date}`,
  today: 'today',
  free: 'Nothing is planned',
  take: (headline) => `Move: ${headline}`,
  teaser: 'teaser',
  chosen: 'The chosen delivery',
  choose: 'Choose a delivery to change its time. What is waiting can be dragged to another day.',
  day: 'Day',
  time: 'Time in Moscow',
  wrongTime: 'Give a time, for example 9:30.',
  move: 'Move',
  fixed: 'The time can’t be changed any more.',
  takeOffer: (when) => `Set it for ${when}`,
}
