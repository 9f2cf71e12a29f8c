import type { PageZone } from '../../shared/issue/page-dummy.ts'
import type { Candidate } from './fill-page.ts'
import type { CostsOf } from './page-plan.ts'
import { oversetCost } from './story-shape.ts'

/** What passing over one story that came earlier costs, in the units of the shapes. */
const passedOver = 4
/** White rows that a zone may keep at most, each at the cost that shapes give it: more of them and it stays a hole. */
const worst = 400

/**
 * The stories that fill free zones best, zone by zone in reading order; none that does not fit, none that leaves most of
 * a zone white. Earlier stories go first where the difference is small.
 */
export const fillZones = (
  waiting: readonly Candidate[],
  zones: readonly PageZone[],
  costsOf: CostsOf,
): ReadonlyMap<string, Candidate> => {
  const chosen = new Map<string, Candidate>()
  for (const [index, zone] of zones.entries()) {
    const left = waiting.filter((candidate) => ![...chosen.values()].includes(candidate))
    const importance = index === 0 ? 'lead' : 'second'
    const best = left
      .map((candidate, rank) => {
        const fit = costsOf(candidate.piece, importance, zone.span).costs[zone.rows] ?? Number.POSITIVE_INFINITY
        return { candidate, fit, cost: fit + rank * passedOver }
      })
      .filter(({ fit }) => fit < Math.min(worst, oversetCost))
      .sort((a, b) => a.cost - b.cost)[0]
    if (best !== undefined) chosen.set(zone.id, best.candidate)
  }
  return chosen
}
