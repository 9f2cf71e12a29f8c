import { useState } from 'react'
import type { Failure } from '../../shared/api/result.ts'
import { issueApi, type PullAction, type PulledStory } from '../../shared/issue/api.ts'
import { useClient } from '../api/hooks.tsx'

/** A story that was taken off its page just now, and what it left. */
export interface Hole extends PulledStory {
  readonly article: string
  readonly headline: string
  readonly action: PullAction
}

/** The hole that a pulled story has left, until it is filled, the story is put back, or nobody wants to see it any more. */
export const useHole = () => {
  const client = useClient()
  const [hole, setHole] = useState<Hole | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)

  const close = (done: { readonly ok: true } | { readonly ok: false; readonly failure: Failure }): void => {
    setFailure(done.ok ? null : done.failure)
    if (done.ok) setHole(null)
  }

  return {
    hole,
    failure,
    open: (next: Hole) => {
      setFailure(null)
      setHole(next)
    },
    putBack: async (): Promise<void> => {
      if (!hole) return
      const { issue, article, action, replaced, held } = hole
      close(await client.call(issueApi.putBack, { issue, article, action, replaced, held }))
    },
    fill: async (article: string): Promise<void> => {
      if (!hole) return
      close(await client.call(issueApi.fillHole, { issue: hole.issue, place: hole.replaced.placements, article }))
    },
    forget: () => {
      setFailure(null)
      setHole(null)
    },
  }
}
