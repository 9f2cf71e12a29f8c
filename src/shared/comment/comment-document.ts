import * as Y from 'yjs'
import type { z } from 'zod'
import {
  anchorSchema,
  type CommentAnchor,
  type CommentMessage,
  type CommentThread,
  commentMessageSchema,
  commentThreadSchema,
} from './comment.ts'

/** Name of the map of threads in an article's Yjs document; it is no part of what an approval signs (rule H5). */
export const commentsName = 'comments'

const readable = <T>(schema: z.ZodType<T>, value: unknown): T | null => schema.safeParse(value).data ?? null

const threadOf = (id: string, map: unknown): CommentThread | null => {
  if (!(map instanceof Y.Map)) return null
  const said = map.get('messages')
  const messages = said instanceof Y.Map ? [...said.values()].flatMap((one) => readable(commentMessageSchema, one) ?? []) : []
  const resolved = readable(commentThreadSchema.shape.resolved, map.get('resolved') ?? null)
  return readable(commentThreadSchema, {
    ...{ id, resolved },
    anchor: readable(anchorSchema, map.get('anchor')),
    messages: messages.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
  })
}

/** The threads of a document, the oldest first. What can't be read takes nothing else with it (rule H4). */
export const threadsOf = (doc: Y.Doc): readonly CommentThread[] =>
  [...doc.getMap(commentsName)]
    .flatMap(([id, map]) => threadOf(id, map) ?? [])
    .sort((a, b) => (a.messages[0]?.at ?? 0) - (b.messages[0]?.at ?? 0) || (a.id < b.id ? -1 : 1))

/** Begins a thread. */
export const beginThread = (doc: Y.Doc, id: string, anchor: CommentAnchor | null, first: CommentMessage): void => {
  doc.transact(() => {
    const map = new Y.Map()
    doc.getMap(commentsName).set(id, map)
    if (anchor) map.set('anchor', anchor)
    map.set('messages', new Y.Map([[first.id, first]]))
  })
}

const mapOf = (doc: Y.Doc, id: string): Y.Map<unknown> | null => {
  const map = doc.getMap(commentsName).get(id)
  return map instanceof Y.Map ? map : null
}

/** Adds to a thread; what was settled is open again. False where there is no such thread. */
export const addMessage = (doc: Y.Doc, id: string, message: CommentMessage): boolean => {
  const map = mapOf(doc, id)
  const messages = map?.get('messages')
  if (!map || !(messages instanceof Y.Map)) return false
  doc.transact(() => {
    messages.set(message.id, message)
    if (map.get('resolved') !== undefined) map.set('resolved', null)
  })
  return true
}

/** Settles a thread, or with null opens it again. False where there is no such thread. */
export const setResolved = (doc: Y.Doc, id: string, by: CommentThread['resolved']): boolean => {
  const map = mapOf(doc, id)
  if (!map) return false
  map.set('resolved', by)
  return true
}

/** Calls back after every change of the threads; returns how to stop. */
export const observeThreads = (doc: Y.Doc, changed: () => void): (() => void) => {
  const map = doc.getMap(commentsName)
  map.observeDeep(changed)
  return () => map.unobserveDeep(changed)
}
