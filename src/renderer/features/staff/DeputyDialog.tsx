import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { momentOf } from '../../../shared/calendar/day.ts'
import { staffApi } from '../../../shared/staff/api.ts'
import type { StaffMember } from '../../../shared/staff/staff.ts'
import { useClient } from '../../api/hooks.tsx'
import { readDay } from '../../i18n/read-day.ts'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './StaffList.module.css'

interface DeputyDialogProps {
  /** Who stands in. */
  readonly member: StaffMember
  /** Whom they may stand in for. */
  readonly others: readonly StaffMember[]
  readonly onClose: () => void
}

const day = 24 * 3_600_000

/** The first moment of a day by the newspaper's clock, in milliseconds since 1970. */
const startOf = (iso: string): number => momentOf(iso, '00:00')

/** The roles a person holds for good, without those they have for a time. */
const standingOf = ({ standing, roles }: StaffMember): StaffMember['roles'] => standing ?? roles

/** Gives a person the roles of another for some days; both days count. */
export const DeputyDialog = ({ member, others, onClose }: DeputyDialogProps) => {
  const text = useText()
  const words = text.staff.deputy
  const client = useClient()
  const [whom, setWhom] = useState<string | null>(others[0]?.id ?? null)
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const absent = others.find(({ id }) => id === whom)
  const [first, last] = [readDay(from), readDay(until)]
  const save = async () => {
    setTried(true)
    if (!absent || first === null || last === null) return
    const time = { from: startOf(first), until: startOf(last) + day }
    const done = await client.call(staffApi.deputize, { person: member.id, roles: [...standingOf(absent)], ...time })
    if (done.ok) onClose()
    else setFailure(done.failure)
  }
  const error = (read: string | null) => (tried && read === null ? words.dayError : null)
  return (
    <FormDialog title={words.title(member.name)} onClose={onClose} onSubmit={() => void save()} verb={words.verb}>
      <Select label={words.whom} options={others.map(({ id, name }) => ({ id, label: name }))} value={whom} onChange={setWhom} />
      {absent && (
        <p className={styles.hint}>
          {words.roles(
            standingOf(absent)
              .map((role) => text.vocabulary.role[role])
              .join(', '),
          )}
        </p>
      )}
      <Field label={words.from} hint={words.dayHint} value={from} onChange={setFrom} error={error(first)} />
      <Field label={words.until} hint={words.dayHint} value={until} onChange={setUntil} error={error(last)} />
      <p className={styles.hint}>{words.explain}</p>
      {failure && <FailureMessage failure={failure} />}
    </FormDialog>
  )
}
