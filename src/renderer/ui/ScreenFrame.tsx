import type { ReactNode } from 'react'
import styles from './ScreenFrame.module.css'

interface ScreenFrameProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A screen that is read from top to bottom: its name, what can be done, its matter. */
export const ScreenFrame = ({ title, actions, children }: ScreenFrameProps) => (
  <div className={styles.screen}>
    <header className={styles.head}>
      <h1>{title}</h1>
      {actions !== undefined && <div className={styles.acts}>{actions}</div>}
    </header>
    {children}
  </div>
)

/** A part of such a screen under its own head. */
export const ScreenPart = ({ title, actions, children }: ScreenFrameProps) => (
  <section aria-label={title}>
    <div className={styles.part}>
      <h2>{title}</h2>
      {actions !== undefined && <div className={styles.acts}>{actions}</div>}
    </div>
    {children}
  </section>
)
