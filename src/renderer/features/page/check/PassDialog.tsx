import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { preflightApi } from '../../../../shared/preflight/api.ts'
import type { Finding } from '../../../../shared/preflight/finding.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import styles from './CheckList.module.css'

interface PassDialogProps {
  readonly issue: string
  readonly finding: Finding
  readonly onClose: () => void
}

/** As short a reason as says anything. */
const shortest = 3

/** Asks why a finding may pass; it is recorded in the name of who sits here. */
export const PassDialog = ({ issue, finding, onClose }: PassDialogProps) => {
  const text = useText()
  const words = text.page.check
  const client = useClient()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const good = reason.trim().length >= shortest
  const pass = async () => {
    setTried(true)
    if (!good) return
    const { rule, hash, page, message } = finding
    const result = await client.call(preflightApi.override, { issue, findings: [{ rule, hash, page, message }], reason })
    if (result.ok) onClose()
    else setFailure(result.failure)
  }
  return (
    <FormDialog title={words.passTitle} onClose={onClose} onSubmit={() => void pass()} verb={words.passAction}>
      <p className={styles.quoted}>{finding.message}</p>
      <Field
        label={words.reason}
        value={reason}
        onChange={setReason}
        hint={words.reasonHint}
        error={tried && !good ? words.reasonError : null}
        lines={3}
        autoFocus
      />
      {failure && <FailureMessage failure={failure} />}
    </FormDialog>
  )
}
