import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { proofApi } from '../../../../shared/proof/api.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { navigate } from '../../../app/router.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import type { MenuGroup } from '../../../ui/Menu.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import { useMinute } from '../../../ui/use-minute.ts'

interface ProofsOf {
  readonly issue: string
  readonly page: number
  readonly canChange: boolean
}

/** What can be done with the proofs of a page, for a menu, and why it could not be done. */
export const useProofs = ({ issue, page, canChange }: ProofsOf) => {
  const text = useText().page.proof
  const format = useFormat()
  const now = useMinute()
  const client = useClient()
  const toast = useToast()
  const [failure, setFailure] = useState<Failure | null>(null)
  const proofs = (useQuery(proofApi.list, { issue }, ['proof']).value ?? []).filter((each) => each.page === page)
  const take = async () => {
    const taken = await client.call(proofApi.take, { issue, page })
    setFailure(taken.ok ? null : taken.failure)
    if (taken.ok) toast({ text: text.taken(taken.value.number) })
  }
  const save = async (number: number) => {
    const saved = await client.call(proofApi.export, { issue, page, number, file: null })
    setFailure(saved.ok ? null : saved.failure)
    if (saved.ok) toast({ text: text.saved(saved.value.file) })
  }
  const groups: readonly MenuGroup[] = [
    {
      id: 'proof',
      title: text.menu,
      entries: [
        ...(canChange ? [{ id: 'take', label: text.take, onAction: () => void take() }] : []),
        { id: 'check', label: text.check, onAction: () => navigate({ section: 'page', page, check: true }) },
        ...proofs.toReversed().map(({ number, taken }) => ({
          id: `proof ${number}`,
          label: text.save(number),
          note: `${format.moment(taken.at, now)}, ${taken.name}`,
          onAction: () => void save(number),
        })),
      ],
    },
  ]
  return { groups, failure }
}
