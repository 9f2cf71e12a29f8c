import { GripVertical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, GridList, GridListItem, ListLayout, useDragAndDrop, Virtualizer } from 'react-aria-components'
import type { ArticleSummary } from '../../../shared/article/api.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { LateMark } from '../../ui/LateMark.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { dragItem, droppedStories, storyDragType } from './story-drag.ts'
import styles from './UnplacedList.module.css'

/** Pixels: a headline of two lines with a note under it. Rows are measured once they are shown. */
const estimatedRowSize = 76

/** A week's stories are drawn whole; of more only those in view. */
const wholeUpTo = 60

const Rows = ({ count, children }: { readonly count: number; readonly children: ReactNode }) =>
  count <= wholeUpTo ? (
    children
  ) : (
    <Virtualizer layout={ListLayout} layoutOptions={{ estimatedRowSize }}>
      {children}
    </Virtualizer>
  )

interface UnplacedListProps {
  readonly stories: readonly ArticleSummary[]
  readonly linesOf: (article: ArticleSummary) => number
  readonly emptyText: string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onTakeOff: (article: string) => void
  readonly isReadOnly: boolean
}

/** Stories that stand on no page; a story dropped here leaves its page. */
export const UnplacedList = ({ stories, linesOf, emptyText, selected, onSelect, onTakeOff, isReadOnly }: UnplacedListProps) => {
  const text = useText()
  const format = useFormat()
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    getItems: (keys) => [...keys].map((key) => dragItem(String(key), stories.find(({ id }) => id === key)?.headline ?? '')),
    acceptedDragTypes: [storyDragType],
    getDropOperation: () => 'move',
    onRootDrop: async ({ items }) => {
      for (const id of await droppedStories(items)) onTakeOff(id)
    },
  })
  return (
    <Rows count={stories.length}>
      <GridList
        aria-label={text.issue.unplaced}
        className={styles.list ?? ''}
        items={stories}
        selectionMode="single"
        selectedKeys={selected !== null && stories.some(({ id }) => id === selected) ? [selected] : []}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys]
          if (key !== undefined) onSelect(String(key))
        }}
        dragAndDropHooks={dragAndDropHooks}
        renderEmptyState={() => <p className={styles.empty}>{emptyText}</p>}
        dependencies={[linesOf]}
      >
        {(article) => {
          const headline = article.headline || text.issue.untitled
          const lines = linesOf(article)
          return (
            <GridListItem id={article.id} textValue={headline} className={styles.story ?? ''}>
              {isReadOnly ? (
                <span />
              ) : (
                <Button slot="drag" className={styles.grip ?? ''} aria-label={text.issue.takeStory(headline)}>
                  <GripVertical size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
                </Button>
              )}
              <StatusMark status={article.status} />
              <span className={styles.words}>
                <span className={styles.headline}>{headline}</span>
                <span className={styles.note}>{[article.rubric, article.byline].filter((part) => part !== '').join(' · ')}</span>
                <LateMark status={article.status} deadline={article.deadline} />
              </span>
              <span className={styles.lines} title={text.issue.estimate(lines)}>
                ≈ {format.number(lines)}
              </span>
            </GridListItem>
          )
        }}
      </GridList>
    </Rows>
  )
}
