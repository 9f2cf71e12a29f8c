import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

/** What a place without content shows: one sentence and one action. */
export const EmptyState = ({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) => (
  <div className={styles.empty}>
    <p>{children}</p>
    {action}
  </div>
)
