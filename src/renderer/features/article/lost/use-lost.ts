import { useEffect, useState } from 'react'
import { type LostText, lostTextsOf, observeLost } from '../../../../shared/article/lost/lost-text.ts'
import type { ArticleSession } from '../sync/article-session.ts'

const waiting = (session: ArticleSession): readonly LostText[] =>
  lostTextsOf(session.doc).filter(({ settled }) => settled === null)

/** The lost words of an open article that wait for a decision. */
export const useLost = (session: ArticleSession): readonly LostText[] => {
  const [lost, setLost] = useState(() => waiting(session))
  useEffect(() => {
    setLost(waiting(session))
    return observeLost(session.doc, () => setLost(waiting(session)))
  }, [session])
  return lost
}
