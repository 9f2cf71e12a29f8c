import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Calendar } from '../../../shared/calendar/api.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import { type CalendarView, dayByKey, entriesByDay, entryKey, rangeOf, weeksOf } from './calendar-model.ts'
import styles from './DayGrid.module.css'
import { EntryLine } from './EntryLine.tsx'

interface DayGridProps {
  readonly calendar: Calendar
  readonly view: Exclude<CalendarView, 'list'>
  readonly selected: Day
  readonly onSelect: (day: Day) => void
  /** Enter on a day. */
  readonly onOpen: (day: Day) => void
}

/** Lines a day of a month shows before it says how many more there are. */
const monthLines = 4

/** A month or a week as a grid of days, moved through by the keys of a calendar. */
export const DayGrid = ({ calendar, view, selected, onSelect, onOpen }: DayGridProps) => {
  const text = useText()
  const format = useFormat()
  const grid = useRef<HTMLTableElement>(null)
  const range = rangeOf(view, selected)
  const weeks = weeksOf(range)
  const entries = entriesByDay(calendar)
  const holidays = new Map(calendar.holidays.map((holiday) => [holiday.day, holiday]))
  const month = selected.slice(0, 7)
  const held = useRef(false)

  useEffect(() => {
    // The day that was moved to by a key takes the focus, also when the whole grid changed with it.
    if (held.current) grid.current?.querySelector<HTMLElement>(`[data-day="${selected}"]`)?.focus()
    held.current = false
  }, [selected])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      return onOpen(selected)
    }
    const day = dayByKey(event.key, selected, view)
    if (day === null) return
    event.preventDefault()
    held.current = true
    onSelect(day)
  }

  return (
    <div className={styles.frame}>
      <table ref={grid} className={classes(styles.grid, view === 'week' && styles.week)} aria-label={format.month(selected)}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th key={day} scope="col">
                {format.weekday(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const all = entries.get(day) ?? []
                const listed = view === 'week' ? all : all.filter(({ kind }) => kind !== 'deadline')
                const shown = listed.length > monthLines && view === 'month' ? listed.slice(0, monthLines - 1) : listed
                const holiday = holidays.get(day)
                return (
                  <td key={day}>
                    <button
                      type="button"
                      data-day={day}
                      tabIndex={day === selected ? 0 : -1}
                      aria-pressed={day === selected}
                      {...(day === calendar.today ? { 'aria-current': 'date' as const } : {})}
                      className={classes(
                        styles.day,
                        view === 'month' && !day.startsWith(month) && styles.other,
                        holiday && styles.holiday,
                        day === calendar.today && styles.today,
                      )}
                      onClick={() => onSelect(day)}
                      onDoubleClick={() => onOpen(day)}
                      onKeyDown={onKeyDown}
                    >
                      <span className={styles.head}>
                        <time dateTime={day} className={styles.number}>
                          {Number(day.slice(8))}
                        </time>
                        {holiday && (
                          <span className={styles.name} title={holiday.name}>
                            {holiday.name}
                          </span>
                        )}
                      </span>
                      <span className={styles.entries}>
                        {shown.map((entry) => (
                          <EntryLine key={entryKey(entry)} entry={entry} whole={view === 'week'} />
                        ))}
                        {shown.length < listed.length && (
                          <span className={styles.more}>{text.calendar.more(listed.length - shown.length)}</span>
                        )}
                      </span>
                    </button>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
