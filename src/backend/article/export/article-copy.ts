import { Transform } from '@tiptap/pm/transform'
import type * as Y from 'yjs'
import { z } from 'zod'
import { bodyName, contentOf, suggestedBody, suggestionsIn } from '../../../shared/article/article-document.ts'
import type { ArticleContent, Block } from '../../../shared/article/content.ts'
import type { SuggestionTreatment } from '../../../shared/article/export/api.ts'
import { asItStands, type SuggestedBlock, suggestedBlockSchema } from '../../../shared/article/suggestion/as-it-stands.ts'
import { settle } from '../../../shared/article/suggestion/settle.ts'
import { textSchema } from '../../../shared/article/text-schema.ts'
import { threadsOf } from '../../../shared/comment/comment-document.ts'
import { type PlacedThread, placeThreads } from './place-threads.ts'

/** An article on its way out: what stands above the text, the text, what is said of it. */
export interface Leaving {
  /** The fields, and the text as a reader gets it: suggestions are accepted or left out. */
  readonly content: ArticleContent
  /** The text with what is suggested in it; without suggestions where they were decided. */
  readonly body: readonly SuggestedBlock[]
  /** The margin; empty where it stays at home. */
  readonly threads: readonly PlacedThread[]
  /** Suggestions that nobody has decided about, and how many of the threads. */
  readonly suggestions: number
  readonly comments: number
}

const blocksSchema = z.array(suggestedBlockSchema)

const accepted = (body: readonly SuggestedBlock[]): readonly Block[] => {
  const tr = new Transform(textSchema.nodeFromJSON({ type: 'doc', content: body }))
  settle(tr, 'accept', () => true)
  return asItStands(blocksSchema.parse(tr.doc.toJSON().content))
}

/** Reads of a document what goes out; rejects a document that this program does not understand. */
export const leave = (doc: Y.Doc, treatment: SuggestionTreatment): Leaving => {
  const content = contentOf(doc)
  const suggested = suggestedBody(doc)
  const said = threadsOf(doc)
  const counted = { suggestions: suggestionsIn(suggested).length, comments: said.length }
  if (treatment === 'redline')
    return { content, body: suggested, threads: placeThreads(doc.getXmlFragment(bodyName), suggested, said), ...counted }
  const body = treatment === 'accepted' ? accepted(suggested) : content.body
  return { content: { ...content, body: [...body] }, body: blocksSchema.parse(body), threads: [], ...counted }
}
