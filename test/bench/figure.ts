import { z } from 'zod'

/** One measured thing: what, in which unit, and how the values lie. */
export const figureSchema = z.object({
  part: z.string(),
  name: z.string(),
  unit: z.enum(['мс', 'МБ', 'шт.', '×']),
  /** How many times it was measured. */
  count: z.number(),
  median: z.number(),
  /** A quarter of the values lies below, a quarter above. */
  low: z.number(),
  high: z.number(),
  /** Of twenty values nineteen are not above this one; null where there are too few. */
  p95: z.number().nullable(),
  /** What it should be: at most so much, by the median or the p95. */
  goal: z.object({ of: z.enum(['median', 'p95']), most: z.number() }).nullable(),
})
export type Figure = z.infer<typeof figureSchema>

export const benchSchema = z.object({
  at: z.string(),
  machine: z.string(),
  memory: z.string(),
  system: z.string(),
  node: z.string(),
  chromium: z.string(),
  /** Processes that wanted a core when measuring began and ended: more than a few tenths, and the figures are too high. */
  load: z.tuple([z.number(), z.number()]),
  /** The same for each part, which may be of another run. */
  loads: z.record(z.string(), z.tuple([z.number(), z.number()])).default({}),
  seconds: z.record(z.string(), z.number()),
  figures: z.array(figureSchema),
})
export type Bench = z.infer<typeof benchSchema>

const quantile = (sorted: readonly number[], part: number): number => {
  const at = (sorted.length - 1) * part
  const low = sorted[Math.floor(at)] ?? 0
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

/** Fewer values say nothing of a twentieth of them. */
const enoughForP95 = 20

export const figure = (
  part: string,
  name: string,
  values: readonly number[],
  { unit = 'мс', goal = null }: { unit?: Figure['unit']; goal?: Figure['goal'] } = {},
): Figure => {
  const sorted = [...values].sort((a, b) => a - b)
  return {
    ...{ part, name, unit, count: sorted.length, goal },
    median: quantile(sorted, 0.5),
    low: quantile(sorted, 0.25),
    high: quantile(sorted, 0.75),
    p95: sorted.length >= enoughForP95 ? quantile(sorted, 0.95) : null,
  }
}

const digits = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2)
export const shown = (value: number): string =>
  value.toLocaleString('ru-RU', { maximumFractionDigits: digits(value), minimumFractionDigits: 0 })

/** «≤ 16 мс (p95)», or a dash. */
export const goalText = ({ goal, unit }: Figure): string =>
  goal === null ? '—' : `≤ ${shown(goal.most)} ${unit}${goal.of === 'p95' ? ' (p95)' : ''}`

/** Is the goal met? Null where there is none. */
export const isMet = ({ goal, median, p95 }: Figure): boolean | null =>
  goal === null ? null : (goal.of === 'p95' ? (p95 ?? median) : median) <= goal.most

/** How a figure reads: median, quarters, p95, goal and whether it is met. */
export const cells = (figure: Figure): readonly string[] => {
  const { name, unit, count, median, low, high, p95 } = figure
  const met = isMet(figure)
  return [
    name,
    `${shown(median)} ${unit}`,
    count > 1 ? `${shown(low)}–${shown(high)}` : '—',
    p95 === null ? '—' : shown(p95),
    goalText(figure),
    met === null ? '' : met ? 'да' : 'нет',
  ]
}
export const heads = ['Что', 'Медиана', 'Половина значений', 'p95', 'Цель', 'Выполнена'] as const
