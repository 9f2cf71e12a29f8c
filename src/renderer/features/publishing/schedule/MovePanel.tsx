import { useState } from 'react'
import { dayOf, timeOf } from '../../../../shared/calendar/day.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import { useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DeliveryMark } from '../../../ui/DeliveryMark.tsx'
import { Field } from '../../../ui/Field.tsx'
import styles from './ScheduleScreen.module.css'
import { isMovable, momentIn, readTime } from './week.ts'

interface MovePanelProps {
  readonly delivery: Delivery
  readonly channel: string
  readonly mayMove: boolean
  readonly busy: boolean
  /** Is this the next step on the screen? */
  readonly primary: boolean
  readonly onMove: (at: number) => void
}

/** The chosen post: what became of it, and its day and time to be changed. */
export const MovePanel = ({ delivery, channel, mayMove, busy, primary, onMove }: MovePanelProps) => {
  const text = useText()
  const words = text.schedule
  const format = useFormat()
  const embargo = useQuery(publishingApi.embargo, { article: delivery.article }, ['publishing', 'issue', 'settings'])
  const until = embargo.value?.until ?? null
  const present = momentIn(delivery) ?? Date.now()
  const [day, setDay] = useState(dayOf(present))
  const [time, setTime] = useState(timeOf(present))
  const [wrong, setWrong] = useState(false)
  const move = () => {
    const at = readTime(day, time)
    setWrong(at === null)
    if (at !== null) onMove(at)
  }
  return (
    <form
      className={styles.chosen}
      aria-label={words.chosen}
      onSubmit={(event) => {
        event.preventDefault()
        move()
      }}
    >
      <p className={styles.what}>
        <DeliveryMark status={delivery.status} word />
        <a href={hrefOf({ section: 'publishing', article: delivery.article })}>{delivery.headline || text.publishing.untitled}</a>
        <span>{channel}</span>
      </p>
      {until !== null && until > Date.now() && (
        <p className={styles.reason}>{text.publishing.embargo.until(format.comingMoment(until, Date.now()))}</p>
      )}
      {delivery.reason !== null && <p className={styles.reason}>{delivery.reason}</p>}
      {mayMove && isMovable(delivery) ? (
        <div className={styles.fields}>
          <Field label={words.day} type="date" value={day} onChange={setDay} />
          <Field
            label={words.time}
            value={time}
            onChange={(value) => {
              setTime(value)
              setWrong(false)
            }}
            error={wrong ? words.wrongTime : null}
          />
          <Button type="submit" kind={primary ? 'primary' : 'plain'} isDisabled={busy}>
            {words.move}
          </Button>
        </div>
      ) : (
        <p className={styles.reason}>{words.fixed}</p>
      )}
    </form>
  )
}
