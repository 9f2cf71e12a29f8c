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
  readonly weekday: '1' | '2' | '3' | '4' | '5' | '6' | '7'
  readonly runningNumber: string
  readonly schedule: Publication['schedule']
}

const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const

export const draftOf = (publication: PublicationFacts): PublicationDraft => ({
  name: publication.name,
  motto: publication.motto,
  portal: publication.portal,
  joinAddress: publication.joinAddress,
  storyAddress: publication.storyAddress,
  imprint: publication.imprint.join('\n'),
  weekday: weekdays[publication.weekday - 1] ?? '3',
  runningNumber: String(publication.runningNumber),
  schedule: publication.schedule,
})

const isWebAddress = (text: string): boolean => URL.canParse(text.trim()) && /^https?:/.test(text.trim())

/** Fields whose value can't be taken. */
export const faultsOf = (draft: PublicationDraft): ReadonlySet<keyof PublicationDraft> =>
  new Set([
    ...(draft.name.trim() === '' ? (['name'] as const) : []),
    ...(isWebAddress(draft.portal) ? [] : (['portal'] as const)),
    ...(draft.joinAddress.trim() === '' || isWebAddress(draft.joinAddress) ? [] : (['joinAddress'] as const)),
    ...(draft.storyAddress.trim() === '' || isStoryAddress(draft.storyAddress.trim()) ? [] : (['storyAddress'] as const)),
    ...(/^\d{1,6}$/.test(draft.runningNumber.trim()) ? [] : (['runningNumber'] as const)),
  ])

/** The publication a draft stands for; null while a field can't be taken. */
export const publicationOf = (draft: PublicationDraft): PublicationFacts | null =>
  faultsOf(draft).size > 0
    ? null
    : {
        name: draft.name.trim(),
        motto: draft.motto.trim(),
        imprint: draft.imprint
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        portal: draft.portal.trim(),
        joinAddress: draft.joinAddress.trim(),
        storyAddress: draft.storyAddress.trim(),
        weekday: Number(draft.weekday),
        runningNumber: Number(draft.runningNumber.trim()),
        schedule: draft.schedule,
      }
