import { useRef, useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { CountedChannel } from '../../../../shared/publishing/counts.ts'
import { useBackendEvents, useClient } from '../../../api/hooks.tsx'

interface Progress {
  readonly done: number
  readonly total: number
  /** Id of the channel that is asked. */
  readonly channel: string
}

export type Counting =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly channels: readonly CountedChannel[]; readonly cancelled: boolean }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Has the channels asked for their counts, with the progress of it. */
export const useCounts = () => {
  const client = useClient()
  const [state, setState] = useState<Counting>({ kind: 'idle' })
  const job = useRef<string | null>(null)

  useBackendEvents((event) => {
    if (event.type !== 'jobProgress' || event.job !== job.current) return
    const { done, total, label: channel } = event
    setState((before) => (before.kind === 'running' ? { kind: 'running', progress: { done, total, channel } } : before))
  })

  const fetch = async (period: { readonly from: number; readonly to: number }): Promise<void> => {
    if (job.current !== null) return
    const id = crypto.randomUUID()
    job.current = id
    setState({ kind: 'running', progress: null })
    const counted = await client.call(publishingApi.fetchCounts, { ...period, job: id })
    job.current = null
    setState(counted.ok ? { kind: 'done', ...counted.value } : { kind: 'failed', failure: counted.failure })
  }
  const cancel = async (): Promise<void> => {
    if (job.current !== null) await client.call(publishingApi.cancelCounts, { job: job.current })
  }
  return { state, fetch, cancel }
}
