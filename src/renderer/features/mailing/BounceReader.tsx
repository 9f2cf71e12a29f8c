import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Failure } from '../../../shared/api/result.ts'
import { mailingApi } from '../../../shared/mailing/api.ts'
import type { BouncesRead, NotedBounce } from '../../../shared/mailing/bounce.ts'
import { useClient } from '../../api/hooks.tsx'
import { readFiles } from '../../api/read-files.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { useFileDrop } from '../../ui/use-file-drop.ts'
import styles from './BounceReader.module.css'

const BounceRow = ({ bounce }: { readonly bounce: NotedBounce }) => {
  const words = useText().mailing.bounce
  const { address, organisation, kind, reason, noted } = bounce
  const outcome = noted || kind === 'delayed' ? words.kinds[kind] : words.decided
  return (
    <tr>
      <td>
        <div>{address}</div>
        <div className={styles.note}>{organisation ?? words.unknown}</div>
      </td>
      <td lang="en">{reason}</td>
      <td>{organisation === null ? '' : outcome}</td>
    </tr>
  )
}

/** Takes in letters that came back, chosen or dropped, and shows what was made of them. */
export const BounceReader = () => {
  const words = useText().mailing.bounce
  const client = useClient()
  const [busy, setBusy] = useState(false)
  const [read, setRead] = useState<BouncesRead | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const take = async (files: readonly File[]) => {
    if (files.length === 0 || busy) return
    setBusy(true)
    const done = await client.call(mailingApi.readBounces, { letters: await readFiles(files) })
    setBusy(false)
    setFailure(done.ok ? null : done.failure)
    setRead(done.ok ? done.value : null)
  }
  const { isOver, area } = useFileDrop((files) => void take(files))
  return (
    // Files are dropped by the mouse alone; the button beside does the same by keyboard.
    <div className={classes(styles.area, isOver && styles.over)} {...area}>
      <FileTrigger allowsMultiple acceptedFileTypes={['.eml']} onSelect={(files) => files && void take([...files])}>
        <Button isDisabled={busy}>{busy ? words.reading : words.open}</Button>
      </FileTrigger>
      <span className={styles.hint}>{words.hint}</span>
      {failure && <FailureMessage failure={failure} />}
      {read !== null && (
        <Dialog
          title={words.title}
          isOpen
          wide
          onClose={() => setRead(null)}
          actions={
            <Button kind="primary" onPress={() => setRead(null)} autoFocus>
              {words.close}
            </Button>
          }
        >
          {read.bounces.length > 0 && (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{words.address}</th>
                  <th scope="col">{words.what}</th>
                  <th scope="col">{words.outcome}</th>
                </tr>
              </thead>
              <tbody>
                {read.bounces.map((bounce) => (
                  <BounceRow key={`${bounce.address} ${bounce.reason} ${bounce.kind}`} bounce={bounce} />
                ))}
              </tbody>
            </table>
          )}
          {read.others.length > 0 && <p>{words.others(read.others.join(', '))}</p>}
        </Dialog>
      )}
    </div>
  )
}
