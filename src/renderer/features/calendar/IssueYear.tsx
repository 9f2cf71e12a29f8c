import { GridList, GridListItem } from 'react-aria-components'
import type { Calendar } from '../../../shared/calendar/api.ts'
import type { Day } from '../../../shared/calendar/day.ts'
import { useNewspaperFormat, useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import { type ListRow, listRows } from './calendar-model.ts'
import styles from './IssueYear.module.css'

interface IssueYearProps {
  readonly calendar: Calendar
  readonly selected: Day
  readonly onSelect: (day: Day) => void
  readonly onOpen: (day: Day) => void
}

const Row = ({ row, calendar }: { readonly row: ListRow; readonly calendar: Calendar }) => {
  const text = useText()
  const format = useNewspaperFormat()
  const { issue, slot } = row
  const serial = issue?.serial ?? slot?.serial ?? null
  const pressAt = issue?.pressAt ?? slot?.pressAt ?? null
  const state = issue
    ? text.vocabulary.issueStatus[issue.status]
    : slot?.holiday
      ? text.calendar.undecided
      : slot?.decision === 'skip'
        ? text.calendar.skipped
        : slot?.decision === 'double'
          ? text.calendar.doubled
          : text.calendar.slot
  return (
    <>
      <span className={styles.serial}>
        {serial === null ? '' : text.calendar.issue(serial)}
        {issue && issue.title !== '' && <span className={styles.title}>{issue.title}</span>}
      </span>
      <span>{format.day(row.day)}</span>
      <span>{pressAt === null ? '' : `${format.comingMoment(pressAt, Date.now())}`}</span>
      <span className={styles.out}>{issue?.publishedAt ? format.moment(issue.publishedAt, Date.now()) : ''}</span>
      <span className={classes(slot?.holiday && styles.amber)}>
        {state}
        {issue && issue.articles > 0 && (
          <span className={styles.note}>
            {calendar.today <= issue.plannedFor
              ? text.calendar.approvedOf(issue.approved, issue.articles)
              : text.calendar.size(issue.pages, issue.articles)}
          </span>
        )}
      </span>
    </>
  )
}

/** The issues of a year one below the other, with the turns that have none yet. */
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
          <GridListItem
            id={row.id}
            textValue={row.issue?.serial ?? row.slot?.serial ?? row.day}
            className={classes(styles.row, row.slot && styles.open)}
          >
            <Row row={row} calendar={calendar} />
          </GridListItem>
        )}
      </GridList>
    </div>
  )
}
