import { Archive } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { depositApi } from '../../../shared/deposit/api.ts'
import type { DeskDeposit } from '../../../shared/desk/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { useToast } from '../../ui/Toast.tsx'
import styles from './Deposits.module.css'
import heap from './DeskHeap.module.css'

interface DepositsProps {
  readonly deposits: readonly DeskDeposit[]
  readonly isReadOnly: boolean
}

/** Legal deposit copies that have to be sent of issues that are out. */
export const Deposits = ({ deposits, isReadOnly }: DepositsProps) => {
  const text = useText()
  const words = text.myDesk.deposits
  const format = useFormat()
  const client = useClient()
  const toast = useToast()
  const [busy, setBusy] = useState<string | null>(null)
  const [folder, setFolder] = useState<{ readonly issue: string; readonly path: string } | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  if (deposits.length === 0) return null

  const prepare = async (issue: string) => {
    setBusy(issue)
    setFailure(null)
    const made = await client.call(depositApi.prepare, { issue, folder: null, job: crypto.randomUUID() })
    setBusy(null)
    if (made.ok) setFolder({ issue, path: made.value.folder })
    else setFailure(made.failure)
  }
  const settle = async (issue: string, sent: boolean) => {
    const settled = await client.call(depositApi.settle, { issue, sent })
    if (!settled.ok) return setFailure(settled.failure)
    if (sent) toast({ text: words.settled(issue), action: { label: words.undo, onPress: () => void settle(issue, false) } })
  }

  return (
    <section className={heap.heap} aria-label={words.title}>
      <h2 className={heap.title}>
        <Archive size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
        {words.title}
        <span className={heap.count}>{deposits.length}</span>
      </h2>
      {failure && <FailureMessage failure={failure} onAction={() => setFailure(null)} actionLabel={text.ui.close} />}
      <ul className={styles.list}>
        {deposits.map(({ issue, due, isLate }) => (
          <li key={issue} className={styles.row}>
            <span className={styles.words}>
              <span className={heap.headline}>{words.row(issue)}</span>
              <span className={classes(isLate ? heap.late : heap.note)}>{words.due(format.date(due))}</span>
              {folder?.issue === issue && (
                <span className={heap.note} role="status">
                  {words.prepared(folder.path)}
                </span>
              )}
            </span>
            {!isReadOnly && (
              <span className={styles.buttons}>
                <Button onPress={() => void prepare(issue)} isDisabled={busy !== null}>
                  {busy === issue ? words.preparing : words.prepare}
                </Button>
                <Button onPress={() => void settle(issue, true)}>{words.sent}</Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
