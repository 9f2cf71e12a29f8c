import type { Audience } from '../assignment/assignment.ts'
import type { Day } from '../calendar/day.ts'
import { compareText } from '../language/sorting.ts'
import { districtOf, federalDistricts } from './region.ts'

/** What an issue says of regions: its stories with what was asked of each. */
export interface IssueGeography {
  readonly serial: string
  readonly day: Day
  readonly stories: readonly { readonly region: string; readonly rubric: string; readonly audience: Audience | null }[]
}

/** A regional organisation as the address book has it. */
interface Organisation {
  readonly name: string
  readonly region: string
  readonly district: string
}

/** A region and how often and when it appeared. */
export interface RegionRow {
  readonly region: string
  /** Empty where nobody said which it is. */
  readonly district: string
  readonly organisations: readonly string[]
  readonly stories: number
  /** The latest issue with it; null where none is known. */
  readonly last: { readonly serial: string; readonly day: Day } | null
  /** Issues after that one; all that are known where it never appeared. */
  readonly missed: number
}

/** How many stories something has, and for whom they are. */
export interface BalanceRow {
  readonly name: string
  readonly stories: number
  readonly members: number
  readonly public: number
  /** For whom nobody said. */
  readonly unsaid: number
}

export interface Geography {
  /** How many issues the stories were counted in. */
  readonly issues: number
  readonly regions: readonly RegionRow[]
  readonly rubrics: readonly BalanceRow[]
  readonly districts: readonly BalanceRow[]
  /** Stories for which no region was named. */
  readonly withoutRegion: number
}

type Story = IssueGeography['stories'][number]

const groupsOf = (stories: readonly Story[], nameOf: (story: Story) => string): ReadonlyMap<string, readonly Story[]> => {
  const groups = new Map<string, Story[]>()
  for (const story of stories) {
    const group = groups.get(nameOf(story))
    if (group) group.push(story)
    else groups.set(nameOf(story), [story])
  }
  return groups
}

const balance = (stories: readonly Story[], nameOf: (story: Story) => string): readonly BalanceRow[] => {
  return [...groupsOf(stories, nameOf)]
    .map(([name, of]) => ({
      name,
      stories: of.length,
      members: of.filter(({ audience }) => audience === 'members').length,
      public: of.filter(({ audience }) => audience === 'public').length,
      unsaid: of.filter(({ audience }) => audience === null).length,
    }))
    .sort((a, b) => b.stories - a.stories || compareText(a.name, b.name))
}

/**
 * Where the newspaper has been (rules U2, U8, U9): the stories of the latest `count` issues, and for each region when it
 * appeared last in all of them. `issues` come the earliest first.
 */
export const geographyOf = (
  issues: readonly IssueGeography[],
  organisations: readonly Organisation[],
  count: number,
): Geography => {
  const counted = issues.slice(Math.max(0, issues.length - count))
  const stories = counted.flatMap((issue) => issue.stories)
  const own = new Map(organisations.filter(({ region }) => region !== '').map(({ region, district }) => [region, district]))
  const district = (region: string): string => districtOf(region) ?? own.get(region) ?? ''
  const lastAt = new Map<string, number>()
  for (const [at, issue] of issues.entries()) for (const { region } of issue.stories) if (region !== '') lastAt.set(region, at)
  const placed = stories.filter(({ region }) => region !== '')
  const ofRegion = groupsOf(placed, ({ region }) => region)
  const names = new Set([...federalDistricts.flatMap(({ regions }) => regions), ...own.keys(), ...lastAt.keys()])
  const order = new Map(federalDistricts.map(({ name }, at) => [name, at]))
  const rank = (name: string): number => order.get(name) ?? order.size
  const regions = [...names]
    .map((region): RegionRow => {
      const at = lastAt.get(region)
      const issue = at === undefined ? undefined : issues[at]
      return {
        region,
        district: district(region),
        organisations: organisations.filter((one) => one.region === region).map(({ name }) => name),
        stories: ofRegion.get(region)?.length ?? 0,
        last: issue ? { serial: issue.serial, day: issue.day } : null,
        missed: issues.length - 1 - (at ?? -1),
      }
    })
    .sort((a, b) => rank(a.district) - rank(b.district) || compareText(a.region, b.region))
  return {
    issues: counted.length,
    regions,
    rubrics: balance(stories, ({ rubric }) => rubric),
    districts: balance(placed, ({ region }) => district(region)),
    withoutRegion: stories.length - placed.length,
  }
}
