import type { ReactNode } from 'react'
import { Button as AriaButton, ToggleButton as AriaToggleButton, type PressEvent } from 'react-aria-components'
import styles from './Button.module.css'
import { classes } from './classes.ts'

interface ButtonProps {
  readonly children: ReactNode
  /** `primary` is the next step, one a screen; `flat` has no outline until it is pointed at. */
  readonly kind?: 'primary' | 'plain' | 'flat'
  readonly large?: boolean
  readonly icon?: ReactNode
  /** The key that does the same, shown in the button. */
  readonly keys?: string
  readonly onPress?: (event: PressEvent) => void
  readonly isDisabled?: boolean
  readonly type?: 'button' | 'submit'
  readonly slot?: string
  readonly autoFocus?: boolean
  readonly 'aria-label'?: string
  readonly 'aria-describedby'?: string
}

export const Button = ({ children, kind = 'plain', large = false, icon, keys, type = 'button', ...rest }: ButtonProps) => (
  <AriaButton {...rest} type={type} className={classes(styles.button, styles[kind], large && styles.large)}>
    {icon}
    {children}
    {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
  </AriaButton>
)

interface ToggleButtonProps {
  readonly children: ReactNode
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
  readonly isDisabled?: boolean
}

/** A button that stays pressed. */
export const ToggleButton = ({ children, ...rest }: ToggleButtonProps) => (
  <AriaToggleButton {...rest} className={classes(styles.button, styles.plain)}>
    {children}
  </AriaToggleButton>
)
