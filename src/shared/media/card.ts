import { z } from 'zod'

/** By what right the newspaper shows a picture. */
export const licenceKinds = ['unknown', 'own', 'permission', 'free', 'agency'] as const
export type LicenceKind = (typeof licenceKinds)[number]

/** Where a licence lets a picture be shown. */
export const licenceUses = ['everywhere', 'print', 'web'] as const

/** What somebody in a picture has agreed to: nothing, to be shown, or in writing by a parent. */
export const consents = ['none', 'given', 'parent'] as const
export type Consent = (typeof consents)[number]

const daySchema = z.iso.date().nullable()

const licenceSchema = z.object({
  kind: z.enum(licenceKinds),
  use: z.enum(licenceUses),
  /** The last day it holds, by the newspaper's calendar; null without an end. */
  until: daySchema,
  /** Number of the contract, the terms of a free licence: whatever proves it. */
  note: z.string().max(2000),
})

const shownPersonSchema = z.object({
  name: z.string().max(200),
  /** Under eighteen when the picture was taken. */
  minor: z.boolean(),
  consent: z.enum(consents),
  /** The last day the consent holds; null without an end. */
  until: daySchema,
})
/** Somebody who can be recognised in a picture. */
export type ShownPerson = z.infer<typeof shownPersonSchema>

export const cardSchema = z.object({
  caption: z.string().max(2000),
  /** Who made the picture, as it stands beside it. */
  credit: z.string().max(300),
  /** Where it came from: an agency, an address, the person who sent it. */
  source: z.string().max(500),
  licence: licenceSchema,
  persons: z.array(shownPersonSchema).max(100),
  tags: z.array(z.string().trim().min(1).max(60)).max(50),
})
/** What the newsroom knows of a picture beside its pixels («карточка снимка»). */
export type MediumCard = z.infer<typeof cardSchema>

/** A card nobody has written anything on. */
export const emptyCard: MediumCard = {
  caption: '',
  credit: '',
  source: '',
  licence: { kind: 'unknown', use: 'everywhere', until: null, note: '' },
  persons: [],
  tags: [],
}
