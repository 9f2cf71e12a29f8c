import { useEffect, useRef, useState } from 'react'
import { articleApi } from '../../../../shared/article/api.ts'
import { layoutApi } from '../../../../shared/layout/api.ts'
import { useQuery } from '../../../api/hooks.tsx'
import type { ArticleSession } from '../sync/article-session.ts'
import { readContent } from '../sync/check-document.ts'
import { measureText } from './measure.ts'

const countPause = 300
const layoutPause = 1500

/** Calls back once a while after the last change of the document, and at the beginning. */
const useSettledChanges = (session: ArticleSession, pause: number, callback: () => void): void => {
  const latest = useRef(callback)
  useEffect(() => {
    latest.current = callback
  })
  useEffect(() => {
    let timer = 0
    const restart = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => latest.current(), pause)
    }
    session.doc.on('update', restart)
    return () => {
      window.clearTimeout(timer)
      session.doc.off('update', restart)
    }
  }, [session, pause])
}

const count = (session: ArticleSession) => {
  const content = readContent(session.doc)
  return content ? measureText(content) : { characters: 0, words: 0 }
}

/** Characters and words while one types; place and lines in the issue when the typing rests. */
export const useMeasures = (session: ArticleSession) => {
  const [length, setLength] = useState(() => count(session))
  useSettledChanges(session, countPause, () => setLength(count(session)))
  const {
    value: read,
    failure: readFailure,
    refresh: readAgain,
  } = useQuery(articleApi.read, { id: session.id }, ['issue', 'workflow'])
  const summary = read?.summary ?? null
  const issue = summary?.issue ?? null
  const { value: layout, failure, refresh: measureAgain } = useQuery(layoutApi.fit, issue === null ? null : { issue }, ['issue'])
  useSettledChanges(session, layoutPause, () => {
    readAgain()
    measureAgain()
  })
  const fit = layout?.fits.find(({ article }) => article === session.id) ?? null
  return { ...length, summary, fit, failure: failure ?? readFailure }
}
