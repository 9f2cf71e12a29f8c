import { type Stage, stages } from '../../../shared/assignment/schedule.ts'
import { type ImprintLineId, imprintLineIds, missingLines } from '../../../shared/settings/imprint-lines.ts'
import type { Publication } from '../../../shared/settings/settings.ts'
import { isStoryAddress } from '../../../shared/settings/story-address.ts'

/** All of a publication but how its pages look. */
export type PublicationFacts = Omit<Publication, 'style'>

/** A publication as its form holds it: every value as text. */
export interface PublicationDraft {
  readonly name: string
  readonly motto: string
  readonly portal: string
  readonly joinAddress: string
  readonly storyAddress: string
  /** One line of the imprint a line. */
  readonly imprint: string
  readonly requiredLines: readonly ImprintLineId[]
  readonly weekday: '1' | '2' | '3' | '4' | '5' | '6' | '7'
  readonly runningNumber: string
  /** Hours before the signature. */
  readonly hours: Readonly<Record<Stage, string>>
}

const mapStages = <T>(value: (stage: Stage) => T): Record<Stage, T> => ({
  assign: value('assign'),
  file: value('file'),
  edit: value('edit'),
  proofread: value('proofread'),
  layout: value('layout'),
})

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

export const draftOf = (publication: PublicationFacts): PublicationDraft => ({
  name: publication.name,
  motto: publication.motto,
  portal: publication.portal,
  joinAddress: publication.joinAddress,
  storyAddress: publication.storyAddress,
  imprint: publication.imprint.join('\n'),
  requiredLines: publication.requiredLines,
  weekday: weekdays[publication.weekday - 1] ?? '3',
  runningNumber: String(publication.runningNumber),
  hours: mapStages((stage) => String(publication.schedule.hours[stage])),
})

/** Hours as people type them, with a comma too; null where they are none. */
const hoursOf = (text: string): number | null => {
  const hours = Number(text.trim().replace(',', '.'))
  return text.trim() !== '' && hours >= 0 && hours <= 1000 ? hours : null
}

/** The stages whose hours can't be taken, or end before the stage in front of them does. */
export const stageFaults = ({ hours }: PublicationDraft): ReadonlySet<Stage> =>
  new Set(
    stages.filter((stage, at) => {
      const own = hoursOf(hours[stage])
      const earlier = stages.slice(0, at).flatMap((one) => hoursOf(hours[one]) ?? [])
      return own === null || earlier.some((before) => before < own)
    }),
  )

const isWebAddress = (text: string): boolean => URL.canParse(text.trim()) && /^https?:/.test(text.trim())

/** Fields whose value can't be taken. */
export const faultsOf = (draft: PublicationDraft): ReadonlySet<keyof PublicationDraft> =>
  new Set([
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(isWebAddress(draft.portal) ? [] : (['portal'] as const)),
    ...(draft.joinAddress.trim() === '' || isWebAddress(draft.joinAddress) ? [] : (['joinAddress'] as const)),
    ...(draft.storyAddress.trim() === '' || isStoryAddress(draft.storyAddress.trim()) ? [] : (['storyAddress'] as const)),
    ...(/^\d{1,6}$/.test(draft.runningNumber.trim()) ? [] : (['runningNumber'] as const)),
    ...(stageFaults(draft).size === 0 ? [] : (['hours'] as const)),
  ])

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What a draft's imprint does not say of all that it may have to. */
export const unsaidLines = ({ name, imprint }: PublicationDraft): ReadonlySet<ImprintLineId> =>
  new Set(missingLines({ name, imprint: linesOf(imprint) }, imprintLineIds))

/** The publication a draft stands for; null while a field can't be taken. */
export const publicationOf = (draft: PublicationDraft): PublicationFacts | null =>
  faultsOf(draft).size > 0
    ? null
    : {
        name: draft.name.trim(),
        motto: draft.motto.trim(),
        imprint: linesOf(draft.imprint),
        requiredLines: [...draft.requiredLines],
        portal: draft.portal.trim(),
        joinAddress: draft.joinAddress.trim(),
        storyAddress: draft.storyAddress.trim(),
        weekday: Number(draft.weekday),
        runningNumber: Number(draft.runningNumber.trim()),
        schedule: { hours: mapStages((stage) => hoursOf(draft.hours[stage]) ?? 0) },
      }
