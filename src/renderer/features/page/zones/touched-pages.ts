import type { Arrangement } from '../../../../shared/issue/api.ts'
import type { Arranged } from './arrangement.ts'

/** The pages that a change of an arrangement is about: those it is planned on, and those its stories come from and go to. */
export const touchedPages = ({ placements }: Arranged, set: Arrangement): readonly number[] => {
  const pages = new Set(Object.keys(set.dummies).map(Number))
  for (const [article, placement] of Object.entries(set.placements))
    for (const each of [placements[article], placement]) {
      if (each) pages.add(each.page)
      if (each && each.continuation !== null) pages.add(each.continuation)
    }
  return [...pages].sort((a, b) => a - b)
}
