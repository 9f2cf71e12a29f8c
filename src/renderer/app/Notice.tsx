import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { classes } from '../ui/classes.ts'
import styles from './Notice.module.css'

/** A line under the bar that stays until its cause is gone. */
export const Notice = ({ children, tone = 'amber' }: { readonly children: ReactNode; readonly tone?: 'amber' | 'red' }) => (
  <div className={classes(styles.notice, styles[tone])} role="status">
    <TriangleAlert size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
    <span>{children}</span>
  </div>
)
