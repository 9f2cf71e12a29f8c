import { useEffect, useMemo, useRef, useState } from 'react'
import { articleApi } from '../../../../shared/article/api.ts'
import { layoutApi } from '../../../../shared/layout/api.ts'
import { useQuery } from '../../../api/hooks.tsx'
import type { ArticleSession } from '../sync/article-session.ts'
import { readContent } from '../sync/check-document.ts'
import { measureText } from './measure.ts'
import { findSlotEnd } from './slot-end.ts'

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
  const fit = layout?.fits.find(({ article }) => article === session.id) ?? null
  const onPage = (page: number | null) => (issue !== null && page !== null && fit && fit.overset > 0 ? { issue, page } : null)
  const first = useQuery(layoutApi.page, onPage(fit?.page ?? null), ['issue'])
  const second = useQuery(layoutApi.page, onPage(fit?.continuation ?? null), ['issue'])
  useSettledChanges(session, layoutPause, () => {
    readAgain()
    measureAgain()
    first.refresh()
    second.refresh()
  })
  const slotEnd = useMemo(() => {
    const content = first.value && readContent(session.doc)
    if (!content || !first.value) return null
    return findSlotEnd(content, session.id, [first.value, ...(second.value ? [second.value] : [])])
  }, [session, first.value, second.value])
  return { ...length, summary, fit, slotEnd, failure: failure ?? readFailure }
}
