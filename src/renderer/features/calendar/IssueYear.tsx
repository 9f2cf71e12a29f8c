import { GridList, GridListItem } from 'react-aria-components'
import type { Calendar, CalendarIssue } from '../../../shared/calendar/api.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import { type CalendarSlot, type ListRow, listRows, slotWord } from './calendar-model.ts'
import styles from './IssueYear.module.css'

interface IssueYearProps {
  readonly calendar: Calendar
  readonly selected: Day
  readonly onSelect: (day: Day) => void
  readonly onOpen: (day: Day) => void
}

const IssueCells = ({ issue, today }: { readonly issue: CalendarIssue; readonly today: Day }) => {
  const text = useText()
  const format = useFormat()
  return (
    <>
      <span className={styles.serial}>
        {text.calendar.issue(issue.serial)}
        {issue.title !== '' && <span className={styles.title}>{issue.title}</span>}
      </span>
      <span>{format.day(issue.plannedFor)}</span>
      <span>{issue.pressAt === null ? '' : format.comingMoment(issue.pressAt, Date.now())}</span>
      <span className={styles.out}>{issue.publishedAt ? format.moment(issue.publishedAt, Date.now()) : ''}</span>
      <span>
        {text.vocabulary.issueStatus[issue.status]}
        {issue.articles > 0 && (
          <span className={styles.note}>
            {today <= issue.plannedFor
              ? text.calendar.approvedOf(issue.approved, issue.articles)
              : text.calendar.size(issue.pages, issue.articles)}
          </span>
        )}
      </span>
    </>
  )
}

const SlotCells = ({ slot, day }: { readonly slot: CalendarSlot; readonly day: Day }) => {
  const words = useText().calendar
  const format = useFormat()
  const word = slotWord(slot)
  return (
    <>
      <span className={styles.serial}>{slot.serial === null ? '' : words.issue(slot.serial)}</span>
      <span>{format.day(day)}</span>
      <span>{slot.pressAt === null ? '' : format.comingMoment(slot.pressAt, Date.now())}</span>
      <span />
      <span className={classes(word === 'undecided' && styles.amber)}>{words[word]}</span>
    </>
  )
}

/** An event or a project has none of the dates of an issue: its days stand beside its name, in no column of theirs. */
const DateCells = ({ name, days, word }: { readonly name: string; readonly days: string; readonly word: string }) => (
  <>
    <span className={styles.date}>
      {name} <span className={styles.days}>{days}</span>
    </span>
    <span>{word}</span>
  </>
)

const Row = ({ row, calendar }: { readonly row: ListRow; readonly calendar: Calendar }) => {
  const text = useText()
  const format = useFormat()
  switch (row.kind) {
    case 'issue':
      return <IssueCells issue={row.issue} today={calendar.today} />
    case 'slot':
      return <SlotCells slot={row.slot} day={row.day} />
    case 'event': {
      const { name, on, made } = row.event
      return <DateCells name={name} days={format.day(on)} word={made ? text.calendar.eventWithTopic : text.calendar.event} />
    }
    case 'project': {
      const { name, kind, begins, ends } = row.project
      const days = begins === ends ? format.day(begins) : `${format.date(begins)} — ${format.date(ends)}`
      return <DateCells name={name} days={days} word={text.rubric.kinds[kind]} />
    }
  }
}

const nameOf = (row: ListRow): string => {
  switch (row.kind) {
    case 'issue':
      return row.issue.serial
    case 'slot':
      return row.slot.serial ?? row.day
    case 'event':
      return row.event.name
    case 'project':
      return row.project.name
  }
}

/** The issues of a year one below the other, with the turns that have none yet, events and projects between them. */
export const IssueYear = ({ calendar, selected, onSelect, onOpen }: IssueYearProps) => {
  const text = useText()
  const rows = listRows(calendar)
  const { columns } = text.calendar
  const current = rows.find(({ day }) => day === selected)
  const dayOf = (id: string): Day | null => rows.find((row) => row.id === id)?.day ?? null
  return (
    <div className={styles.year}>
      <div className={styles.names} aria-hidden>
        <span>{columns.serial}</span>
        <span>{columns.plannedFor}</span>
        <span>{columns.pressAt}</span>
        <span>{columns.publishedAt}</span>
        <span>{columns.state}</span>
      </div>
      <GridList
        aria-label={text.calendar.listLabel(selected.slice(0, 4))}
        className={styles.list ?? ''}
        items={rows}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={current ? [current.id] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          const day = key === undefined ? null : dayOf(String(key))
          if (day !== null) onSelect(day)
        }}
        onAction={(key) => {
          const day = dayOf(String(key))
          if (day !== null) onOpen(day)
        }}
        renderEmptyState={() => <p className={styles.empty}>{text.calendar.listEmpty}</p>}
        dependencies={[calendar]}
      >
        {(row) => (
          <GridListItem id={row.id} textValue={nameOf(row)} className={classes(styles.row, row.kind === 'slot' && styles.open)}>
            <Row row={row} calendar={calendar} />
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}
