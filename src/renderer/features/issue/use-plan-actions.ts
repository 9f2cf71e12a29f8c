import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { type IssueSummary, issueApi, type PullAction } from '../../../shared/issue/api.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { useHole } from '../../pulling/use-hole.ts'
import { useToast } from '../../ui/Toast.tsx'
import type { Plan } from './plan.ts'

/** Where a story stood, so that moving it can be taken back. */
interface Place {
  readonly page: number
  readonly before: string | null
  /** The page it ends on, kept only where that page comes later. */
  readonly continuation: number | null
}

/** Page 1 is planned story by story. */
const firstInner = 2

const placeOf = (plan: Plan, continuation: number | null, article: string): Place | null => {
  for (const { page, stories } of plan.pages) {
    const at = stories.findIndex(({ id }) => id === article)
    if (at >= 0) return { page, before: stories[at + 1]?.id ?? null, continuation }
  }
  return null
}

/** What can be done to the plan of an issue. A refusal is kept in `failure` until the next try. */
export const usePlanActions = (serial: string, plan: Plan | null, placements: Issue['placements']) => {
  const text = useText()
  const client = useClient()
  const toast = useToast()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [filling, setFilling] = useState(false)
  const pulling = useHole()
  const [filled, setFilled] = useState<{ readonly placed: number; readonly left: number } | null>(null)

  const headlineOf = (article: string): string => {
    const known = [
      ...(plan?.unplaced ?? []),
      ...(plan?.pages.flatMap(({ stories }) => stories.map((story) => story.article)) ?? []),
    ].find(({ id }) => id === article)
    return known?.headline || text.issue.untitled
  }

  const put = async (article: string, place: Place | null): Promise<boolean> => {
    const result = place
      ? await client.call(issueApi.place, { issue: serial, article, ...place })
      : await client.call(issueApi.unplace, { issue: serial, article })
    setFailure(result.ok ? null : result.failure)
    return result.ok
  }

  const move = async (article: string, place: Place | null): Promise<void> => {
    if (!plan) return
    const before = placeOf(plan, placements[article]?.continuation ?? null, article)
    if (before?.page === place?.page && before?.before === place?.before) return
    setFilled(null)
    if (!(await put(article, place))) return
    const headline = headlineOf(article)
    toast({
      text: place ? text.issue.placed(headline, place.page) : text.issue.tookOff(headline),
      action: { label: text.issue.undo, onPress: () => void put(article, before) },
    })
  }

  /** To the same page of another issue, or the last it has; a story that stood nowhere goes to the first inner page. */
  const send = async (article: string, to: Pick<IssueSummary, 'serial' | 'pages'>): Promise<void> => {
    if (!plan) return
    const before = placeOf(plan, placements[article]?.continuation ?? null, article)
    const page = Math.min(before?.page ?? firstInner, to.pages)
    setFilled(null)
    const sent = await client.call(issueApi.place, { issue: to.serial, article, page, before: null })
    setFailure(sent.ok ? null : sent.failure)
    if (!sent.ok) return
    const back = async () => {
      if (before) return void (await put(article, before))
      const taken = await client.call(issueApi.unplace, { issue: to.serial, article })
      setFailure(taken.ok ? null : taken.failure)
    }
    toast({
      text: text.issue.shelf.sent(headlineOf(article), to.serial, page),
      action: { label: text.issue.undo, onPress: () => void back() },
    })
  }

  const pull = async (article: string, action: PullAction): Promise<void> => {
    const headline = headlineOf(article)
    const result = await client.call(issueApi.pull, { issue: serial, article, action })
    setFailure(result.ok ? null : result.failure)
    if (result.ok) pulling.open({ ...result.value, article, headline, action })
  }

  const fill = async (): Promise<void> => {
    setFilling(true)
    setFilled(null)
    const result = await client.call(issueApi.fill, { issue: serial, articles: null })
    setFilling(false)
    setFailure(result.ok ? null : result.failure)
    if (result.ok) setFilled({ placed: result.value.placed.length, left: result.value.left.length })
  }

  return {
    failure,
    filling,
    filled,
    /** Puts an article on a page, before another or at its end. */
    place: (article: string, page: number, before: string | null) => {
      const end = placements[article]?.continuation ?? null
      return move(article, { page, before, continuation: end !== null && end > page ? end : null })
    },
    takeOff: (article: string) => move(article, null),
    send,
    fill,
    pull,
    pulling,
    dismiss: () => setFailure(null),
  }
}
