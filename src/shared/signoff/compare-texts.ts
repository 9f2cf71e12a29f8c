import { z } from 'zod'
import { type ArticleContent, articleFields, canonicalJson, photosOf, textOf } from '../article/content.ts'
import { diffWords } from '../proof/word-diff.ts'

/** Parts of an article that are told apart in its changes. */
export const articleParts = [...articleFields, 'text', 'photos', 'form'] as const

export const textChangeSchema = z.object({
  part: z.enum(articleParts),
  /** The words that were there, and those that are there now; one of them may be empty. Pictures by their captions. */
  before: z.string(),
  after: z.string(),
  /** A few unchanged words before and after it. */
  lead: z.string(),
  tail: z.string(),
})
/** One difference between two states of an article's text. */
export type TextChange = z.infer<typeof textChangeSchema>

const around = 5

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '')

const compareWords = (part: TextChange['part'], before: readonly string[], after: readonly string[]): readonly TextChange[] =>
  diffWords(before, after).map((change) => ({
    part,
    before: before.slice(change.before.from, change.before.to).join(' '),
    after: after.slice(change.after.from, change.after.to).join(' '),
    lead: after.slice(Math.max(0, change.after.from - around), change.after.from).join(' '),
    tail: after.slice(change.after.to, change.after.to + around).join(' '),
  }))

const bodyWords = ({ body }: ArticleContent): readonly string[] => body.flatMap((block) => wordsOf(textOf(block.content)))

const photoNames = (content: ArticleContent): readonly string[] => photosOf(content).map(({ attrs }) => attrs.media)

const captionOf = (content: ArticleContent, media: string): string => {
  const photo = photosOf(content).find(({ attrs }) => attrs.media === media)
  return photo ? textOf(photo.content).trim() || photo.attrs.alternative || photo.attrs.credit : ''
}

/** What was changed in an article, part by part. Marks and kinds of paragraphs with the same words are one change of form. */
export const compareTexts = (before: ArticleContent, after: ArticleContent): readonly TextChange[] => {
  const changes: TextChange[] = []
  for (const field of articleFields) changes.push(...compareWords(field, wordsOf(before[field]), wordsOf(after[field])))
  changes.push(...compareWords('text', bodyWords(before), bodyWords(after)))
  const [old, now] = [photoNames(before), photoNames(after)]
  const nothing = { lead: '', tail: '' }
  for (const media of old)
    if (!now.includes(media)) changes.push({ part: 'photos', before: captionOf(before, media), after: '', ...nothing })
  for (const media of now)
    if (!old.includes(media)) changes.push({ part: 'photos', before: '', after: captionOf(after, media), ...nothing })
  const isSame = canonicalJson(before) === canonicalJson(after)
  return changes.length === 0 && !isSame ? [{ part: 'form', before: '', after: '', ...nothing }] : changes
}
