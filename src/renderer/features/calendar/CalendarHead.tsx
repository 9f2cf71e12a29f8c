import { CalendarPlus, ChevronLeft, ChevronRight, Settings2 } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components'
import type { Calendar } from '../../../shared/calendar/api.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu } from '../../ui/Menu.tsx'
import styles from './CalendarHead.module.css'
import { type CalendarView, calendarViews, stepFrom } from './calendar-model.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** Weeks that issues can be made for at once. */
const aheadChoices = [1, 4, 8, 13] as const

interface CalendarHeadProps {
  readonly calendar: Calendar
  readonly view: CalendarView
  readonly selected: Day
  readonly isReadOnly: boolean
  readonly onView: (view: CalendarView) => void
  readonly onSelect: (day: Day) => void
  readonly onAhead: (series: string, count: number) => void
  readonly onSpecial: () => void
  /** Null asks for a new series. */
  readonly onSeries: (series: string | null) => void
}

/** The head of the calendar: which time it shows and how, and what can be made. */
export const CalendarHead = (props: CalendarHeadProps) => {
  const { calendar, view, selected, isReadOnly, onView, onSelect, onAhead, onSpecial, onSeries } = props
  const text = useText()
  const words = text.calendar
  const format = useFormat()
  const [first] = calendar.series
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <h1>{words.title}</h1>
        <div className={styles.acts}>
          {!isReadOnly && (
            <>
              <Menu
                label={words.series.title}
                placement="bottom end"
                trigger={<IconButton kind="plain" icon={<Settings2 {...icon} />} label={words.series.title} />}
                groups={[
                  {
                    id: 'series',
                    entries: calendar.series.map(({ id, name }) => ({
                      id,
                      label: words.editSeries(name),
                      onAction: () => onSeries(id),
                    })),
                  },
                  { id: 'new', entries: [{ id: 'new', label: words.newSeries, onAction: () => onSeries(null) }] },
                ]}
              />
              <Button onPress={onSpecial}>{words.special}</Button>
              {first && (
                <Menu
                  label={words.ahead}
                  placement="bottom end"
                  trigger={
                    <Button kind="primary" icon={<CalendarPlus {...icon} />}>
                      {words.ahead}
                    </Button>
                  }
                  groups={calendar.series.map(({ id, name }) => ({
                    id,
                    ...(calendar.series.length > 1 ? { title: name } : {}),
                    entries: aheadChoices.map((count) => ({
                      id: `${id} ${count}`,
                      label: words.aheadWeeks(count),
                      onAction: () => onAhead(id, count),
                    })),
                  }))}
                />
              )}
            </>
          )}
        </div>
      </div>
      <div className={styles.line}>
        <div className={styles.acts}>
          <IconButton
            icon={<ChevronLeft {...icon} />}
            label={words.previous}
            keys="PageUp"
            onPress={() => onSelect(stepFrom(view, selected, -1))}
          />
          <Button onPress={() => onSelect(calendar.today)}>{words.today}</Button>
          <IconButton
            icon={<ChevronRight {...icon} />}
            label={words.next}
            keys="PageDown"
            onPress={() => onSelect(stepFrom(view, selected, 1))}
          />
          <h2 className={styles.shown} aria-live="polite">
            {view === 'list' ? selected.slice(0, 4) : format.month(selected)}
          </h2>
        </div>
        <div className={styles.acts}>
          <span className={styles.zone}>{words.zone}</span>
          <RadioGroup
            aria-label={words.viewLabel}
            className={styles.views ?? ''}
            orientation="horizontal"
            value={view}
            onChange={(value) => onView(calendarViews.find((one) => one === value) ?? 'month')}
          >
            {calendarViews.map((one) => (
              <Radio key={one} value={one} className={styles.view ?? ''}>
                {words.views[one]}
              </Radio>
            ))}
          </RadioGroup>
        </div>
      </div>
    </div>
  )
}
