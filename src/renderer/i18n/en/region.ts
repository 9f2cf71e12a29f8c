import { plural } from '../plural.ts'
import type { Messages } from '../ru.ts'
import { articles } from './nouns.ts'

const issues = { one: 'issue', other: 'issues' }

/** Words of the geography of issues. */
export const region: Messages['region'] = {
  title: 'Geography of the issue',
  period: 'Over how many issues',
  periods: { 1: 'the last issue', 4: 'the last 4', 12: 'the last 12', 52: 'the last 52', 10000: 'all issues' },
  regions: 'Regions and organisations',
  byRubric: 'Rubrics and readers',
  byDistrict: 'Districts',
  district: 'District',
  allDistricts: 'all districts',
  otherDistrict: 'no district given',
  show: 'Show',
  shown: { all: 'all regions', silent: 'not written about', present: 'written about' },
  columns: {
    region: 'Region',
    district: 'District',
    organisations: 'Organisations',
    stories: 'Stories',
    last: 'Last time',
    missed: 'Issues since',
    rubric: 'Rubric',
    members: 'For members',
    public: 'For authorities, media, partners',
    unsaid: 'Not said',
  },
  never: 'never appeared',
  missed: (count: number) => plural(count, issues),
  noRubric: 'without a rubric',
  summary: (present: number, all: number, count: number) => `${present} of ${all} regions in ${plural(count, issues)}`,
  withoutRegion: (count: number) => `No region named: ${plural(count, articles)}. It is named in the assignment of a story.`,
  empty: 'Nothing stands in any issue yet.',
  export: 'Save the table',
  exported: (file: string) => `The table is saved: ${file}`,
}
