import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { proofApi } from '../../../../shared/proof/api.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import type { PointedWord } from './ProofPane.tsx'

interface RemarkDialogProps {
  readonly issue: string
  readonly page: number
  readonly number: number
  readonly pointed: PointedWord | null
  readonly onClose: () => void
}

/** Asks what is to be corrected at some words of a proof. */
export const RemarkDialog = ({ issue, page, number, pointed, onClose }: RemarkDialogProps) => {
  const text = useText()
  const words = text.page.proof
  const client = useClient()
  const [place, setPlace] = useState(pointed?.words ?? '')
  const [wish, setWish] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const isReady = place.trim() !== '' && wish.trim() !== ''
  const write = async () => {
    if (!isReady) return
    const near = pointed?.near ?? null
    const written = await client.call(proofApi.remark, { issue, page, number, words: place, near, text: wish })
    if (written.ok) onClose()
    else setFailure(written.failure)
  }
  return (
    <FormDialog
      title={words.remarkTitle(number)}
      onClose={onClose}
      onSubmit={() => void write()}
      verb={words.write}
      isReady={isReady}
    >
      <Field label={words.place} value={place} onChange={setPlace} hint={words.placeHint} autoFocus={pointed === null} />
      <Field label={words.what} value={wish} onChange={setWish} lines={3} autoFocus={pointed !== null} />
      {failure && <FailureMessage failure={failure} />}
    </FormDialog>
  )
}
