import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { settingsApi } from '../../../shared/settings/api.ts'
import type { WorkflowRules } from '../../../shared/settings/settings.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './StaffList.module.css'

const longest = 480

/** How strictly approvals are given, and when a key is closed by itself. */
export const RulesForm = ({ mayChange }: { readonly mayChange: boolean }) => {
  const words = useText().staff
  const client = useClient()
  const { value } = useQuery(settingsApi.read, {}, ['settings'])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [minutes, setMinutes] = useState<string | null>(null)
  if (!value) return null
  const { rules } = value
  const save = async (change: Partial<WorkflowRules>) => {
    const result = await client.call(settingsApi.updateRules, { rules: { ...rules, ...change } })
    setFailure(result.ok ? null : result.failure)
    if (result.ok) setMinutes(null)
  }
  const typed = minutes ?? String(rules.lockAfter)
  const isRight = /^\d{1,3}$/.test(typed) && Number(typed) <= longest
  return (
    <section className={styles.rules}>
      <h2>{words.rules}</h2>
      <CheckBox
        isSelected={rules.twoPersons}
        onChange={(twoPersons) => void save({ twoPersons })}
        hint={words.twoPersonsHint}
        isReadOnly={!mayChange}
      >
        {words.twoPersons}
      </CheckBox>
      <CheckBox
        isSelected={rules.strictStages}
        onChange={(strictStages) => void save({ strictStages })}
        hint={words.strictStagesHint}
        isReadOnly={!mayChange}
      >
        {words.strictStages}
      </CheckBox>
      <Field
        label={words.lockAfter}
        hint={words.lockAfterHint}
        value={typed}
        onChange={setMinutes}
        onLeave={() => {
          if (isRight && Number(typed) !== rules.lockAfter) void save({ lockAfter: Number(typed) })
        }}
        error={isRight ? null : words.lockAfterError}
        isReadOnly={!mayChange}
      />
      {failure && <FailureMessage failure={failure} />}
    </section>
  )
}
