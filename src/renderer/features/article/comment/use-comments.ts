import type { Editor } from '@tiptap/react'
import { useEffect, useState } from 'react'
import { bodyName } from '../../../../shared/article/article-document.ts'
import type { CommentThread } from '../../../../shared/comment/comment.ts'
import { observeThreads, threadsOf } from '../../../../shared/comment/comment-document.ts'
import type { ArticleSession } from '../sync/article-session.ts'
import { type Place, placeOf } from './anchor.ts'
import { showPlaces } from './comment-places.ts'

/** How long the text rests before places are looked up again, in milliseconds: typing never waits for it. */
const pause = 150

export interface Comments {
  /** The oldest first. */
  readonly threads: readonly CommentThread[]
  /** Where the threads with an anchor stand; those whose words were taken out are not among them. */
  readonly places: ReadonlyMap<string, Place>
  readonly inHand: string | null
  readonly take: (thread: string | null) => void
}

const samePlaces = (one: ReadonlyMap<string, Place>, other: ReadonlyMap<string, Place>): boolean =>
  one.size === other.size && [...one].every(([id, { from, to }]) => other.get(id)?.from === from && other.get(id)?.to === to)

/** The comments of an open article, with their places in the text, where the open ones are shaded. */
export const useComments = (session: ArticleSession, editor: Editor | null): Comments => {
  const [threads, setThreads] = useState<readonly CommentThread[]>(() => threadsOf(session.doc))
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map())
  const [inHand, take] = useState<string | null>(null)

  useEffect(() => {
    setThreads(threadsOf(session.doc))
    return observeThreads(session.doc, () => setThreads(threadsOf(session.doc)))
  }, [session])

  useEffect(() => {
    if (!editor) return
    let timer = 0
    const look = () => {
      if (editor.isDestroyed) return
      const found = new Map(
        threads.flatMap(({ id, anchor }) => {
          const place = anchor && placeOf(editor, session.doc.getXmlFragment(bodyName), anchor)
          return place ? [[id, place] as const] : []
        }),
      )
      setPlaces((before) => (samePlaces(before, found) ? before : found))
    }
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(look, pause)
    }
    look()
    editor.on('update', later)
    return () => {
      window.clearTimeout(timer)
      editor.off('update', later)
    }
  }, [session, editor, threads])

  useEffect(() => {
    if (!editor) return
    const open = threads.filter(({ id, resolved }) => resolved === null || id === inHand)
    showPlaces(
      editor,
      new Map(
        open.flatMap(({ id }) => {
          const place = places.get(id)
          return place ? [[id, place] as const] : []
        }),
      ),
      inHand,
    )
  }, [editor, threads, places, inHand])

  return { threads, places, inHand, take }
}
