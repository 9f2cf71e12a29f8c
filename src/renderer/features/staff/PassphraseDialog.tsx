import { useState } from 'react'
import type { Failure, Result } from '../../../shared/api/result.ts'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

interface PassphraseDialogProps {
  readonly title: string
  readonly explanation: string
  readonly verb: string
  readonly onClose: () => void
  /** Makes the key; the dialog closes when it is there. */
  readonly onMake: (passphrase: string) => Promise<Result<unknown>>
}

/** Asks for a new passphrase, twice. */
export const PassphraseDialog = ({ title, explanation, verb, onClose, onMake }: PassphraseDialogProps) => {
  const text = useText()
  const words = text.staff
  const [passphrase, setPassphrase] = useState('')
  const [repeated, setRepeated] = useState('')
  const [tried, setTried] = useState(false)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const make = async () => {
    setTried(true)
    if (working || passphrase !== repeated) return
    setWorking(true)
    const result = await onMake(passphrase)
    setWorking(false)
    if (result.ok) onClose()
    else setFailure(result.failure)
  }
  return (
    <FormDialog title={title} alert onClose={onClose} onSubmit={() => void make()} verb={verb} isReady={!working}>
      <p>{explanation}</p>
      <Field
        label={words.passphrase}
        hint={words.passphraseHint}
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoFocus
      />
      <Field
        label={words.repeat}
        type="password"
        value={repeated}
        onChange={setRepeated}
        error={tried && passphrase !== repeated ? words.repeatError : null}
      />
      {failure && <FailureMessage failure={failure} />}
    </FormDialog>
  )
}
