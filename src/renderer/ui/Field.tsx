import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import styles from './Field.module.css'

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Forms save as a field is left. */
  readonly onLeave?: () => void
  readonly hint?: ReactNode
  /** Why the value can't be taken; shown after the field was left. */
  readonly error?: string | null
  readonly lines?: number
  readonly type?: 'text' | 'password' | 'date' | 'number' | 'url' | 'datetime-local'
  readonly isReadOnly?: boolean
  readonly isRequired?: boolean
  readonly autoFocus?: boolean
  readonly min?: string
  readonly max?: string
}

/** A labelled line (or some lines) of text with its hint and its error. */
export const Field = ({
  label,
  value,
  onChange,
  onLeave,
  hint,
  error = null,
  lines = 1,
  type = 'text',
  isReadOnly = false,
  isRequired = false,
  autoFocus = false,
  min,
  max,
}: FieldProps) => (
  <TextField
    className={styles.field ?? ''}
    value={value}
    onChange={onChange}
    onBlur={() => onLeave?.()}
    isInvalid={error !== null}
    isReadOnly={isReadOnly}
    isRequired={isRequired}
    autoFocus={autoFocus}
    type={type}
    validationBehavior="aria"
  >
    <Label className={styles.label}>{label}</Label>
    {lines > 1 ? (
      <TextArea className={styles.area ?? ''} rows={lines} />
    ) : (
      <Input className={styles.input ?? ''} {...(min === undefined ? {} : { min })} {...(max === undefined ? {} : { max })} />
    )}
    {hint !== undefined && error === null && (
      <Text slot="description" className={styles.hint ?? ''}>
        {hint}
      </Text>
    )}
    <FieldError className={styles.error ?? ''}>{error}</FieldError>
  </TextField>
)
