import { type ReactNode, useState } from 'react'
import { calendarApi } from '../../../shared/calendar/api.ts'
import { type Day, dayOf } from '../../../shared/calendar/day.ts'
import { useQuery } from '../../api/hooks.tsx'
import { navigate } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { CalendarHead } from './CalendarHead.tsx'
import styles from './CalendarScreen.module.css'
import { type CalendarView, calendarViews, type DateForm, dateFormOn, entriesByDay, issueOn, rangeOf } from './calendar-model.ts'
import { DayGrid } from './DayGrid.tsx'
import { DayPanel } from './DayPanel.tsx'
import { IssueYear } from './IssueYear.tsx'
import { SeriesDialog } from './SeriesDialog.tsx'
import { SpecialDialog } from './SpecialDialog.tsx'
import { freshSeries } from './series-draft.ts'
import { type MadeAhead, useCalendarActions } from './use-calendar-actions.ts'

const viewKey = 'newsroom.calendar.view'

const AheadMessage = ({ ahead, onDay }: { readonly ahead: MadeAhead; readonly onDay: (day: Day) => void }) => {
  const words = useText().calendar
  const format = useFormat()
  const { created, undecided } = ahead
  const [first, last] = [created[0], created.at(-1)]
  return (
    <div className={styles.message}>
      <p>{first && last ? words.aheadDone(created.length, first.serial, last.serial) : words.aheadNothing}</p>
      {undecided !== null && <Button onPress={() => onDay(undecided)}>{words.aheadUndecided(format.day(undecided))}</Button>}
    </div>
  )
}

interface CalendarScreenProps {
  /** The form of an event or a project, which is that of the catalogue. */
  readonly dateForm: (form: DateForm, onClose: () => void) => ReactNode
}

/** «Календарь»: issues, press times, deliveries, events and projects on their days; a month, week or year at a time. */
export const CalendarScreen = ({ dateForm }: CalendarScreenProps) => {
  const text = useText()
  const { may, publication, chooseIssue } = useSession()
  const [day, setDay] = useState<Day>(() => dayOf(Date.now()))
  const [view, setView] = useState<CalendarView>(
    () => calendarViews.find((one) => one === window.localStorage.getItem(viewKey)) ?? 'month',
  )
  const [series, setSeries] = useState<{ readonly id: string | null } | null>(null)
  const [special, setSpecial] = useState(false)
  const [form, setForm] = useState<DateForm | null>(null)
  const range = rangeOf(view, day)
  const query = useQuery(calendarApi.read, range, ['calendar', 'issue', 'workflow', 'publishing', 'settings', 'rubric'])
  const [last, setLast] = useState(query.value)
  if (query.value !== null && query.value !== last) setLast(query.value)
  const actions = useCalendarActions()
  // While another month is read, the frame stays and its days stand empty for a moment.
  const calendar =
    query.value ?? (last && { ...last, issues: [], slots: [], sendings: [], holidays: [], events: [], projects: [] })
  if (!calendar) return query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />

  const openIssue = (serial: string) => {
    chooseIssue(serial)
    navigate({ section: 'issue' })
  }
  const openDay = (chosen: Day) => {
    setDay(chosen)
    // A long project is no reason not to make an event in the middle of it.
    const entries = entriesByDay(calendar).get(chosen) ?? []
    const issue = issueOn(entries)
    if (issue) openIssue(issue.serial)
    else if (calendar.mayDate && may('giveAssignment')) setForm(dateFormOn(entries, chosen))
  }
  const edited = series && calendar.series.find(({ id }) => id === series.id)

  return (
    <SplitView
      id="calendar"
      sideName={text.calendar.day}
      sideSize={300}
      wanted={day}
      side={
        <DayPanel
          calendar={calendar}
          day={day}
          actions={actions}
          onOpen={openIssue}
          onForm={setForm}
          isReadOnly={!may('planIssue')}
        />
      }
    >
      <CalendarHead
        calendar={calendar}
        view={view}
        selected={day}
        isReadOnly={!may('planIssue')}
        onView={(next) => {
          window.localStorage.setItem(viewKey, next)
          setView(next)
        }}
        onSelect={setDay}
        onAhead={(id, count) => void actions.createAhead(id, count)}
        onSpecial={() => setSpecial(true)}
        onSeries={(id) => setSeries({ id })}
      />
      <div role="status">{actions.ahead && <AheadMessage ahead={actions.ahead} onDay={setDay} />}</div>
      {query.failure && <FailureMessage failure={query.failure} onAction={query.refresh} />}
      {actions.failure && <FailureMessage failure={actions.failure} onAction={actions.dismiss} actionLabel={text.ui.close} />}
      {calendar.series.length === 0 && (
        <EmptyState
          action={may('planIssue') && <Button onPress={() => setSeries({ id: null })}>{text.calendar.newSeries}</Button>}
        >
          {text.calendar.empty}
        </EmptyState>
      )}
      {view === 'list' ? (
        <IssueYear calendar={calendar} selected={day} onSelect={setDay} onOpen={openDay} />
      ) : (
        <DayGrid calendar={calendar} view={view} selected={day} onSelect={setDay} onOpen={openDay} />
      )}
      {series && (
        <SeriesDialog
          series={edited ?? { id: null, ...freshSeries(publication?.name ?? '', publication?.weekday ?? 3, calendar.today) }}
          onClose={() => setSeries(null)}
        />
      )}
      {form && dateForm(form, () => setForm(null))}
      {special && <SpecialDialog day={day} onClose={() => setSpecial(false)} />}
    </SplitView>
  )
}
