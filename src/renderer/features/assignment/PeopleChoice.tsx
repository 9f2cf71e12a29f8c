import { Check } from 'lucide-react'
import { Checkbox, CheckboxGroup, Label, Text } from 'react-aria-components'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import styles from './AssignmentDialog.module.css'

interface PeopleChoiceProps {
  readonly chosen: readonly string[]
  readonly onChange: (people: readonly string[]) => void
}

/** Who is to write: any number of the staff. */
export const PeopleChoice = ({ chosen, onChange }: PeopleChoiceProps) => {
  const text = useText().assignment
  const { staff } = useSession()
  return (
    <CheckboxGroup className={styles.people ?? ''} value={[...chosen]} onChange={onChange}>
      <Label className={styles.label}>{text.people}</Label>
      <div className={styles.chips}>
        {staff.map(({ id, name }) => (
          <Checkbox key={id} value={id} className={styles.chip ?? ''}>
            {({ isSelected }) => (
              <>
                {isSelected && <Check size={14} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
                {name}
              </>
            )}
          </Checkbox>
        ))}
      </div>
      <Text slot="description" className={styles.hint ?? ''}>
        {text.peopleHint}
      </Text>
    </CheckboxGroup>
  )
}
