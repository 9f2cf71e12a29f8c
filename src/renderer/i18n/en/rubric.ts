import type { Cadence } from '../../../shared/rubric/rubric.ts'
import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'

const issues = { one: 'issue', other: 'issues' }

/** Words of the catalogue of rubrics, projects and events. */
export const rubric: Messages['rubric'] = {
  title: 'Rubrics and projects',
  rubrics: 'Rubrics',
  projects: 'Projects',
  events: 'Events',
  newRubric: 'New rubric…',
  newProject: 'New project…',
  newEvent: 'New event…',
  noRubrics: 'There are no rubrics in the catalogue yet: add one to see when it appeared.',
  noProjects: 'There are no projects yet: a programme, contest, marathon or forum the newspaper follows.',
  noEvents: 'No events ahead. Write a date down, and the program reminds of a topic for the right issue.',
  strangers: 'Stand over stories but are not in the catalogue:',
  adopt: (name: string) => `Add the rubric “${name}”`,
  columns: {
    name: 'Rubric',
    owner: 'Owner',
    cadence: 'How often',
    last: 'Last time',
    missed: 'Missed',
    state: 'For the next issue',
    stories: 'Stories',
    project: 'Project',
    kind: 'What it is',
    rhythm: 'Rhythm',
    dates: 'Dates',
    event: 'Event',
    day: 'When',
    issue: 'For issue',
    topic: 'Topic',
  },
  cadence: (cadence: Cadence): string =>
    cadence.kind === 'monthly'
      ? 'once a month'
      : cadence.kind === 'free'
        ? 'as it comes'
        : cadence.every === 1
          ? 'in every issue'
          : `once in ${plural(cadence.every, issues)}`,
  never: 'has not appeared yet',
  missed: (count: number) => (count === 0 ? 'stood in the last one' : plural(count, issues)),
  states: { planned: 'planned', resting: 'can wait', due: 'due', late: 'overdue' },
  plannedIn: (serial: string) => `stands in № ${serial}`,
  closed: 'closed',
  closedProject: 'finished',
  inIssue: (serial: string) => `№ ${serial}`,
  dates: (from: string, to: string) =>
    from === '' ? (to === '' ? 'not set' : `until ${to}`) : to === '' ? `from ${from}` : `${from} — ${to}`,
  kinds: { programme: 'programme', contest: 'contest', marathon: 'marathon', forum: 'forum' },
  rhythms: { monthly: 'every month', yearly: 'every year', once: 'once' },
  yearly: 'every year',
  noIssue: 'no issue made yet',
  propose: 'To topics',
  give: 'Assign',
  proposeOf: (name: string) => `Propose a topic: ${name}`,
  giveOf: (name: string) => `Assign: ${name}`,
  openStory: (headline: string) => headline || 'without a headline',
  form: {
    rubric: 'Rubric',
    project: 'Project',
    event: 'Event',
    name: 'Name',
    nameError: 'Give it a name.',
    owner: 'Owner',
    nobody: 'nobody',
    cadence: 'How often it appears',
    cadences: { issues: 'once in some issues', monthly: 'once a month', free: 'as it comes' },
    every: 'Once in how many issues',
    everyError: 'A whole number from 1 to 60.',
    audience: 'For whom',
    note: 'Note',
    closed: 'Does not appear any longer',
    closedProject: 'Finished',
    kind: 'What it is',
    rhythm: 'Rhythm',
    from: 'Begins',
    to: 'Ends',
    datesError: 'It ends before it begins.',
    usualRubric: 'Under which rubric',
    day: 'Day',
    dayError: 'Name the day.',
    yearly: 'Comes again every year',
    story: 'The story comes out',
    stories: { before: 'before it: a notice', after: 'after it: a report' },
    topic: 'What to write about',
    topicHint: 'Empty: the topic is called like the event.',
    region: 'Region',
    ofProject: 'Project',
    noProject: 'no project',
    save: 'Save',
    remove: 'Remove the event',
  },
}
