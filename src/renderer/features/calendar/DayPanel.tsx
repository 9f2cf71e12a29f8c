import { useState } from 'react'
import type { Calendar, CalendarIssue } from '../../../shared/calendar/api.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import type { Decision } from '../../../shared/calendar/series.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { type CalendarSlot, type DateForm, entriesOn, entryKey } from './calendar-model.ts'
import { EventDetail, ProjectDetail } from './DateDetail.tsx'
import styles from './DayPanel.module.css'
import { EntryLine } from './EntryLine.tsx'
import type { CalendarActions } from './use-calendar-actions.ts'

interface DayPanelProps {
  readonly calendar: Calendar
  readonly day: Day
  readonly actions: CalendarActions
  readonly onOpen: (serial: string) => void
  /** Opens the form of an event or a project. */
  readonly onForm: (form: DateForm) => void
  readonly isReadOnly: boolean
}

const IssueFacts = ({ issue, calendar }: { readonly issue: CalendarIssue; readonly calendar: Calendar }) => {
  const text = useText()
  const format = useFormat()
  const { facts } = text.calendar
  const now = Date.now()
  const series = calendar.series.find(({ id }) => id === issue.turn?.series)
  return (
    <dl className={styles.facts}>
      <dt>{facts.status}</dt>
      <dd>{text.vocabulary.issueStatus[issue.status]}</dd>
      <dt>{facts.plannedFor}</dt>
      <dd>{format.day(issue.plannedFor)}</dd>
      <dt>{facts.pressAt}</dt>
      <dd>{issue.pressAt === null ? '—' : format.comingMoment(issue.pressAt, now)}</dd>
      <dt>{facts.publishedAt}</dt>
      <dd>{issue.publishedAt === null ? text.calendar.notOut : format.comingMoment(issue.publishedAt, now)}</dd>
      <dt>{facts.size}</dt>
      <dd>{text.calendar.size(issue.pages, issue.articles)}</dd>
      <dt>{facts.approved}</dt>
      <dd>{text.calendar.approved(issue.approved, issue.articles)}</dd>
      {series && (
        <>
          <dt>{facts.series}</dt>
          <dd>{series.name}</dd>
        </>
      )}
    </dl>
  )
}

const SlotDecision = ({ slot, actions }: { readonly slot: CalendarSlot; readonly actions: CalendarActions }) => {
  const words = useText().calendar
  const format = useFormat()
  const decide = (decision: Decision | null) => void actions.decide(slot.series, slot.day, decision)
  const { moveTo } = slot
  if (slot.decision !== null)
    return (
      <div className={styles.decision}>
        <p>{words.decided[slot.decision]}</p>
        <Button onPress={() => decide(null)}>{words.forget}</Button>
      </div>
    )
  return (
    <div className={styles.decision}>
      {slot.holiday && <p className={styles.question}>{words.holidayQuestion(slot.serial)}</p>}
      <div className={styles.buttons}>
        {moveTo !== null && (
          <Button kind="primary" onPress={() => decide({ kind: 'move', to: moveTo })}>
            {words.move(format.day(moveTo))}
          </Button>
        )}
        <Button onPress={() => decide({ kind: 'skip' })}>{words.skip}</Button>
        <Button onPress={() => decide({ kind: 'double' })}>{words.double}</Button>
        {slot.holiday && <Button onPress={() => decide({ kind: 'keep' })}>{words.keep}</Button>}
      </div>
    </div>
  )
}

const DayOff = ({ calendar, day, actions }: { calendar: Calendar; day: Day; actions: CalendarActions }) => {
  const text = useText()
  const words = text.calendar
  const [asking, setAsking] = useState(false)
  const [name, setName] = useState('')
  const own = calendar.holidays.find((holiday) => holiday.day === day && holiday.kind === 'own')
  if (own)
    return (
      <Button kind="flat" onPress={() => void actions.setDayOff(day, null)}>
        {words.dayOffForget}
      </Button>
    )
  const mark = () => {
    if (name.trim() === '') return
    setAsking(false)
    void actions.setDayOff(day, name.trim())
  }
  return (
    <>
      <Button kind="flat" onPress={() => setAsking(true)}>
        {words.dayOff}
      </Button>
      <FormDialog
        title={words.dayOffTitle}
        isOpen={asking}
        onClose={() => setAsking(false)}
        onSubmit={mark}
        verb={words.dayOffAction}
      >
        <Field label={words.dayOffName} value={name} onChange={setName} hint={words.dayOffNameHint} autoFocus />
      </FormDialog>
    </>
  )
}

/** What stands on the chosen day, and what can be done with it. */
export const DayPanel = ({ calendar, day, actions, onOpen, onForm, isReadOnly }: DayPanelProps) => {
  const text = useText()
  const format = useFormat()
  const entries = entriesOn(calendar, day)
  const mayDate = calendar.mayDate && !isReadOnly
  const holiday = calendar.holidays.find((one) => one.day === day)
  return (
    <section className={styles.panel} aria-label={format.day(day)}>
      <h2>{format.day(day)}</h2>
      {holiday && <p className={styles.holiday}>{holiday.name}</p>}
      {entries.length === 0 && <p className={styles.none}>{text.calendar.nothing}</p>}
      {entries.map((entry) => (
        <div key={entryKey(entry)} className={styles.entry}>
          <EntryLine entry={entry} whole />
          {(entry.kind === 'plannedFor' || entry.kind === 'publishedAt') && (
            <>
              <IssueFacts issue={entry.issue} calendar={calendar} />
              <div className={styles.buttons}>
                <Button onPress={() => onOpen(entry.issue.serial)}>{text.calendar.open}</Button>
                {!isReadOnly && entry.issue.publishedAt === null && entry.issue.plannedFor <= calendar.today && (
                  <Button onPress={() => void actions.setPublished(entry.issue.serial, Date.now())}>
                    {text.calendar.markPublished}
                  </Button>
                )}
                {!isReadOnly && entry.issue.publishedAt !== null && (
                  <Button kind="flat" onPress={() => void actions.setPublished(entry.issue.serial, null)}>
                    {text.calendar.unmarkPublished}
                  </Button>
                )}
              </div>
            </>
          )}
          {entry.kind === 'slot' && !isReadOnly && <SlotDecision slot={entry.slot} actions={actions} />}
          {entry.kind === 'event' && (
            <EventDetail
              event={entry.event}
              today={calendar.today}
              actions={actions}
              isReadOnly={isReadOnly}
              onChange={mayDate ? () => onForm({ kind: 'event', of: entry.event, day }) : null}
            />
          )}
          {entry.kind === 'project' && (
            <ProjectDetail
              project={entry.project}
              onChange={mayDate ? () => onForm({ kind: 'project', of: entry.project, day }) : null}
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <div className={styles.foot}>
          {mayDate && (
            <>
              <Button onPress={() => onForm({ kind: 'event', of: null, day })}>{text.calendar.newEvent}</Button>
              <Button onPress={() => onForm({ kind: 'project', of: null, day })}>{text.calendar.newProject}</Button>
            </>
          )}
          <DayOff key={day} calendar={calendar} day={day} actions={actions} />
        </div>
      )}
    </section>
  )
}
