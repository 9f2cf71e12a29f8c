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
}

/** A button that is only an icon; the tooltip says what it does and which key does the same. */
export const IconButton = ({ icon, label, keys, kind = 'flat', ...rest }: IconButtonProps) => (
  <TooltipTrigger delay={500}>
    <AriaButton {...rest} aria-label={label} className={classes(buttonStyles.button, buttonStyles.square, buttonStyles[kind])}>
      {icon}
    </AriaButton>
    <Tooltip>
      {label}
      {keys !== undefined && <kbd>{keys}</kbd>}
    </Tooltip>
  </TooltipTrigger>
)
