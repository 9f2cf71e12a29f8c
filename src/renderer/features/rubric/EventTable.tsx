import { dayOf } from '../../../shared/calendar/day.ts'
import type { ListedEvent } from '../../../shared/rubric/api.ts'
import { hrefOf } from '../../app/router.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import record from '../../ui/Record.module.css'
import { RecordName } from '../../ui/RecordName.tsx'
import { SortTable } from '../../ui/SortTable.tsx'
import styles from './RubricScreen.module.css'

interface EventTableProps {
  readonly events: readonly ListedEvent[]
  readonly mayGive: boolean
  readonly isReadOnly: boolean
  readonly onOpen: ((event: ListedEvent) => void) | null
  readonly onPropose: (event: ListedEvent, give: boolean) => void
}

/** What is coming, and the topics that are made of it. */
export const EventTable = ({ events, mayGive, isReadOnly, onOpen, onPropose }: EventTableProps) => {
  const words = useText().rubric
  const format = useFormat()
  const { columns } = words
  const thisYear = dayOf(Date.now()).slice(0, 4)
  const topicOf = (event: ListedEvent) => {
    if (event.made)
      return <a href={hrefOf({ section: 'article', article: event.made.article })}>{words.openStory(event.made.headline)}</a>
    if (isReadOnly) return ''
    return (
      <span className={styles.acts}>
        <Button aria-label={words.proposeOf(event.name)} onPress={() => onPropose(event, false)}>
          {words.propose}
        </Button>
        {mayGive && (
          <Button aria-label={words.giveOf(event.name)} onPress={() => onPropose(event, true)}>
            {words.give}
          </Button>
        )}
      </span>
    )
  }
  return (
    <SortTable
      label={words.events}
      columns={[
        {
          id: 'event',
          label: columns.event,
          by: (row) => row.name,
          cell: (row) => <RecordName name={row.name} note={row.region} onOpen={onOpen && (() => onOpen(row))} />,
        },
        {
          id: 'day',
          label: columns.day,
          by: (row) => row.on,
          cell: (row) => (
            <>
              {row.on.startsWith(thisYear) ? format.day(row.on) : format.typedDay(row.on)}
              {row.yearly && <span className={record.note}>{words.yearly}</span>}
            </>
          ),
        },
        { id: 'rubric', label: columns.name, by: (row) => row.rubric || null, cell: (row) => row.rubric },
        {
          id: 'issue',
          label: columns.issue,
          cell: (row) => (row.issue === null ? <span className={styles.dim}>{words.noIssue}</span> : words.inIssue(row.issue)),
        },
        { id: 'topic', label: columns.topic, cell: topicOf },
      ]}
      rows={events}
      keyOf={(row) => row.id}
    />
  )
}
