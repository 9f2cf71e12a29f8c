import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { readMoment, writtenMoment } from '../publishing-model.ts'
import styles from './EmbargoLine.module.css'

interface EmbargoLineProps {
  readonly article: string
  /** Is it out already? Then there is nothing to keep back. */
  readonly isOut: boolean
  readonly readOnly: boolean
}

/** Until when an article stays in the house: a field for what somebody says, and what follows from the day of its issue. */
export const EmbargoLine = ({ article, isOut, readOnly }: EmbargoLineProps) => {
  const words = useText().publishing.embargo
  const format = useFormat()
  const client = useClient()
  const embargo = useQuery(publishingApi.embargo, { article }, ['publishing', 'issue', 'settings'])
  /** What is being written; null while the field shows what is saved. */
  const [written, setWritten] = useState<string | null>(null)
  const [wrong, setWrong] = useState<'wrong' | 'past' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [open, setOpen] = useState(false)
  if (!embargo.value) return embargo.failure && <FailureMessage failure={embargo.failure} onAction={embargo.refresh} />
  const { said, until } = embargo.value
  const saved = said === null ? '' : writtenMoment(said)

  const save = async () => {
    if (written === null) return
    const empty = written.trim() === ''
    const moment = empty || written.trim() === saved ? null : readMoment(written, Date.now())
    if (moment && 'complaint' in moment) {
      setWrong(moment.complaint === 'pastTime' ? 'past' : 'wrong')
      return
    }
    if (moment || empty) {
      const outcome = await client.call(publishingApi.setEmbargo, {
        article,
        until: moment === null ? null : Date.parse(moment.at),
      })
      setFailure(outcome.ok ? null : outcome.failure)
      if (!outcome.ok) return
    }
    setWrong(null)
    setWritten(null)
  }
  const now = Date.now()
  const holding = until !== null && until > now
  const state = holding
    ? until === said
      ? words.until(format.comingMoment(until, now))
      : words.byIssue(format.comingMoment(until, now))
    : said !== null
      ? words.over
      : null

  if (!open && state === null)
    return isOut || readOnly ? null : (
      <div className={styles.closed}>
        <Button kind="flat" onPress={() => setOpen(true)}>
          {words.open}
        </Button>
      </div>
    )
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {readOnly ? null : (
        <Field
          label={words.label}
          autoFocus={open}
          value={written ?? saved}
          onChange={(value) => {
            setWritten(value)
            setWrong(null)
          }}
          onLeave={() => void save()}
          error={wrong === null ? null : words[wrong]}
        />
      )}
      <p className={holding ? styles.holding : styles.hint} role="status">
        {state ?? words.hint}
      </p>
      {failure && <FailureMessage failure={failure} />}
    </form>
  )
}
