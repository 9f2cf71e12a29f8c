import { useState } from 'react'
import type { Output } from '../../../../shared/api/operation.ts'
import type { Failure } from '../../../../shared/api/result.ts'
import { correctionApi } from '../../../../shared/correction/api.ts'
import { type CorrectionKind, correctionKinds } from '../../../../shared/correction/correction.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../../shared/publishing/channel.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import { nameIn } from '../publishing-model.ts'
import styles from './CorrectionLine.module.css'

type State = Output<typeof correctionApi.read>

interface CorrectionDialogProps {
  readonly article: string
  readonly state: State
  readonly channels: readonly ChannelState[]
  readonly onClose: () => void
}

type Words = ReturnType<typeof useText>['correction']['state']

const fateOf = ({ edit, remove, differs }: State['places'][number], kind: CorrectionKind, words: Words): string => {
  if (kind === 'retraction') return remove ? words.willRemove : words.cannotRemove
  if (!differs) return words.same
  return edit ? words.differs : words.cannotEdit
}

/** Orders one correction, or a retraction, for every place the article is out in. */
export const CorrectionDialog = ({ article, state, channels, onClose }: CorrectionDialogProps) => {
  const text = useText()
  const words = text.correction
  const client = useClient()
  const toast = useToast()
  const [kind, setKind] = useState<CorrectionKind>('correction')
  const [wrong, setWrong] = useState('')
  const [right, setRight] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const order = async () => {
    setBusy(true)
    const ordered = await client.call(correctionApi.order, { article, kind, wrong, right })
    setBusy(false)
    setFailure(ordered.ok ? null : ordered.failure)
    if (!ordered.ok) return
    // What becomes of it is told by the outbox.
    void client.call(publishingApi.drain, {})
    toast({ text: words.ordered[kind] })
    onClose()
  }
  const { places, printed, blocked } = state
  const isBlocked = kind === 'correction' && blocked !== null && places.length > 0
  return (
    <Dialog
      title={words.title}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          <Button kind="primary" isDisabled={busy || isBlocked} onPress={() => void order()}>
            {words.confirm[kind]}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label={words.kind}
          options={correctionKinds.map((id) => ({ id, label: words.kinds[id] }))}
          value={kind}
          onChange={setKind}
        />
        <p>{words.explain[kind]}</p>
        {isBlocked && <p className={styles.warning}>{blocked}</p>}
        <table className={styles.where}>
          <caption hidden>{words.places}</caption>
          <tbody>
            {places.length === 0 && (
              <tr>
                <td>{words.noPlaces}</td>
              </tr>
            )}
            {places.map((place) => (
              <tr key={place.delivery}>
                <th scope="row">{nameIn(channels, place.channel, text.channel.kinds)}</th>
                <td>{fateOf(place, kind, words.state)}</td>
                <td>
                  {place.url !== null && (
                    <a href={place.url} target="_blank" rel="noreferrer">
                      {text.publishing.link}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {printed && <p>{words.printedNote(printed.issue, printed.page)}</p>}
        <Field label={words.wrong} hint={printed ? words.wrongHint : undefined} value={wrong} onChange={setWrong} lines={2} />
        <Field label={words.right} value={right} onChange={setRight} lines={2} />
        {failure && <FailureMessage failure={failure} />}
      </div>
    </Dialog>
  )
}
