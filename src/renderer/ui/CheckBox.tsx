import type { ReactNode } from 'react'
import { Checkbox } from 'react-aria-components'
import styles from './CheckBox.module.css'

interface CheckBoxProps {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (selected: boolean) => void
  readonly hint?: string
  readonly isReadOnly?: boolean
  readonly isDisabled?: boolean
}

/** Something that is so or not. */
export const CheckBox = ({ children, isSelected, onChange, hint, ...states }: CheckBoxProps) => (
  <Checkbox className={styles.option ?? ''} isSelected={isSelected} onChange={onChange} {...states}>
    <span className={styles.box}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="m2.5 6.2 2.3 2.3 4.7-5" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
    </span>
    <span>
      {children}
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
    </span>
  </Checkbox>
)
