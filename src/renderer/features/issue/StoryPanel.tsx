import type { ArticleSummary } from '../../../shared/article/api.ts'
import type { IssueSummary } from '../../../shared/issue/api.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { hrefOf } from '../../app/router.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { LateMark } from '../../ui/LateMark.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Overset } from '../../ui/Overset.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import type { Plan } from './plan.ts'
import { StoryActions } from './StoryActions.tsx'
import styles from './StoryPanel.module.css'

interface StoryPanelProps {
  readonly article: ArticleSummary | null
  readonly issue: Issue
  readonly plan: Plan
  readonly onPlace: (article: string, page: number, before: string | null) => void
  readonly onTakeOff: (article: string) => void
  readonly onPull: (article: string, action: 'spike' | 'hold') => void
  /** Issues it may go to, and how. */
  readonly near: readonly IssueSummary[]
  readonly onSend: (article: string, issue: IssueSummary) => void
  readonly isReadOnly: boolean
  /** May the person place stories? */
  readonly mayPlace: boolean
}

const Facts = ({ article, issue, plan }: { article: ArticleSummary; issue: Issue; plan: Plan }) => {
  const text = useText()
  const story = plan.pages.flatMap(({ stories }) => stories).find(({ id }) => id === article.id)
  const placement = issue.placements[article.id]
  return (
    <dl className={styles.facts}>
      {article.rubric !== '' && (
        <>
          <dt>{text.issue.rubric}</dt>
          <dd>{article.rubric}</dd>
        </>
      )}
      {article.byline !== '' && (
        <>
          <dt>{text.issue.byline}</dt>
          <dd>{article.byline}</dd>
        </>
      )}
      <dt>{text.issue.length}</dt>
      <dd>{text.issue.lengthOf(story?.lines ?? null, article.characters)}</dd>
      <dt>{text.issue.place}</dt>
      <dd>
        {placement ? text.issue.onPage(placement.page, placement.continuation) : text.issue.nowhere}
        {story !== undefined && story.overset !== null && story.overset !== 0 && (
          <>
            {', '}
            <Overset overset={story.overset} words />
          </>
        )}
      </dd>
    </dl>
  )
}

/** The selected story: its state, its length and its place, and what can be done with it. */
export const StoryPanel = (props: StoryPanelProps) => {
  const { article, issue, plan, onPlace, onTakeOff, onPull, near, onSend, isReadOnly, mayPlace } = props
  const text = useText()
  const format = useFormat()
  if (!article)
    return (
      <section className={styles.panel} aria-label={text.issue.story}>
        <p className={styles.note}>{text.issue.noSelection}</p>
      </section>
    )
  const placement = issue.placements[article.id]
  return (
    <section className={styles.panel} aria-label={text.issue.story}>
      <div className={styles.title}>
        <h2>{article.headline || text.issue.untitled}</h2>
        <StatusMark status={article.status} word />
        <LateMark status={article.status} deadline={article.deadline} />
      </div>
      <Facts article={article} issue={issue} plan={plan} />
      <div className={styles.buttons}>
        {mayPlace && (
          <Menu
            label={text.issue.placeOn}
            placement="top start"
            trigger={<Button>{text.issue.placeOn}</Button>}
            groups={[
              {
                id: 'pages',
                entries: plan.pages.map(({ page, stories }) => ({
                  id: String(page),
                  label: text.issue.pageStories(page, stories.length),
                  isSelected: placement?.page === page,
                  onAction: () => onPlace(article.id, page, null),
                })),
              },
              {
                id: 'issues',
                title: text.issue.shelf.title,
                entries: near.map((other) => ({
                  id: other.serial,
                  label: text.app.issueTitle(other.serial),
                  note: format.day(other.plannedFor),
                  onAction: () => onSend(article.id, other),
                })),
              },
            ]}
          />
        )}
        {placement && mayPlace && <Button onPress={() => onTakeOff(article.id)}>{text.issue.takeOff}</Button>}
        <a className={styles.link} href={hrefOf({ section: 'article', article: article.id })}>
          {text.issue.open}
        </a>
      </div>
      {!isReadOnly && (
        <StoryActions key={article.id} article={article} onPull={placement ? (action) => onPull(article.id, action) : null} />
      )}
    </section>
  )
}
