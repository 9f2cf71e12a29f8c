import { Trash2 } from 'lucide-react'
import { consents, type ShownPerson } from '../../shared/media/card.ts'
import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/Button.tsx'
import { CheckBox } from '../ui/CheckBox.tsx'
import { Field } from '../ui/Field.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Select } from '../ui/Select.tsx'
import styles from './MediumCard.module.css'

const nobody: ShownPerson = { name: '', minor: false, consent: 'none', until: null }

interface PersonListProps {
  readonly persons: readonly ShownPerson[]
  readonly isReadOnly: boolean
  /** While a name or a day is typed. */
  readonly onType: (persons: readonly ShownPerson[]) => void
  /** Something was decided at once. */
  readonly onChoose: (persons: readonly ShownPerson[]) => void
  readonly onLeave: () => void
}

/** Who can be recognised in a picture, and what each has agreed to. */
export const PersonList = ({ persons, isReadOnly, onType, onChoose, onLeave }: PersonListProps) => {
  const words = useText().media
  const changed = (at: number, part: Partial<ShownPerson>) =>
    persons.map((person, i) => (i === at ? { ...person, ...part } : person))
  return (
    <>
      <h2>{words.persons}</h2>
      {persons.map((person, at) => {
        const called = person.name.trim() || words.person(at + 1)
        return (
          // People have no names of their own before somebody types them: their places tell them apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <fieldset key={at} className={styles.person} aria-label={called}>
            <div className={styles.nameLine}>
              <Field
                label={words.name}
                value={person.name}
                isReadOnly={isReadOnly}
                onChange={(name) => onType(changed(at, { name }))}
                onLeave={onLeave}
              />
              {!isReadOnly && (
                <IconButton
                  kind="plain"
                  icon={<Trash2 size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
                  label={words.removePerson(called)}
                  onPress={() => onChoose(persons.filter((_person, i) => i !== at))}
                />
              )}
            </div>
            <CheckBox isSelected={person.minor} isReadOnly={isReadOnly} onChange={(minor) => onChoose(changed(at, { minor }))}>
              {words.minor}
            </CheckBox>
            <div className={styles.pair}>
              <Select
                label={words.consent}
                isDisabled={isReadOnly}
                value={person.consent}
                options={consents.map((id) => ({ id, label: words.consents[id] }))}
                onChange={(consent) => onChoose(changed(at, { consent }))}
              />
              <Field
                label={words.consentUntil}
                type="date"
                value={person.until ?? ''}
                isReadOnly={isReadOnly}
                onChange={(day) => onType(changed(at, { until: day === '' ? null : day }))}
                onLeave={onLeave}
              />
            </div>
          </fieldset>
        )
      })}
      {!isReadOnly && (
        <div>
          <Button onPress={() => onChoose([...persons, nobody])}>{words.addPerson}</Button>
        </div>
      )}
    </>
  )
}
