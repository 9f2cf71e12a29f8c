import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'

const publications = { one: 'publication', other: 'publications' }
const stories = { one: 'story', other: 'stories' }

export const report: Messages['report'] = {
  openLog: 'Delivery log',
  open: 'Report on publications',
  title: 'Report on publications',
  back: 'To publishing',
  period: 'What time',
  periods: { week: 'A week', month: 'A month', quarter: 'Three months', year: 'A year', own: 'Own dates' },
  from: 'From the day',
  to: 'To the day',
  badDates: 'The first day is later than the last one.',
  empty: 'Nothing came out in this time.',
  total: (count: number, of: number) => `${plural(count, publications)}, ${plural(of, stories)}`,
  byChannel: 'By channel',
  byRubric: 'By rubric',
  noRubric: 'no rubric',
  name: { channel: 'Channel', rubric: 'Rubric' },
  publications: 'Publications',
  articles: 'Stories',
  lines: 'Publications',
  when: 'Came out',
  article: 'Story',
  state: 'State',
  states: { out: 'out', corrected: 'corrected', removed: 'taken back' },
  link: 'Open',
  log: {
    title: 'Delivery log',
    empty: 'This story has not been sent anywhere yet.',
    when: 'When',
    what: 'What',
    channel: 'Channel',
    status: 'State',
    text: 'The text as it was sent',
    orderedBy: (name: string) => `ordered by ${name}`,
    attempts: (count: number) => `attempts: ${count}`,
    purposes: { post: 'publication', edit: 'correction', remove: 'retraction' },
    link: 'Open',
    noText: 'no text',
  },
  export: 'Save the table (CSV)',
  exported: (file: string) => `The table is in ${file}`,
  loading: 'Reading…',
}
