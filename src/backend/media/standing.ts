import { type Day, dayOf } from '../../shared/calendar/day.ts'
import type { MediumStanding, PictureUse } from '../../shared/media/api.ts'
import type { MediumCard } from '../../shared/media/card.ts'
import { type Gap, rightsOf, weightOf } from '../../shared/media/rights.ts'
import type { Newsroom } from '../newsroom.ts'
import type { Medium } from './medium-type.ts'

/** What a picture's rights lack on a day, and how that weighs after what somebody let pass (rules U26 and U27). */
export interface MediumRights {
  readonly gaps: readonly Gap[]
  readonly standing: MediumStanding
}

const standingOf = (gaps: readonly Gap[], pass: Medium['pass']): MediumStanding => {
  const weights = gaps.map(weightOf)
  if (weights.includes('law')) return 'law'
  if (weights.includes('editor')) return pass ? 'passed' : 'editor'
  return weights.length > 0 ? 'advice' : 'none'
}

export const rightsIn = ({ card, pass }: Medium, use: 'print' | 'web', day: Day): MediumRights => {
  const gaps = rightsOf(card ?? null, use, day)
  return { gaps, standing: standingOf(gaps, pass) }
}

/** A licence that leaves one of the two out is no fault of a picture that may go anywhere. */
const usesOf = (use: PictureUse, card: MediumCard | undefined): readonly ('print' | 'web')[] => {
  if (use === 'everywhere') return ['print', 'web']
  if (use !== 'anywhere') return [use]
  return card?.licence.use === 'web' ? ['web'] : ['print']
}

/** The same for several uses: what any of them lacks, each thing once. */
export const rightsFor = ({ card, pass }: Medium, use: PictureUse, day: Day): MediumRights => {
  const all = usesOf(use, card).flatMap((each) => rightsOf(card ?? null, each, day))
  const known = new Map(all.map((gap) => [JSON.stringify(gap), gap]))
  const gaps = [...known.values()]
  return { gaps, standing: standingOf(gaps, pass) }
}

/** The day on which a picture in an issue is seen: the issue's, or today where that is past or there is none (rule U26). */
export const dayShown = ({ issues, environment }: Pick<Newsroom, 'issues' | 'environment'>, issue: string | null): Day => {
  const today = dayOf(environment.now())
  const planned = issue === null ? undefined : issues.entry(issue)?.plannedFor
  return planned !== undefined && planned > today ? planned : today
}
