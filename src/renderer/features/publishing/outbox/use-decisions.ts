import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import { useClient } from '../../../api/hooks.tsx'

export interface Decisions {
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
