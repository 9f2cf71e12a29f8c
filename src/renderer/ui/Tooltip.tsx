import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip } from 'react-aria-components'
import styles from './Tooltip.module.css'

/** The text that appears beside a control; goes inside a `TooltipTrigger`. */
export const Tooltip = ({ children }: { readonly children: ReactNode }) => (
  <AriaTooltip offset={6} className={styles.tooltip ?? ''}>
    {children}
  </AriaTooltip>
)
