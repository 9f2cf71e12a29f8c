import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'
import { articles, days, lines, minutes } from './nouns.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const left = (milliseconds: number): string => {
  if (milliseconds >= 2 * day) return plural(Math.floor(milliseconds / day), days)
  if (milliseconds >= hour) {
    const rest = Math.floor((milliseconds % hour) / minute)
    return `${Math.floor(milliseconds / hour)} h${rest === 0 ? '' : ` ${rest} min`}`
  }
  return plural(Math.max(1, Math.floor(milliseconds / minute)), minutes)
}

export const myDesk: Messages['myDesk'] = {
  title: 'My desk',
  scope: 'Whose desk',
  mine: 'Mine',
  everybody: 'The whole newsroom',
  newTopic: 'Topic',
  nobody: 'Say who you are: the desk shows what waits for you.',
  noIssue: 'There is no issue yet: make one, and its deadlines will stand here.',
  dayOf: (serial) => `Deadlines of no. ${serial}`,
  stage: {
    assign: 'Assignments',
    file: 'Filing',
    edit: 'Editing',
    proofread: 'Proofreading',
    layout: 'Layout',
    press: 'Press sign-off',
  },
  stageDone: {
    assign: (done, all) => `given ${done} of ${all}`,
    file: (done, all) => `filed ${done} of ${all}`,
    edit: (done, all) => `done ${done} of ${all}`,
    proofread: (done, all) => `read ${done} of ${all}`,
    layout: (done, all) => `on pages ${done} of ${all}`,
    press: (done, all) => `approved ${done} of ${all}`,
  },
  inTime: (milliseconds) => `in ${left(milliseconds)}`,
  heap: {
    late: 'Late',
    waiting: { mine: 'Waiting for me', everybody: 'Waiting for somebody' },
    today: { mine: 'Mine today', everybody: 'In hand for today' },
    ahead: 'Later',
  },
  deposits: {
    title: 'Legal deposit',
    row: (serial) => `No. ${serial}`,
    due: (day) => `printed copies on the day of publication, electronic ones by ${day}`,
    prepare: 'Gather the files',
    preparing: 'Gathering the files…',
    prepared: (folder) => `The files, and a note of what goes where: ${folder}`,
    sent: 'Sent',
    settled: (serial) => `The legal deposit of no. ${serial} is sent.`,
    undo: 'Take back',
  },
  todayEmpty: 'Nothing in hand for today.',
  more: (count) => `and ${plural(count, articles)} more: narrow the list down in Articles`,
  allDone: 'That is all for today.',
  nearest: (when) => `Next deadline: ${when}.`,
  noDue: 'No deadlines ahead.',
  reason: {
    topic: 'topic awaits a decision',
    noPeople: 'nobody assigned',
    write: 'assignment',
    returned: 'returned with a remark',
    edit: 'awaits editing',
    proofread: 'awaits proofreading',
    approve: 'awaits signature',
    changed: 'changed after approval',
    variant: 'a variant for a channel waits for a signature',
    place: 'has no place on a page',
    photos: 'photos are asked for, none yet',
    publish: 'approved, may be published',
    chase: 'its time has passed',
  },
  write: { assigned: 'assigned, not begun', inProgress: 'in hand' },
  staleVariant: 'a variant for a channel was written for an earlier text',
  corrects: (serial: string, page: number) => `puts No. ${serial}, p. ${page} right`,
  place: (serial, page) => (page === null ? `for no. ${serial}` : `p. ${page}`),
  lines: (count) => plural(count, lines),
  open: 'Open',
  assignment: 'Assignment…',
  preview: 'Preview',
  previewHint: 'Space shows an article here, Enter opens it.',
  closePreview: 'Close the preview',
  empty: 'No text yet.',
  asked: 'Assignment',
  news: 'News',
  newsEmpty: 'Nothing yet: what others have done will stand here.',
  unread: 'new',
  did: {
    assign: 'assigned',
    start: 'took up',
    file: 'filed',
    edit: 'edited',
    proofread: 'proofread',
    approve: 'approved',
    return: 'returned',
    hold: 'put on hold',
    resume: 'took off hold',
    spike: 'spiked',
    restore: 'restored',
    import: 'taken from a file',
    create: 'proposed',
    publish: 'published in a channel',
  },
  somebody: 'newsroom',
  untitled: 'Untitled',
  done: (headline, step) => `“${headline}”: ${step}`,
}
