import { ListBox, ListBoxItem } from 'react-aria-components'
import type { Waiting } from '../../../shared/signoff/queue.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './SignoffDesk.module.css'

interface QueueListProps {
  readonly items: readonly Waiting[]
  readonly current: string | null
  readonly now: number
  readonly onSelect: (id: string) => void
}

/** Everything that waits for a signature; arrows go through it. */
export const QueueList = ({ items, current, now, onSelect }: QueueListProps) => {
  const text = useText()
  const words = text.signoff.queue
  const format = useFormat()
  const titleOf = ({ kind, headline, page, issue }: Waiting): string => {
    if (kind === 'page') return words.page(page ?? 0, issue ?? '')
    return kind === 'issue' ? words.issue(issue ?? '') : headline || text.signoff.untitled
  }
  const noteOf = ({ kind, changed, characters, due }: Waiting): string =>
    [
      changed ? words.changed : words.kinds[kind],
      ...(characters > 0 ? [text.signoff.characters(characters)] : []),
      ...(due === null ? [] : [words.press(format.comingMoment(due, now))]),
    ].join(' · ')
  return (
    <ListBox
      aria-label={words.title}
      className={styles.pages ?? ''}
      items={items.map((row) => ({ id: row.id, row }))}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={current === null ? [] : [current]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        if (key !== undefined) onSelect(String(key))
      }}
      dependencies={[items, now]}
    >
      {({ row }) => (
        <ListBoxItem id={row.id} textValue={titleOf(row)} className={styles.row ?? ''}>
          <span className={styles.words}>
            <span>{titleOf(row)}</span>
            <span className={classes(styles.note, row.changed && styles.amber)}>{noteOf(row)}</span>
          </span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
