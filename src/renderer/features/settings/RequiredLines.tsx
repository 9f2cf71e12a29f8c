import { type ImprintLineId, imprintLineIds } from '../../../shared/settings/imprint-lines.ts'
import { useText } from '../../i18n/text.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import styles from './PublicationForm.module.css'

interface RequiredLinesProps {
  readonly required: readonly ImprintLineId[]
  /** What the imprint does not say as it is written now. */
  readonly unsaid: ReadonlySet<ImprintLineId>
  readonly isReadOnly: boolean
  readonly onChange: (required: readonly ImprintLineId[]) => void
}

/** What the imprint has to say before an issue goes to the printer, and which of it is still missing. */
export const RequiredLines = ({ required, unsaid, isReadOnly, onChange }: RequiredLinesProps) => {
  const words = useText().settings.publication
  return (
    <fieldset className={styles.stages}>
      <legend>{words.requiredLines}</legend>
      <p className={styles.hint}>{words.requiredLinesHint}</p>
      <div className={styles.lines}>
        {imprintLineIds.map((id) => (
          <CheckBox
            key={id}
            isSelected={required.includes(id)}
            isReadOnly={isReadOnly}
            onChange={(selected) =>
              onChange(imprintLineIds.filter((other) => (other === id ? selected : required.includes(other))))
            }
            {...(unsaid.has(id) ? { hint: words.lineMissing } : {})}
          >
            {words.imprintLines[id]}
          </CheckBox>
        ))}
      </div>
    </fieldset>
  )
}
