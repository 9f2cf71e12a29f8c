import { useEffect, useState } from 'react'
import type { ArticleContent } from '../../../../shared/article/content.ts'
import { assignmentOf } from '../../../../shared/assignment/assignment-document.ts'
import type { ArticleSession } from '../sync/article-session.ts'
import { readContent } from '../sync/check-document.ts'
import { measureText } from './measure.ts'

/** A text is measured so often while somebody types, in milliseconds. */
const pace = 60

/** An article as it reads at a moment, stored or not, and what was ordered of it. */
export interface Draft {
  /** Null where the document can't be read as an article. */
  readonly content: ArticleContent | null
  readonly characters: number
  readonly words: number
  readonly ordered: { readonly lines: number | null; readonly characters: number | null; readonly issue: string | null }
}

const read = ({ doc }: ArticleSession): Draft => {
  const content = readContent(doc)
  const { lines, characters, issue } = assignmentOf(doc)
  return { content, ...(content ? measureText(content) : { characters: 0, words: 0 }), ordered: { lines, characters, issue } }
}

/** The article as it reads now, a moment behind the keys. */
export const useDraft = (session: ArticleSession): Draft => {
  const [draft, setDraft] = useState(() => read(session))
  useEffect(() => {
    let timer: number | null = null
    const follow = () => {
      timer ??= window.setTimeout(() => {
        timer = null
        setDraft(read(session))
      }, pace)
    }
    session.doc.on('update', follow)
    follow()
    return () => {
      if (timer !== null) window.clearTimeout(timer)
      session.doc.off('update', follow)
    }
  }, [session])
  return draft
}
