import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { mailingApi } from '../../../shared/mailing/api.ts'
import type { ImportPlan } from '../../../shared/mailing/import-plan.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { useToast } from '../../ui/Toast.tsx'
import styles from './AddressList.module.css'

/** As many problems as a person reads; the rest is counted. */
const shown = 50

interface ImportDialogProps {
  readonly name: string
  readonly bytes: string
  readonly plan: ImportPlan
  readonly onClose: () => void
}

/** What a table would change, before it does. */
export const ImportDialog = ({ name, bytes, plan, onClose }: ImportDialogProps) => {
  const text = useText()
  const words = text.mailing.import
  const client = useClient()
  const toast = useToast()
  const [failure, setFailure] = useState<Failure | null>(null)
  const found = plan.columns.some(({ column }) => column === 'address')
  const anything = plan.added.length + plan.changed.length > 0
  const take = async () => {
    const taken = await client.call(mailingApi.importAddresses, { name, bytes })
    setFailure(taken.ok ? null : taken.failure)
    if (!taken.ok) return
    toast({ text: words.done(taken.value.added.length, taken.value.addresses) })
    onClose()
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.ui.cancel}</Button>
          {anything && (
            <Button kind="primary" onPress={() => void take()}>
              {words.confirm}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        <p>{name}</p>
        {found ? (
          <p className={styles.note}>
            {words.columns}:{' '}
            {plan.columns.map(({ heading, column }) => words.column(heading, words.columnNames[column])).join(', ')}.{' '}
            {plan.unused.length > 0 && words.unused(plan.unused.join(', '))}
          </p>
        ) : (
          <p>{words.noAddress}</p>
        )}
        <ul className={styles.counts}>
          <li>{words.added(plan.added.length)}</li>
          <li>{words.changed(plan.changed.length)}</li>
          <li>{words.same(plan.same)}</li>
          <li>{words.addresses(plan.addresses)}</li>
        </ul>
        {!anything && found && <p>{words.nothing}</p>}
        {plan.problems.length > 0 && (
          <section>
            <h3 className={styles.heading}>{words.problems}</h3>
            <ul className={styles.problems}>
              {plan.problems.slice(0, shown).map(({ row, what }) => (
                <li key={`${row} ${what}`}>{words.problem(row, what)}</li>
              ))}
            </ul>
            {plan.problems.length > shown && <p>{words.more(plan.problems.length - shown)}</p>}
          </section>
        )}
        {anything && <p className={styles.note}>{words.safe}</p>}
        {failure && <FailureMessage failure={failure} />}
      </div>
    </Dialog>
  )
}
