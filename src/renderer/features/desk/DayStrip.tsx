import type { DeskAnswer } from '../../../shared/desk/api.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './DayStrip.module.css'

interface DayStripProps {
  readonly day: DeskAnswer['day']
  readonly now: number
}

/** The deadlines of the issue in hand up to the press, with how far its stories have come; the next one is marked. */
export const DayStrip = ({ day, now }: DayStripProps) => {
  const text = useText().myDesk
  const format = useFormat()
  const { issue } = useSession()
  const next = day.find(({ at }) => at >= now)
  if (day.length === 0) return null
  return (
    <ol className={styles.strip} aria-label={text.dayOf(issue?.serial ?? '')}>
      {day.map(({ stage, at, done, all }) => {
        const late = at < now && done < all
        return (
          <li key={stage} className={classes(styles.mark, stage === next?.stage && styles.next, late && styles.late)}>
            <span className={styles.when}>{format.comingMoment(at, now)}</span>
            <span className={styles.stage}>{text.stage[stage]}</span>
            <span className={styles.done}>
              {text.stageDone[stage](done, all)}
              {stage === next?.stage && `, ${text.inTime(at - now)}`}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
