import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import styles from './WorkScreen.module.css'

interface WorkScreenProps {
  readonly title: string
  /** The way back to where the screen belongs. */
  readonly back?: { readonly href: string; readonly label: string }
  /** What stands right behind the title: a count, a choice of what is shown. */
  readonly beside?: ReactNode
  readonly actions?: ReactNode
  /** Its matter begins nearer to the edge, in columns. */
  readonly isDense?: boolean
  /** A rule parts the head from its matter; without, the matter has one of its own. */
  readonly isRuled?: boolean
  readonly children: ReactNode
}

/** A screen that fills the window: its head stays, and the parts of its matter scroll by themselves. */
export const WorkScreen = ({ title, back, beside, actions, isDense, isRuled, children }: WorkScreenProps) => (
  <div className={styles.screen}>
    <header className={classes(styles.head, isDense && styles.dense, isRuled && styles.ruled)}>
      {back && <a href={back.href}>{back.label}</a>}
      <h1>{title}</h1>
      {beside}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
    {children}
  </div>
)
