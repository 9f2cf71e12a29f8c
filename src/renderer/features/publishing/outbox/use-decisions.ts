import { useState } from 'react'
import type { Output } from '../../../../shared/api/operation.ts'
import type { Failure } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import { useClient } from '../../../api/hooks.tsx'

type Checked = Output<typeof publishingApi.check>

export interface Decisions {
  /** Asks the channel whether a delivery is there; what it said, null when the question was refused. */
  check(delivery: string): Promise<Checked | null>
  resolve(delivery: string, outcome: 'published' | 'sendAgain' | 'cancel', url: string | null): Promise<boolean>
  readonly failure: Failure | null
  readonly busy: boolean
}

/** What people decide about deliveries; each decision is carried out once. */
export const useDecisions = (): Decisions => {
  const client = useClient()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  return {
    failure,
    busy,
    check: async (delivery) => {
      if (busy) return null
      setBusy(true)
      const checked = await client.call(publishingApi.check, { delivery })
      setBusy(false)
      setFailure(checked.ok ? null : checked.failure)
      return checked.ok ? checked.value : null
    },
    resolve: async (delivery, outcome, url) => {
      if (busy) return false
      setBusy(true)
      const resolved = await client.call(publishingApi.resolve, { delivery, outcome, url })
      setBusy(false)
      setFailure(resolved.ok ? null : resolved.failure)
      return resolved.ok
    },
  }
}
