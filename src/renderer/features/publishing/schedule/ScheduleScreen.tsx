import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { addDays, dayOf } from '../../../../shared/calendar/day.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { Delivery } from '../../../../shared/publishing/delivery.ts'
import { momentWords, nextFreeTime, onDay, rulesFor, timeObstacle } from '../../../../shared/publishing/schedule.ts'
import { settingsApi } from '../../../../shared/settings/api.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useSession } from '../../../app/session.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { useMinute } from '../../../ui/use-minute.ts'
import { WorkScreen } from '../../../ui/WorkScreen.tsx'
import { channelName, shortPlace } from '../publishing-model.ts'
import { DayCell } from './DayCell.tsx'
import { MovePanel } from './MovePanel.tsx'
import styles from './ScheduleScreen.module.css'
import { deliveriesOn, momentIn, weekFrom, weekOf, withoutTime } from './week.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface Refused {
  readonly failure: Failure
  /** The delivery, and the next time at which it may go out. */
  readonly offer: { readonly delivery: string; readonly at: number } | null
}

/** «Расписание»: the week of every channel; what waits is dragged to another day or given another time. */
export const ScheduleScreen = () => {
  const text = useText()
  const words = text.schedule
  const format = useFormat()
  const client = useClient()
  const { may } = useSession()
  const now = useMinute()
  const channels = useQuery(publishingApi.channels, {}, ['publishing', 'settings'])
  const outbox = useQuery(publishingApi.outbox, {}, ['publishing'])
  const settings = useQuery(settingsApi.read, {}, ['settings'])
  const [monday, setMonday] = useState(() => weekOf(Date.now()))
  const [selected, setSelected] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)

  const days = weekFrom(monday)
  const today = dayOf(now)
  const deliveries = outbox.value?.deliveries ?? []
  const chosen = deliveries.find(({ id }) => id === selected) ?? null
  const waiting = withoutTime(deliveries).length
  const quiet = settings.value?.publishing.quiet ?? null
  const mayMove = may('publish')
  const known = new Map((channels.value ?? []).map((channel) => [channel.id, channel]))

  /** The time to offer in place of one that quiet hours or an embargo forbid. */
  const offerFor = async (delivery: Delivery, at: number): Promise<Refused['offer']> => {
    const kind = known.get(delivery.channel)?.kind
    const embargo = await client.call(publishingApi.embargo, { article: delivery.article })
    if (kind === undefined || !embargo.ok) return null
    const rules = rulesFor(kind, { quiet, embargo: embargo.value.until })
    return timeObstacle(rules, at) === null ? null : { delivery: delivery.id, at: nextFreeTime(rules, at) }
  }
  const move = async (id: string, at: number) => {
    const delivery = deliveries.find((each) => each.id === id)
    if (!delivery || busy) return
    setBusy(true)
    const moved = await client.call(publishingApi.move, { delivery: id, at: new Date(at).toISOString() })
    setRefused(moved.ok ? null : { failure: moved.failure, offer: await offerFor(delivery, at) })
    setBusy(false)
    setSelected(id)
  }
  const failures = [channels, outbox, settings].flatMap(({ failure, refresh }) => (failure ? [{ failure, refresh }] : []))

  return (
    <WorkScreen
      title={words.title}
      back={{ href: hrefOf({ section: 'publishing', article: null }), label: words.toPublishing }}
      beside={
        <div className={styles.week}>
          <IconButton icon={<ChevronLeft {...icon} />} label={words.before} onPress={() => setMonday(addDays(monday, -7))} />
          <strong aria-live="polite">{words.week(format.date(monday), format.date(addDays(monday, 6)))}</strong>
          <IconButton icon={<ChevronRight {...icon} />} label={words.after} onPress={() => setMonday(addDays(monday, 7))} />
          {monday !== weekOf(now) && (
            <Button kind="flat" onPress={() => setMonday(weekOf(now))}>
              {words.thisWeek}
            </Button>
          )}
          <span className={styles.rules}>
            {words.zone} · {quiet === null ? words.noQuiet : words.quiet(quiet.from, quiet.to)}
          </span>
          <a href={hrefOf({ section: 'settings', part: 'publishing' })}>{words.toRules}</a>
        </div>
      }
      isDense
    >
      {failures.map(({ failure, refresh }) => (
        <FailureMessage key={failure.what} failure={failure} onAction={refresh} />
      ))}
      {waiting > 0 && <p className={styles.waiting}>{words.waiting(waiting)}</p>}
      {channels.value && channels.value.length === 0 ? (
        <EmptyState action={<a href={hrefOf({ section: 'settings', part: 'channels' })}>{text.publishing.toChannels}</a>}>
          {text.publishing.noChannels}
        </EmptyState>
      ) : (
        <section className={styles.frame} aria-label={words.title} data-region="">
          <table className={styles.days}>
            <thead>
              <tr>
                <th scope="col">{words.channel}</th>
                {days.map((day) => (
                  <th key={day} scope="col" className={classes(day === today && styles.today)}>
                    {words.dayHead(format.weekday(day), format.date(day))}
                    {day === today && ` · ${words.today}`}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {(channels.value ?? []).map((channel) => (
                <tr key={channel.id}>
                  <th scope="row">
                    {text.channel.kinds[channel.kind]}
                    <span>{shortPlace(channel)}</span>
                  </th>
                  {days.map((day) => (
                    <td key={day} className={classes(day === today && styles.today)}>
                      <DayCell
                        label={`${channelName(channel, text.channel.kinds)}, ${format.day(day)}`}
                        channel={channel.id}
                        deliveries={deliveriesOn(deliveries, channel.id, day)}
                        selected={selected}
                        onSelect={(id) => {
                          setSelected(id)
                          setRefused(null)
                        }}
                        onDrop={(id) => {
                          const delivery = deliveries.find((each) => each.id === id)
                          const present = delivery && momentIn(delivery)
                          if (typeof present === 'number') void move(id, onDay(present, day))
                        }}
                        mayMove={mayMove}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section className={styles.foot} data-region="" aria-label={words.chosen}>
        {refused && (
          <div className={styles.refused}>
            <FailureMessage failure={refused.failure} />
            {refused.offer && (
              <Button
                kind="primary"
                onPress={() => {
                  const { offer } = refused
                  if (offer) void move(offer.delivery, offer.at)
                }}
                isDisabled={busy}
              >
                {words.takeOffer(momentWords(refused.offer.at))}
              </Button>
            )}
          </div>
        )}
        {chosen ? (
          <MovePanel
            key={`${chosen.id} ${momentIn(chosen)}`}
            delivery={chosen}
            channel={((channel) => (channel ? channelName(channel, text.channel.kinds) : chosen.channel))(
              known.get(chosen.channel),
            )}
            mayMove={mayMove}
            busy={busy}
            primary={!refused?.offer}
            onMove={(at) => void move(chosen.id, at)}
          />
        ) : (
          <p className={styles.hint}>{words.choose}</p>
        )}
      </section>
    </WorkScreen>
  )
}
