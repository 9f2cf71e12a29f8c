import { canonicalJson } from '../../../../shared/article/content.ts'
import type { Arrangement } from '../../../../shared/issue/api.ts'
import type { Issue } from '../../../../shared/issue/issue.ts'

/** What a person arranges of an issue: where articles stand, and the plans of pages. */
export type Arranged = Pick<Issue, 'placements' | 'dummies'>

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

const changedKeys = <T>(before: Readonly<Record<string, T>>, after: Readonly<Record<string, T>>): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !same(before[key], after[key]))

const pick = <T>(values: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T | null> =>
  Object.fromEntries(keys.map((key) => [key, values[key] ?? null]))

/** A change of an arrangement, and what stood in the same places before. */
export interface ArrangedStep {
  readonly set: Arrangement
  readonly replaced: Arrangement
}

/** What leads from one arrangement to another; null where they are the same. */
export const stepBetween = (before: Arranged, after: Arranged): ArrangedStep | null => {
  const placements = changedKeys(before.placements, after.placements)
  const dummies = changedKeys(before.dummies, after.dummies)
  if (placements.length + dummies.length === 0) return null
  return {
    set: { placements: pick(after.placements, placements), dummies: pick(after.dummies, dummies) },
    replaced: { placements: pick(before.placements, placements), dummies: pick(before.dummies, dummies) },
  }
}

const withValues = <T>(values: Readonly<Record<string, T>>, changes: Readonly<Record<string, T | null>>): Record<string, T> => {
  const result = { ...values }
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) delete result[key]
    else result[key] = value
  }
  return result
}

export const withArrangement = (arranged: Arranged, set: Arrangement): Arranged => ({
  placements: withValues(arranged.placements, set.placements),
  dummies: withValues(arranged.dummies, set.dummies),
})

/** Does an arrangement still have what a step had set? */
export const stillHas = (arranged: Arranged, set: Arrangement): boolean =>
  Object.entries(set.placements).every(([id, value]) => same(arranged.placements[id], value)) &&
  Object.entries(set.dummies).every(([page, value]) => same(arranged.dummies[page], value))

/**
 * Two steps, one after the other, as one; null where what the first had set was something else by the time of the second:
 * taking both back at once would take back another person's change.
 */
export const joinedSteps = (first: ArrangedStep, second: ArrangedStep): ArrangedStep | null => {
  const { placements, dummies } = second.replaced
  const meets = (set: Readonly<Record<string, unknown>>, found: Readonly<Record<string, unknown>>): boolean =>
    Object.entries(set).every(([key, value]) => !Object.hasOwn(found, key) || same(found[key], value))
  if (!meets(first.set.placements, placements) || !meets(first.set.dummies, dummies)) return null
  return {
    set: {
      placements: { ...first.set.placements, ...second.set.placements },
      dummies: { ...first.set.dummies, ...second.set.dummies },
    },
    replaced: {
      placements: { ...placements, ...first.replaced.placements },
      dummies: { ...dummies, ...first.replaced.dummies },
    },
  }
}
