import { CircleCheck, GripVertical } from 'lucide-react'
import { useMemo, useRef } from 'react'
import type { Key } from 'react-aria-components'
import { Button, DropIndicator, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { PageSignState } from '../../../shared/signoff/api.ts'
import { hrefOf } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import { LateMark } from '../../ui/LateMark.tsx'
import { Overset } from '../../ui/Overset.tsx'
import { PageMark, pageStateOf } from '../../ui/PageMark.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { arrangeBlocks, type BlockArea, gridRows, headlineLines } from './arrange.ts'
import { blockDropTargets } from './drop-targets.ts'
import styles from './PageThumbnail.module.css'
import { allApproved, insertionPoint, type PlanPage, type PlanStory } from './plan.ts'
import { dragItem, droppedStories, storyDragType } from './story-drag.ts'

/** How high a sheet is at the least and a line of a headline on it, in pixels: what its blocks may hold hangs on them. */
interface Scale {
  readonly height: number
  readonly line: number
}

interface PageThumbnailProps {
  readonly page: PlanPage
  readonly sign: PageSignState | undefined
  readonly columns: number
  readonly nameplate: string | null
  readonly title: string
  readonly scale: Scale
  readonly selected: string | null
  readonly onSelect: (id: string) => void
  readonly onPlace: (article: string, page: number, before: string | null) => void
  readonly isReadOnly: boolean
}

const wholeSheet: BlockArea = { column: [1, 3], row: [1, gridRows + 1] }

/** Pixels. */
const nameplateHeight = 28

const areaStyle = ({ column, row }: BlockArea) => ({ gridColumn: column.join(' / '), gridRow: row.join(' / ') })

const Story = ({ story, columns, area, scale }: { story: PlanStory; columns: number; area: BlockArea; scale: Scale }) => {
  const text = useText()
  const { article, lines, overset } = story
  const headline = article.headline || text.issue.untitled
  const [start, end] = area.row
  // Where headline and foot do not fit one below the other, they share a line.
  const isTiny = ((end - start) / gridRows) * scale.height < 30
  const half = area.column[1] - area.column[0] === 1
  return (
    <GridListItem
      id={story.id}
      textValue={headline}
      className={classes(styles.story, isTiny && styles.tiny)}
      style={areaStyle(area)}
    >
      <span className={styles.headline} style={{ WebkitLineClamp: headlineLines(end - start, scale) }} title={headline}>
        {headline}
      </span>
      <span className={styles.texture} aria-hidden>
        {article.photos > 0 && <span className={styles.photo} />}
        {Array.from({ length: half ? 1 : columns }, (_, at) => at).map((column) => (
          <span key={column} className={styles.column} />
        ))}
      </span>
      <span className={styles.foot}>
        <StatusMark status={article.status} small />
        {lines !== null && !isTiny && <span>{lines}</span>}
        {overset !== null && <Overset overset={overset} />}
        <LateMark status={article.status} deadline={article.deadline} short />
        {article.changedAfterApproval && <span className={styles.changed}>{text.vocabulary.changedAfterApproval}</span>}
      </span>
      <Button slot="drag" className={styles.grip ?? ''} aria-label={text.issue.takeStory(headline)}>
        <GripVertical size={14} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
      </Button>
    </GridListItem>
  )
}

/** One page of the plan: its stories in order, a place to drop others, and below it how far it is. */
export const PageThumbnail = (props: PageThumbnailProps) => {
  const { page, sign, columns, nameplate, title, selected, onSelect, onPlace, isReadOnly } = props
  const text = useText()
  const onTarget = (moving: string, key: Key, position: 'before' | 'after' | 'on') =>
    onPlace(moving, page.page, insertionPoint(page.stories, { key: String(key), position }, moving))

  const list = useRef<HTMLDivElement>(null)
  const scale = { ...props.scale, height: props.scale.height - (nameplate === null ? 0 : nameplateHeight) }
  const areas = arrangeBlocks(
    page.stories.map(({ lines, article }) => lines ?? Math.max(10, article.characters / 33)),
    scale.height,
  )
  const areaOf = (id: Key): BlockArea => areas[page.stories.findIndex((story) => story.id === id)] ?? wholeSheet
  const dropTargetDelegate = useMemo(() => blockDropTargets(list), [])

  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: isReadOnly,
    dropTargetDelegate,
    getItems: (keys) =>
      [...keys].map((key) => dragItem(String(key), page.stories.find(({ id }) => id === key)?.article.headline ?? '')),
    acceptedDragTypes: [storyDragType],
    getDropOperation: () => 'move',
    onInsert: async ({ items, target }) => {
      for (const id of await droppedStories(items)) onTarget(id, target.key, target.dropPosition)
    },
    onRootDrop: async ({ items }) => {
      for (const id of await droppedStories(items)) onPlace(id, page.page, null)
    },
    onReorder: ({ keys, target }) => {
      for (const key of keys) onTarget(String(key), target.key, target.dropPosition)
    },
    // An indicator lies over the edge of its block, so that nothing moves while a story is dragged.
    renderDropIndicator: (target) => (
      <DropIndicator
        target={target}
        className={styles.indicator ?? ''}
        style={
          target.type === 'item'
            ? { ...areaStyle(areaOf(target.key)), alignSelf: target.dropPosition === 'before' ? 'start' : 'end' }
            : {}
        }
      />
    ),
  })

  const overset = page.stories.reduce((sum, story) => sum + Math.max(0, story.overset ?? 0), 0)
  const underset = page.stories.reduce((sum, story) => sum + Math.min(0, story.overset ?? 0), 0)
  const isEmpty = page.stories.length + page.continuations.length === 0
  return (
    <section className={styles.page} aria-label={text.issue.pageStories(page.page, page.stories.length)}>
      <div className={styles.head}>
        <a
          href={hrefOf({ section: 'page', page: page.page })}
          className={styles.number}
          aria-label={text.issue.openPage(page.page)}
        >
          {page.page}
        </a>
        <span className={styles.title} title={title}>
          {title}
        </span>
      </div>
      <div className={styles.sheet} data-sheet="">
        {nameplate !== null && <span className={styles.nameplate}>{nameplate}</span>}
        <GridList
          aria-label={text.issue.pageStories(page.page, page.stories.length)}
          className={styles.stories ?? ''}
          ref={list}
          style={{ gridTemplateRows: `repeat(${gridRows}, 1fr)` }}
          items={page.stories}
          selectionMode="single"
          selectedKeys={selected !== null && page.stories.some(({ id }) => id === selected) ? [selected] : []}
          onSelectionChange={(keys) => {
            const [key] = keys === 'all' ? [] : [...keys]
            if (key !== undefined) onSelect(String(key))
          }}
          disallowEmptySelection={false}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => <span className={styles.free}>{text.issue.free}</span>}
          dependencies={[columns, page.stories]}
        >
          {(story) => <Story story={story} columns={columns} area={areaOf(story.id)} scale={scale} />}
        </GridList>
        {page.continuations.map((story) => (
          <span key={story.id} className={styles.continuation} title={text.issue.continuation(story.article.headline)}>
            {text.issue.continuation(story.article.headline)}
          </span>
        ))}
        {page.awaited.map((rubric) => (
          <span key={rubric} className={styles.continuation} title={text.issue.awaited(rubric)}>
            {text.issue.awaited(rubric)}
          </span>
        ))}
      </div>
      <div className={styles.below}>
        <PageMark state={pageStateOf(sign, isEmpty ? 0 : 1)} word />
        {allApproved(page) && (
          <span className={styles.approved} role="img" aria-label={text.issue.approvedPage} title={text.issue.approvedPage}>
            <CircleCheck size={14} strokeWidth={2} absoluteStrokeWidth aria-hidden />
          </span>
        )}
        <span className={styles.space} />
        <span className={styles.fit}>
          {overset > 0 ? <Overset overset={overset} /> : underset < 0 && <Overset overset={underset} />}
        </span>
      </div>
    </section>
  )
}
