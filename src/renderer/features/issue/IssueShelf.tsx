import { GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { IssueSummary } from '../../../shared/issue/api.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import styles from './IssueShelf.module.css'
import { droppedStories, storyDragType } from './story-drag.ts'

interface IssueShelfProps {
  readonly issues: readonly IssueSummary[]
  readonly onSend: (article: string, issue: IssueSummary) => void
  readonly isReadOnly: boolean
}

/** The issues beside this one: a story dropped on one goes there, Enter opens its plan. */
export const IssueShelf = ({ issues, onSend, isReadOnly }: IssueShelfProps) => {
  const text = useText()
  const words = text.issue.shelf
  const format = useFormat()
  const { chooseIssue } = useSession()
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    acceptedDragTypes: [storyDragType],
    getDropOperation: (target) => (target.type === 'item' && target.dropPosition === 'on' ? 'move' : 'cancel'),
    onItemDrop: async ({ items, target }) => {
      const issue = issues.find(({ serial }) => serial === target.key)
      if (issue) for (const id of await droppedStories(items)) onSend(id, issue)
    },
  })
  if (issues.length === 0) return null
  return (
    <section className={styles.shelf} aria-label={words.title}>
      <h2 className={styles.heading}>{words.title}</h2>
      <GridList
        aria-label={words.title}
        items={issues.map((issue) => ({ id: issue.serial, issue }))}
        dragAndDropHooks={dragAndDropHooks}
        onAction={(serial) => chooseIssue(String(serial))}
        dependencies={[words]}
      >
        {({ id, issue }) => (
          <GridListItem id={id} textValue={text.app.issueTitle(id)} className={styles.issue ?? ''}>
            <span className={styles.serial}>{text.app.issueTitle(id)}</span>
            <span className={styles.note}>{format.date(issue.plannedFor)}</span>
            <span className={styles.count}>{words.stories(issue.articles)}</span>
          </GridListItem>
        )}
      </GridList>
    </section>
  )
}
