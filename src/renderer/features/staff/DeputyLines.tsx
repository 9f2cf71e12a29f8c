import { dayOf } from '../../../shared/calendar/day.ts'
import type { Deputy } from '../../../shared/staff/staff.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import styles from './StaffList.module.css'

interface DeputyLinesProps {
  readonly name: string
  readonly deputies: readonly Deputy[]
  /** Ends one early; null where the person may not. */
  readonly onEnd: ((deputy: string) => void) | null
}

/** For how long a person stands in for others; what is over is not shown. */
export const DeputyLines = ({ name, deputies, onEnd }: DeputyLinesProps) => {
  const text = useText()
  const words = text.staff.deputy
  const format = useFormat()
  const now = useMinute()
  return (
    <>
      {deputies
        .filter(({ until }) => until > now)
        .map(({ id, roles, from, until }) => {
          const named = roles.map((role) => text.vocabulary.role[role]).join(', ')
          return (
            <span key={id} className={styles.deputy}>
              {words.line(named, format.date(dayOf(from)), format.date(dayOf(until - 1)))}
              {onEnd && (
                <Button kind="flat" aria-label={words.endOf(name)} onPress={() => onEnd(id)}>
                  {words.end}
                </Button>
              )}
            </span>
          )
        })}
    </>
  )
}
