import { useState } from 'react'
import type { Failure, Result } from '../../../shared/api/result.ts'
import type { SignPageDetail } from '../../../shared/signoff/api.ts'
import { signoffApi } from '../../../shared/signoff/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { useToast } from '../../ui/Toast.tsx'

/** What can be signed, sent and replaced in an issue. A refusal is kept until the next try. */
export const useSigning = (issue: string, onDone: () => void) => {
  const text = useText().signoff
  const client = useClient()
  const toast = useToast()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState<'sign' | 'send' | null>(null)

  const run = async <T>(
    what: 'sign' | 'send',
    doing: Promise<Result<T>>,
    tell: (value: T) => string | null,
  ): Promise<boolean> => {
    setBusy(what)
    const outcome = await doing
    setBusy(null)
    setFailure(outcome.ok ? null : outcome.failure)
    onDone()
    const words = outcome.ok ? tell(outcome.value) : null
    if (words !== null) toast({ text: words })
    return outcome.ok
  }

  return {
    failure,
    busy,
    signPage: ({ row: { page }, seen }: SignPageDetail) =>
      run('sign', client.call(signoffApi.signPage, { issue, page, seen }), () => text.done(page)),
    signIssue: (seen: string) => run('sign', client.call(signoffApi.signIssue, { issue, seen }), () => text.issueDone),
    send: (pages: readonly number[]) =>
      run('send', client.call(signoffApi.send, { issue, pages: [...pages], job: crypto.randomUUID() }), ({ files }) =>
        text.sentDone(files.length),
      ),
    replace: (page: number, reason: string) => run('sign', client.call(signoffApi.replace, { issue, page, reason }), () => null),
  }
}

export type Signing = ReturnType<typeof useSigning>
