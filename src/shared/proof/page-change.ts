import { z } from 'zod'
import { textParts } from './page-words.ts'
import { placeSchema } from './place.ts'

/** What became of words, of a picture, of a whole story. `flowed`: the same words went over the edge of the page. */
export const changeKinds = ['inserted', 'deleted', 'replaced', 'flowed', 'moved', 'came', 'left'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** What on a page a change is about. */
export const changeParts = [...textParts, 'photo', 'advert', 'story'] as const
export type ChangePart = (typeof changeParts)[number]

/** One difference between two states of a page. */
export const pageChangeSchema = z.object({
  kind: z.enum(changeKinds),
  part: z.enum(changeParts),
  /** Null for furniture and adverts. */
  article: z.string().nullable(),
  /** The words that were there, and those that are there now; of a picture what it shows, of a story its headline. */
  before: z.string(),
  after: z.string(),
  /** The unchanged words before and after it, for recognising it. */
  lead: z.string(),
  tail: z.string(),
  /** Where to look on both states; where words were put in or taken out, the place between its neighbours. */
  beforePlaces: z.array(placeSchema),
  afterPlaces: z.array(placeSchema),
})
export type PageChange = z.infer<typeof pageChangeSchema>

/** Is it a correction to be ticked? What merely went over to another page is none. */
export const isCorrection = ({ kind }: Pick<PageChange, 'kind'>): boolean => kind !== 'flowed'

/**
 * What makes a change the same one in another comparison with the same proof: what it is and its words with those
 * around them, not where they stand. Equal changes of a story are told apart by their number.
 */
export const changeNames = (changes: readonly PageChange[]): readonly string[] => {
  const seen = new Map<string, number>()
  return changes.map(({ kind, part, article, before, after, lead, tail }) => {
    const name = JSON.stringify([kind, part, article, before, after, lead, tail])
    const number = (seen.get(name) ?? 0) + 1
    seen.set(name, number)
    return `${number} ${name}`
  })
}
