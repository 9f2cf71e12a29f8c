import { z } from 'zod'
import { hashSchema } from '../ledger/entry.ts'

/**
 * What is signed of a page: everything it is made of, by hashes (SHA-256, hex). The time of the signature in the imprint
 * is no part of it.
 */
export const pageContentSchema = z.object({
  schemaVersion: z.literal(1),
  issue: z.string(),
  /** Day of publication, YYYY-MM-DD: it stands in the running head. */
  plannedFor: z.string(),
  page: z.number().int().min(1),
  /** Pages and columns of the issue. */
  pages: z.number(),
  columns: z.number(),
  /** Articles of which something stands on the page, by id; a teaser has no place there. */
  stories: z.array(z.object({ article: z.string(), contentHash: hashSchema, place: hashSchema.nullable() })),
  /** Pictures and files of adverts that are drawn, sorted. */
  media: z.array(z.string()),
  /** The plan of the page, where a person fixed one. */
  plan: hashSchema.nullable(),
  adverts: z.array(z.object({ advert: z.string(), contentHash: hashSchema })),
  /** Name, motto, imprint, addresses and the style of the pages. */
  publication: hashSchema,
  /** The page as it is drawn. */
  drawn: hashSchema,
})
export type PageContent = z.infer<typeof pageContentSchema>

/** In what a page may differ from the one that was signed. */
export const pageDifferences = [
  'text',
  'came',
  'left',
  'place',
  'plan',
  'advert',
  'media',
  'issue',
  'publication',
  'drawn',
] as const

export const pageDifferenceSchema = z.object({
  kind: z.enum(pageDifferences),
  /** The article or the advert it is about; null for the page itself. */
  id: z.string().nullable(),
})
export type PageDifference = z.infer<typeof pageDifferenceSchema>

/** The inputs of a page without what only a layout can tell: they are compared where pages are not laid out. */
export type PageInputs = Omit<PageContent, 'drawn' | 'media'>

/** In what the inputs of a page differ from those that were signed. */
export const compareInputs = (signed: PageInputs, now: PageInputs): readonly PageDifference[] => {
  const before = new Map(signed.stories.map((story) => [story.article, story]))
  const after = new Map(now.stories.map((story) => [story.article, story]))
  const differences: PageDifference[] = []
  const tell = (kind: PageDifference['kind'], id: string | null = null) => differences.push({ kind, id })
  for (const [article, story] of before) {
    const other = after.get(article)
    if (!other) tell('left', article)
    else if (other.contentHash !== story.contentHash) tell('text', article)
    else if (other.place !== story.place) tell('place', article)
  }
  for (const article of after.keys()) if (!before.has(article)) tell('came', article)
  if (signed.plan !== now.plan) tell('plan')
  const advertsBefore = new Map(signed.adverts.map(({ advert, contentHash }) => [advert, contentHash]))
  const advertsNow = new Map(now.adverts.map(({ advert, contentHash }) => [advert, contentHash]))
  for (const advert of new Set([...advertsBefore.keys(), ...advertsNow.keys()]))
    if (advertsBefore.get(advert) !== advertsNow.get(advert)) tell('advert', advert)
  const facts = ({ issue, plannedFor, page, pages, columns }: PageInputs) => [issue, plannedFor, page, pages, columns].join(' ')
  if (facts(signed) !== facts(now)) tell('issue')
  if (signed.publication !== now.publication) tell('publication')
  return differences
}

/** In what a page differs from the one that was signed; empty for the same page. */
export const comparePageContents = (signed: PageContent, now: PageContent): readonly PageDifference[] => {
  const differences = [...compareInputs(signed, now)]
  if (signed.media.join(' ') !== now.media.join(' ')) differences.push({ kind: 'media', id: null })
  if (signed.drawn !== now.drawn && differences.length === 0) differences.push({ kind: 'drawn', id: null })
  return differences
}
