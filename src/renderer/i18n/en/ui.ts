import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'
import { days, hours, lines, minutes } from './nouns.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export const ui: Messages['ui'] = {
  cancel: 'Cancel',
  close: 'Close',
  done: 'Done',
  retry: 'Try again',
  copyCode: 'Copy the code',
  copied: 'Copied',
  errorCode: 'Error code',
  details: 'Details',
  stop: 'Cancel',
  dismiss: 'Dismiss the message',
  messages: 'Messages',
  chooseOne: 'Choose',
  openList: 'Show the list',
  lateBy: (late) =>
    late < hour
      ? `${plural(Math.max(1, Math.floor(late / minute)), minutes)} late`
      : late < day
        ? `${plural(Math.floor(late / hour), hours)} late`
        : `${plural(Math.floor(late / day), days)} late`,
  late: 'late',
  due: (when) => `due ${when}`,
  wasDue: (when) => `was due ${when}`,
  of: (done, all) => `${done} of ${all}`,
  overset: (count) => `${plural(count, lines)} over`,
  underset: (count) => `${plural(count, lines)} short`,
}
