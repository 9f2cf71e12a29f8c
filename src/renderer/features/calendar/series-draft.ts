import { type Series, usualDeadlines } from '../../../shared/calendar/series.ts'

/** A series as its form holds it: every value as text. Templates are by kind of page, as people think of them. */
export interface SeriesDraft {
  readonly name: string
  readonly weekday: string
  readonly since: string
  readonly pages: string
  readonly columns: '4' | '5' | '6'
  readonly pressDays: string
  readonly pressTime: string
  /** One deadline a line: hours before press time, then its name. */
  readonly deadlines: string
  /** One standing rubric a line: its page, then its name. */
  readonly rubrics: string
  readonly templates: { readonly first: string; readonly inner: string; readonly last: string }
}

/** Stands for «no template» where a value is needed. */
export const noTemplate = 'none'

const columnTexts = { 4: '4', 5: '5', 6: '6' } as const
const columnCounts = { '4': 4, '5': 5, '6': 6 } as const

/** A fresh series of a newspaper. */
export const freshSeries = (name: string, weekday: number, since: string): Omit<Series, 'id'> => ({
  ...{ name, weekday, since, everyWeeks: 1, until: null, pages: 16, columns: 5 },
  press: { daysBefore: 1, time: '18:00' },
  deadlines: usualDeadlines,
  rubrics: [],
  templates: {},
})

export const draftOf = (series: Omit<Series, 'id'>, typedDay: (day: string) => string): SeriesDraft => ({
  name: series.name,
  weekday: String(series.weekday),
  since: typedDay(series.since),
  pages: String(series.pages),
  columns: columnTexts[series.columns],
  pressDays: String(series.press.daysBefore),
  pressTime: series.press.time,
  deadlines: series.deadlines.map(({ name, hoursBefore }) => `${hoursBefore} ${name}`).join('\n'),
  rubrics: series.rubrics.map(({ rubric, page }) => `${page} ${rubric}`).join('\n'),
  templates: {
    first: series.templates[1] ?? noTemplate,
    inner: series.templates[2] ?? noTemplate,
    last: series.templates[series.pages] ?? noTemplate,
  },
})

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const numbered = /^(\d{1,4})\s+(.{1,80})$/

/** The first line that does not begin with a number and go on with words; null when all do. */
export const wrongLine = (text: string): string | null => linesOf(text).find((line) => !numbered.test(line)) ?? null

const pairsOf = (text: string): readonly (readonly [number, string])[] =>
  linesOf(text).flatMap((line) => {
    const match = numbered.exec(line)
    return match ? [[Number(match[1]), match[2] ?? ''] as const] : []
  })

const isCount = (text: string, least: number, most: number): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most

/** The fields whose value can't be taken; `since` is what the typed day was read as. */
export const faultsOf = (draft: SeriesDraft, since: string | null): ReadonlySet<keyof SeriesDraft> => {
  const faults = new Set<keyof SeriesDraft>()
  if (draft.name.trim() === '') faults.add('name')
  if (since === null) faults.add('since')
  if (!isCount(draft.pages, 1, 64)) faults.add('pages')
  if (!isCount(draft.pressDays, 0, 30)) faults.add('pressDays')
  if (!/^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(draft.pressTime.trim())) faults.add('pressTime')
  if (wrongLine(draft.deadlines) !== null) faults.add('deadlines')
  if (wrongLine(draft.rubrics) !== null) faults.add('rubrics')
  return faults
}

/** The series a draft stands for; null while a field can't be taken. */
export const seriesOf = (draft: SeriesDraft, since: string | null): Omit<Series, 'id' | 'until' | 'everyWeeks'> | null => {
  if (since === null || faultsOf(draft, since).size > 0) return null
  const pages = Number(draft.pages)
  const { first, inner, last } = draft.templates
  const templates = Array.from({ length: pages }, (_, at) => at + 1).flatMap((page) => {
    const template = page === 1 ? first : page === pages ? last : inner
    return template === noTemplate ? [] : [[String(page), template] as const]
  })
  return {
    name: draft.name.trim(),
    weekday: Number(draft.weekday),
    since,
    pages,
    columns: columnCounts[draft.columns],
    press: { daysBefore: Number(draft.pressDays), time: draft.pressTime.trim().padStart(5, '0') },
    deadlines: pairsOf(draft.deadlines).map(([hoursBefore, name]) => ({ name, hoursBefore })),
    rubrics: pairsOf(draft.rubrics).map(([page, rubric]) => ({ rubric, page })),
    templates: Object.fromEntries(templates),
  }
}
