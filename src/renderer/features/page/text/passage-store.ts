import * as Y from 'yjs'
import type { Failure } from '../../../../shared/api/result.ts'
import { failure, type Result, success } from '../../../../shared/api/result.ts'
import { articleApi } from '../../../../shared/article/api.ts'
import { contentOf } from '../../../../shared/article/article-document.ts'
import type { ArticleContent } from '../../../../shared/article/content.ts'
import { fromBase64, toBase64 } from '../../../api/base64.ts'
import type { Client } from '../../../api/client.ts'
import { editPassage, type PassageEdit, takeBack } from './edit-passage.ts'
import type { Passage, PassageText } from './passage.ts'

/** An article as it was opened for an edit in place. */
export interface OpenText {
  readonly article: string
  readonly doc: Y.Doc
  readonly content: ArticleContent
  readonly readOnly: boolean
}

/** What is said where the text is written by a newer program, or has become something else meanwhile. */
export interface TextFailures {
  readonly foreign: Omit<Failure, 'code'>
  readonly overtaken: Omit<Failure, 'code'>
}

/** Names the edits made here among the changes of an article: the editor of the same window must hear of them. */
const origin = `page ${crypto.randomUUID()}`

export const openText = async (client: Client, article: string, failures: TextFailures): Promise<Result<OpenText>> => {
  const opened = await client.call(articleApi.open, { id: article })
  if (!opened.ok) return opened
  const doc = new Y.Doc()
  Y.applyUpdate(doc, fromBase64(opened.value.state))
  try {
    return success({ article, doc, content: contentOf(doc), readOnly: opened.value.readOnly })
  } catch {
    const { what, ...more } = failures.foreign
    return failure('readOnly', what, more)
  }
}

/** Sends what a document has beyond an earlier state of it. */
const send = (client: Client, { article, doc }: OpenText, before: Uint8Array): Promise<Result<unknown>> =>
  client.call(articleApi.change, { id: article, update: toBase64(Y.encodeStateAsUpdate(doc, before)), origin })

/** Writes what a person made of a passage; null when they changed nothing. */
export const savePassage = async (
  client: Client,
  text: OpenText,
  passage: Passage,
  after: PassageText,
): Promise<Result<PassageEdit | null>> => {
  const before = Y.encodeStateVector(text.doc)
  const edit = editPassage(text.doc, passage, after)
  if (edit === null) return success(null)
  const sent = await send(client, text, before)
  return sent.ok ? success(edit) : sent
}

const turned = ({ spot, before, after }: PassageEdit): PassageEdit => ({ spot, before: after, after: before })

/** Takes an edit back, or makes it again: refused where somebody has changed the passage since. */
export const turnPassage = async (
  client: Client,
  article: string,
  edit: PassageEdit,
  direction: 'undo' | 'redo',
  failures: TextFailures,
): Promise<Result<unknown>> => {
  const opened = await openText(client, article, failures)
  if (!opened.ok) return opened
  const text = opened.value
  const before = Y.encodeStateVector(text.doc)
  if (takeBack(text.doc, direction === 'undo' ? edit : turned(edit))) return send(client, text, before)
  const { what, ...more } = failures.overtaken
  return failure('conflict', what, more)
}
