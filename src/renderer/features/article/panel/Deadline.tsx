import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { workflowApi } from '../../../../shared/workflow/api.ts'
import { isAwaited } from '../../../../shared/workflow/deadline.ts'
import type { ArticleStatus } from '../../../../shared/workflow/states.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useSession } from '../../../app/session.tsx'
import { readDeadline } from '../../../i18n/read-moment.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Field } from '../../../ui/Field.tsx'
import { LateMark } from '../../../ui/LateMark.tsx'
import styles from './Deadline.module.css'

interface DeadlineProps {
  readonly article: string
  readonly status: ArticleStatus
  readonly deadline: number | null
  readonly onSaved: () => void
}

const DeadlineField = ({ article, status, deadline, onSaved }: DeadlineProps) => {
  const text = useText().article.panel
  const client = useClient()
  const format = useFormat()
  const saved = deadline === null ? '' : format.typedMoment(deadline)
  /** What is being written; null while the field shows what is saved. */
  const [written, setWritten] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const save = async () => {
    if (written === null) return
    const next = written.trim() === '' ? null : readDeadline(written, Date.now())
    setWrong(next === null && written.trim() !== '')
    if (next === null && written.trim() !== '') return
    if (next !== deadline) {
      const outcome = await client.call(workflowApi.setDeadline, { article, deadline: next })
      setFailure(outcome.ok ? null : outcome.failure)
      if (!outcome.ok) return
      onSaved()
    }
    setWritten(null)
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Field
        label={text.deadline}
        value={written ?? saved}
        onChange={(value) => {
          setWritten(value)
          setWrong(false)
        }}
        onLeave={() => void save()}
        hint={
          written === null && deadline !== null && isAwaited(status) ? (
            <LateMark status={status} deadline={deadline} />
          ) : (
            text.deadlineHint
          )
        }
        error={wrong ? text.deadlineError : null}
      />
      {failure && <FailureMessage failure={failure} />}
    </form>
  )
}

/** When the text is due: a field for those who plan, words for the others. */
export const Deadline = (props: DeadlineProps) => {
  const { status, deadline } = props
  const text = useText().article.panel
  const format = useFormat()
  const { may, person } = useSession()
  if (person !== null && may('giveAssignment')) return <DeadlineField {...props} />
  if (deadline === null) return null
  return (
    <div className={styles.words}>
      <span>
        {text.deadline}: {format.comingMoment(deadline, Date.now())}
      </span>
      <LateMark status={status} deadline={deadline} />
    </div>
  )
}
