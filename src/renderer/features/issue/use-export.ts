import { useRef, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { type ExportOutcome, type ExportTarget, exportApi } from '../../../shared/export/api.ts'
import { useBackendEvents, useClient } from '../../api/hooks.tsx'

export interface ExportRequest {
  readonly issue: string
  readonly to: ExportTarget
  /** Id of the printer's profile; null for the usual one. */
  readonly profile: string | null
  readonly pages: string | null
  readonly draft: boolean
  /** Where to write it; null for the newsroom's own folder. */
  readonly file: string | null
}

interface Progress {
  readonly done: number
  readonly total: number
  readonly label: string
}

export type ExportState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: Progress | null }
  | { readonly kind: 'done'; readonly outcome: ExportOutcome }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** One export at a time, with its progress. */
export const useExport = () => {
  const client = useClient()
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const job = useRef<string | null>(null)

  useBackendEvents((event) => {
    if (event.type !== 'jobProgress' || event.job !== job.current) return
    const { done, total, label } = event
    setState((before) => (before.kind === 'running' ? { kind: 'running', progress: { done, total, label } } : before))
  })

  const run = async (request: ExportRequest): Promise<void> => {
    const id = crypto.randomUUID()
    job.current = id
    setState({ kind: 'running', progress: null })
    const result = await client.call(exportApi.run, { ...request, job: id })
    if (job.current !== id) return
    job.current = null
    setState(result.ok ? { kind: 'done', outcome: result.value } : { kind: 'failed', failure: result.failure })
  }

  return {
    state,
    run,
    cancel: async () => {
      if (job.current !== null) await client.call(exportApi.cancel, { job: job.current })
    },
    reset: () => setState({ kind: 'idle' }),
  }
}
