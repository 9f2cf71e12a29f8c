import type { Day } from '../calendar/day.ts'
import type { MediumCard, ShownPerson } from './card.ts'

/** What may be missing of a picture's rights. */
export const gapKinds = [
  'card',
  'author',
  'licence',
  'source',
  'licenceEnded',
  'licenceUse',
  'consent',
  'consentEnded',
  'minor',
  'minorEnded',
] as const
export type GapKind = (typeof gapKinds)[number]

/** How a gap weighs: `law` leaves no choice, `editor` may be let pass with a reason, `advice` stops nothing. */
export type GapWeight = 'law' | 'editor' | 'advice'

/** Something that a picture's rights lack. */
export interface Gap {
  readonly kind: GapKind
  /** The person it is about; empty where it is about the picture or nobody wrote the name down. */
  readonly person: string
  /** The day the licence or the consent ended; null for the other kinds. */
  readonly ended: Day | null
}

const weights: Readonly<Record<GapKind, GapWeight>> = {
  card: 'advice',
  author: 'editor',
  licence: 'editor',
  source: 'editor',
  licenceEnded: 'law',
  licenceUse: 'law',
  consent: 'editor',
  consentEnded: 'editor',
  minor: 'law',
  minorEnded: 'law',
}

export const weightOf = ({ kind }: Pick<Gap, 'kind'>): GapWeight => weights[kind]

const gap = (kind: GapKind, person = '', ended: Day | null = null): Gap => ({ kind, person, ended })

/** Who does not show their own picture has to say where they have it from. */
const namesSource = ({ licence, source }: MediumCard): boolean =>
  (licence.kind !== 'agency' && licence.kind !== 'free') || source.trim() !== ''

const personGaps = ({ name, minor, consent, until }: ShownPerson, day: Day): readonly Gap[] => {
  const agreed = minor ? consent === 'parent' : consent !== 'none'
  if (!agreed) return [gap(minor ? 'minor' : 'consent', name)]
  return until !== null && until < day ? [gap(minor ? 'minorEnded' : 'consentEnded', name, until)] : []
}

/**
 * What a picture lacks to be shown in print or on the web on a day of the newspaper's calendar (rules U21 to U26); the
 * gravest first. Of a picture without a card nothing else is known.
 */
export const rightsOf = (card: MediumCard | null, use: 'print' | 'web', day: Day): readonly Gap[] => {
  if (card === null) return [gap('card')]
  const { licence, persons } = card
  const gaps = [
    ...(card.credit.trim() === '' ? [gap('author')] : []),
    ...(licence.kind === 'unknown' ? [gap('licence')] : []),
    ...(namesSource(card) ? [] : [gap('source')]),
    ...(licence.until !== null && licence.until < day ? [gap('licenceEnded', '', licence.until)] : []),
    ...(licence.use !== 'everywhere' && licence.use !== use ? [gap('licenceUse')] : []),
    ...persons.flatMap((person) => personGaps(person, day)),
  ]
  const rank = { law: 0, editor: 1, advice: 2 }
  return gaps.sort((a, b) => rank[weightOf(a)] - rank[weightOf(b)])
}

/** The first day on which something of a card no longer holds; null where all of it holds for good. */
export const rightsEnd = ({ licence, persons }: MediumCard): Day | null =>
  [licence.until, ...persons.filter(({ consent }) => consent !== 'none').map(({ until }) => until)].reduce(
    (first, day) => (first === null || (day !== null && day < first) ? day : first),
    null,
  )
