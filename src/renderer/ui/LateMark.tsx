import { isAwaited, lateBy } from '../../shared/workflow/deadline.ts'
import type { ArticleStatus } from '../../shared/workflow/states.ts'
import { useFormat, useText } from '../i18n/text.tsx'
import { classes } from './classes.ts'
import styles from './LateMark.module.css'
import { useMinute } from './use-minute.ts'

interface LateMarkProps {
  readonly status: ArticleStatus
  /** Milliseconds since 1970; null where nobody set a time. */
  readonly deadline: number | null
  /** Only that it is late, in one word, for places without room. */
  readonly short?: boolean
}

const Words = ({ status, deadline, short }: { status: ArticleStatus; deadline: number; short: boolean }) => {
  const text = useText().ui
  const format = useFormat()
  const now = useMinute()
  const late = lateBy(status, deadline, now)
  const when = format.comingMoment(deadline, now)
  if (late === null) return short ? null : <span className={styles.due}>{text.due(when)}</span>
  return (
    <span className={classes(styles.late, short && styles.short)} title={`${text.lateBy(late)}, ${text.wasDue(when)}`}>
      {short ? text.late : text.lateBy(late)}
    </span>
  )
}

/** «опаздывает на 2 дня» in red, or «срок: завтра, 18:00»; nothing once the text is filed or where it is not due. */
export const LateMark = ({ status, deadline, short = false }: LateMarkProps) =>
  deadline !== null && isAwaited(status) && <Words status={status} deadline={deadline} short={short} />
