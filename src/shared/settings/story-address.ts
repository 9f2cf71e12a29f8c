import { z } from 'zod'

/** What a rule for addresses may name: the beginning of the story's headline in Latin letters, or a short id of its own. */
export const storyAddressFields = ['slug', 'id'] as const

/**
 * The rule by which a story's address on the portal is known before it stands there: a web address with `{slug}` or `{id}`
 * in it. Empty where there is none; then a story has an address as soon as it has come out on the portal.
 */
export const storyAddressSchema = z.string()

/** The address a rule gives a story. */
export const storyAddress = (rule: string, values: Readonly<Record<(typeof storyAddressFields)[number], string>>): string =>
  rule.replaceAll('{slug}', values.slug).replaceAll('{id}', values.id)

const webAddress = z.url({ protocol: /^https?$/ })

/** Is this a rule that gives each story an address of its own? */
export const isStoryAddress = (rule: string): boolean =>
  webAddress.safeParse(storyAddress(rule, { slug: 'a', id: 'a' })).success &&
  storyAddressFields.some((field) => rule.includes(`{${field}}`))
