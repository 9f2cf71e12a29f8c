import { useState } from 'react'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import { mediaAddress } from '../../../api/addresses.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import styles from './HandDialog.module.css'

interface HandDialogProps {
  readonly delivery: string
  readonly onClose: () => void
  /** It came out there. */
  readonly onOut: (url: string) => void
}

/** A person puts a delivery in by hand: takes the text and the photos, opens the place, says where it came out. */
export const HandDialog = ({ delivery, onClose, onOut }: HandDialogProps) => {
  const text = useText()
  const words = text.publishing.hand
  const given = useQuery(publishingApi.handOut, { delivery })
  const [copied, setCopied] = useState(false)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const parts = given.value?.parts ?? []
  const whole = parts.map((part) => part.text).join('\n\n')
  const photos = parts.flatMap((part) => part.photos)
  const submit = () => {
    const url = typed.trim()
    if (/^https?:\/\/\S+$/i.test(url)) onOut(url)
    else setWrong(true)
  }
  return (
    <FormDialog title={words.title} wide onClose={onClose} onSubmit={submit} verb={words.out} isReady={given.value !== null}>
      {given.failure && <FailureMessage failure={given.failure} />}
      {given.value && (
        <ol className={styles.steps}>
          <li>
            <Field label={words.text} value={whole} onChange={() => undefined} lines={8} isReadOnly />
            <div className={styles.row}>
              <Button onPress={() => void navigator.clipboard.writeText(whole).then(() => setCopied(true))}>{words.copy}</Button>
              {copied && <span role="status">{text.ui.copied}</span>}
            </div>
          </li>
          {photos.length > 0 && (
            <li>
              {words.photos}
              <div className={styles.photos}>
                {photos.map((photo, at) => (
                  <a key={photo} href={mediaAddress(photo, 2560)} download={words.photoFile(at + 1)}>
                    <img src={mediaAddress(photo, 240)} alt={text.publishing.photo(at + 1)} />
                  </a>
                ))}
              </div>
            </li>
          )}
          <li>
            {words.place}{' '}
            <a href={given.value.address} target="_blank" rel="noreferrer">
              {words.open}
            </a>
          </li>
          <li>
            <Field
              label={words.address}
              hint={words.addressHint}
              value={typed}
              onChange={(value) => {
                setTyped(value)
                setWrong(false)
              }}
              error={wrong ? text.publishing.outDialog.wrong : null}
            />
          </li>
        </ol>
      )}
    </FormDialog>
  )
}
