import type { LucideIcon } from 'lucide-react'
import { Button as AriaButton, GridList, GridListItem } from 'react-aria-components'
import type { DeskRow, DeskHeap as Heap } from '../../../shared/desk/api.ts'
import { navigate } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import buttonStyles from '../../ui/Button.module.css'
import { classes } from '../../ui/classes.ts'
import { StatusMark } from '../../ui/StatusMark.tsx'
import styles from './DeskHeap.module.css'

interface DeskHeapProps {
  readonly title: string
  readonly icon: LucideIcon
  readonly heap: Heap
  readonly now: number
  /** What is late stands in red. */
  readonly isLate?: boolean
  /** What an empty heap says; without it there is no such heap. */
  readonly emptyText?: string
  readonly selected: string | null
  readonly onSelect: (article: string | null) => void
  readonly onStep: (row: DeskRow) => void
  readonly isReadOnly: boolean
}

const Row = ({ row, now, onStep, isReadOnly }: { row: DeskRow; now: number } & Pick<DeskHeapProps, 'onStep' | 'isReadOnly'>) => {
  const text = useText()
  const words = text.myDesk
  const format = useFormat()
  const { staff } = useSession()
  const names = row.people.map((id) => staff.find((member) => member.id === id)?.name ?? id).join(', ')
  const writing = row.reason === 'write' && (row.status === 'assigned' || row.status === 'inProgress')
  const reason =
    writing && row.status !== 'pitch'
      ? words.write[row.status === 'assigned' ? 'assigned' : 'inProgress']
      : row.reason === 'variant' && row.variant === 'stale'
        ? words.staleVariant
        : words.reason[row.reason]
  const corrects = row.corrects === null ? '' : words.corrects(row.corrects.issue, row.corrects.page)
  const place = row.issue === null ? '' : words.place(row.issue, row.page)
  return (
    <>
      <StatusMark status={row.status} returned={row.reason === 'returned'} />
      <span className={styles.words}>
        <span className={styles.headline}>{row.headline || words.untitled}</span>
        <span className={styles.note}>{[names, reason, corrects, place].filter((part) => part !== '').join(' · ')}</span>
        {row.late !== null && <span className={styles.late}>{text.ui.lateBy(row.late)}</span>}
      </span>
      <span className={styles.side}>
        {row.due !== null && row.late === null && <span className={styles.due}>{format.comingMoment(row.due, now)}</span>}
        {row.lines !== null && <span className={styles.lines}>{words.lines(row.lines)}</span>}
        {row.next !== null && !isReadOnly && (
          <AriaButton className={classes(buttonStyles.button, styles.step)} onPress={() => onStep(row)}>
            {text.vocabulary.action(row.next)}
          </AriaButton>
        )}
      </span>
    </>
  )
}

/** One heap of a desk: Enter opens an article, Space shows it beside. */
export const DeskHeap = (props: DeskHeapProps) => {
  const { title, icon: Icon, heap, now, isLate = false, emptyText, selected, onSelect, onStep, isReadOnly } = props
  const text = useText().myDesk
  const { staff } = useSession()
  if (heap.total === 0 && emptyText === undefined) return null
  const own = heap.rows.some(({ article }) => article === selected) ? selected : null
  return (
    <section className={styles.heap}>
      <h2 className={classes(styles.title, isLate && styles.red)}>
        <Icon size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
        {title}
        {heap.total > 0 && <span className={styles.count}>{heap.total}</span>}
      </h2>
      <GridList
        aria-label={title}
        className={styles.list ?? ''}
        items={heap.rows}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={own === null ? [] : [own]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          onSelect(key === undefined ? null : String(key))
        }}
        onAction={(key) => {
          const article = String(key)
          const variant = heap.rows.some((row) => row.article === article && row.reason === 'variant')
          navigate({ section: variant ? 'publishing' : 'article', article })
        }}
        renderEmptyState={() => <p className={styles.more}>{emptyText}</p>}
        dependencies={[now, isReadOnly, staff]}
      >
        {(row) => (
          <GridListItem id={row.article} textValue={row.headline || text.untitled} className={styles.row ?? ''}>
            <Row row={row} now={now} onStep={onStep} isReadOnly={isReadOnly} />
          </GridListItem>
        )}
      </GridList>
      {heap.total > heap.rows.length && <p className={styles.more}>{text.more(heap.total - heap.rows.length)}</p>}
    </section>
  )
}
