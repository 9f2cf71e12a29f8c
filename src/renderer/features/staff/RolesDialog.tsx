import { useState } from 'react'
import type { Failure, Result } from '../../../shared/api/result.ts'
import { roles as allRoles, type Role } from '../../../shared/workflow/states.ts'
import { useText } from '../../i18n/text.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import styles from './StaffList.module.css'

interface RolesDialogProps {
  /** Whose roles; null for a person who is to be added. */
  readonly name: string | null
  readonly held: readonly Role[]
  readonly onClose: () => void
  readonly onSave: (name: string, roles: readonly Role[]) => Promise<Result<unknown>>
}

/** A person's roles; of a new person the name too. */
export const RolesDialog = ({ name, held, onClose, onSave }: RolesDialogProps) => {
  const text = useText()
  const words = text.staff
  const [typed, setTyped] = useState('')
  const [roles, setRoles] = useState<readonly Role[]>(held)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const chosen = name ?? typed.trim()
  const save = async () => {
    setTried(true)
    if (chosen === '' || roles.length === 0) return
    const result = await onSave(chosen, roles)
    if (result.ok) onClose()
    else setFailure(result.failure)
  }
  return (
    <FormDialog
      title={name === null ? words.addTitle : words.rolesOf(name)}
      onClose={onClose}
      onSubmit={() => void save()}
      verb={name === null ? words.addVerb : words.saveRoles}
    >
      {name === null && (
        <Field
          label={text.settings.staff.name}
          value={typed}
          onChange={setTyped}
          error={tried && chosen === '' ? words.nameError : null}
          autoFocus
        />
      )}
      <fieldset className={styles.roles}>
        <legend>{text.settings.staff.roles}</legend>
        {allRoles.map((role) => (
          <CheckBox
            key={role}
            isSelected={roles.includes(role)}
            onChange={(selected) => setRoles(selected ? [...roles, role] : roles.filter((other) => other !== role))}
          >
            {text.vocabulary.role[role]}
          </CheckBox>
        ))}
      </fieldset>
      {tried && roles.length === 0 && <p role="alert">{words.rolesError}</p>}
      {failure && <FailureMessage failure={failure} />}
    </FormDialog>
  )
}
