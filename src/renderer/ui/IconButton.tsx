import type { ReactNode } from 'react'
import { Button as AriaButton, TooltipTrigger } from 'react-aria-components'
import buttonStyles from './Button.module.css'
import { classes } from './classes.ts'
import { Tooltip } from './Tooltip.tsx'

interface IconButtonProps {
  readonly icon: ReactNode
  /** What it does: its name for assistive technology and its tooltip. */
  readonly label: string
  readonly keys?: string
  readonly kind?: 'plain' | 'flat'
  readonly onPress?: () => void
  readonly isDisabled?: boolean
  readonly slot?: string
  /** Of a button that opens and folds something: is it open? */
  readonly isExpanded?: boolean
}

/** A button that is only an icon; the tooltip says what it does and which key does the same. */
export const IconButton = ({ icon, label, keys, kind = 'flat', isExpanded, ...rest }: IconButtonProps) => (
  <TooltipTrigger delay={500}>
    <AriaButton
      {...rest}
      aria-label={label}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      className={classes(buttonStyles.button, buttonStyles.square, buttonStyles[kind])}
    >
      {icon}
    </AriaButton>
    <Tooltip>
      {label}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </Tooltip>
  </TooltipTrigger>
)
