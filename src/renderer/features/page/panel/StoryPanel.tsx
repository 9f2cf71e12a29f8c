import { ArrowDown, ArrowUp, GripVertical } from 'lucide-react'
import type { PointerEvent, ReactNode } from 'react'
import type { ArticleSummary } from '../../../../shared/article/api.ts'
import { hrefOf } from '../../../app/router.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CheckBox } from '../../../ui/CheckBox.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Overset } from '../../../ui/Overset.tsx'
import { Select } from '../../../ui/Select.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { neighbourFor, type PageStory } from '../page-model.ts'
import styles from './StoryPanel.module.css'
import type { PlaceActions } from './use-place-actions.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const
const noContinuation = 'none'

interface StoryPanelProps {
  readonly page: number
  readonly pages: number
  readonly stories: readonly PageStory[]
  readonly waiting: readonly ArticleSummary[]
  readonly selected: string | null
  readonly onSelect: (article: string | null) => void
  /** A story is taken in hand, with the keyboard. */
  readonly onTake: (article: string) => void
  /** The pointer takes hold of a story. */
  readonly onHold: (event: PointerEvent, article: string) => void
  readonly readOnly: boolean
  readonly actions: PlaceActions
  /** What is shown of the zone that is chosen. */
  readonly zone: ReactNode
}

const Properties = ({
  story,
  page,
  pages,
  stories,
  readOnly,
  actions,
}: Pick<StoryPanelProps, 'page' | 'pages' | 'stories' | 'readOnly' | 'actions'> & { readonly story: PageStory }) => {
  const text = useText()
  const words = text.page.panel
  const { placement, fit, article, id } = story
  const earlier = neighbourFor(stories, id, -1)
  const later = neighbourFor(stories, id, 1)
  const pageOptions = Array.from({ length: pages }, (_, at) => ({ id: String(at + 1), label: words.pageOption(at + 1) }))
  return (
    <section className={styles.properties} aria-label={words.properties}>
      <h2 className={styles.headline}>{article?.headline || text.page.untitled}</h2>
      <div className={styles.line}>
        {article && <StatusMark status={article.status} word />}
        <span className={styles.space} />
        <a href={hrefOf({ section: 'article', article: id })}>{words.openText}</a>
      </div>
      {article?.changedAfterApproval && <p className={styles.changed}>{text.vocabulary.changedAfterApproval}</p>}
      <dl className={styles.facts}>
        <dt>{words.text}</dt>
        <dd>{fit ? words.linesOf(fit.lines) : '—'}</dd>
        <dt>{words.fit}</dt>
        <dd>{fit ? fit.overset === 0 ? text.page.exact : <Overset overset={fit.overset} words /> : '—'}</dd>
      </dl>
      {readOnly ? (
        <p className={styles.hint}>{words.readOnly}</p>
      ) : (
        <>
          <div className={styles.selects}>
            <Select
              label={words.page}
              options={pageOptions}
              value={String(placement.page)}
              onChange={(target) => actions.place(id, Number(target), null)}
            />
            <Select
              label={words.continuationPage}
              options={[{ id: noContinuation, label: words.noContinuation }, ...pageOptions.slice(placement.page)]}
              value={placement.continuation === null ? noContinuation : String(placement.continuation)}
              onChange={(target) => actions.continueOn(id, target === noContinuation ? null : Number(target))}
            />
          </div>
          <div className={styles.option}>
            <CheckBox
              isSelected={placement.code === true}
              onChange={(wanted) => actions.endWithCode(id, wanted)}
              {...(placement.code === true ? { hint: words.codeHint } : {})}
            >
              {words.code}
            </CheckBox>
          </div>
          <div className={styles.buttons}>
            <IconButton
              icon={<ArrowUp {...icon} />}
              label={words.earlier}
              isDisabled={earlier === undefined}
              onPress={() => earlier !== undefined && actions.place(id, page, earlier)}
            />
            <IconButton
              icon={<ArrowDown {...icon} />}
              label={words.later}
              isDisabled={later === undefined}
              onPress={() => later !== undefined && actions.place(id, page, later)}
            />
            <span className={styles.space} />
            <Button onPress={() => actions.takeOff(story.id)}>{words.takeOff}</Button>
          </div>
        </>
      )}
    </section>
  )
}

/** The stories of a page, the chosen one's properties, and what waits for a place. */
export const StoryPanel = ({ selected, onSelect, onTake, onHold, waiting, zone, ...rest }: StoryPanelProps) => {
  const text = useText()
  const words = text.page.panel
  const { page, stories, readOnly, actions } = rest
  const story = stories.find(({ id }) => id === selected)
  return (
    <div className={styles.panel}>
      <div className={styles.chosen}>
        {story && <Properties key={story.id} story={story} {...rest} />}
        {zone}
      </div>
      <div className={styles.lists}>
        <section>
          <h2 className={styles.heading}>{words.stories}</h2>
          {stories.length === 0 && <p className={styles.hint}>{text.page.emptyPage}</p>}
          {stories.length > 0 && !story && <p className={styles.hint}>{words.choose}</p>}
          <ul>
            {stories.map(({ id, article, fit, continued, placement }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.row}
                  aria-pressed={id === selected}
                  onClick={() => onSelect(id === selected ? null : id)}
                >
                  {article && <StatusMark status={article.status} />}
                  <span className={styles.story}>
                    {article?.headline || text.page.untitled}
                    {continued && <small>{words.continuation(placement.page)}</small>}
                  </span>
                  {fit && <Overset overset={fit.overset} />}
                </button>
              </li>
            ))}
          </ul>
        </section>
        {waiting.length > 0 && (
          <section>
            <h2 className={styles.heading}>{words.waiting}</h2>
            <ul>
              {waiting.map((article) => (
                <li
                  key={article.id}
                  className={styles.waiting}
                  onPointerDown={(event) => {
                    if (!readOnly && event.button === 0) onHold(event, article.id)
                  }}
                >
                  {!readOnly && (
                    <button
                      type="button"
                      className={styles.grip}
                      aria-label={text.page.desk.takeName(article.headline || text.page.untitled)}
                      title={text.page.desk.take}
                      onClick={() => onTake(article.id)}
                    >
                      <GripVertical {...icon} />
                    </button>
                  )}
                  <StatusMark status={article.status} />
                  <a className={styles.story} draggable={false} href={hrefOf({ section: 'article', article: article.id })}>
                    {article.headline || text.page.untitled}
                  </a>
                  {!readOnly && (
                    <Button
                      kind="flat"
                      aria-label={words.putName(page, article.headline || text.page.untitled)}
                      onPress={() => {
                        if (actions.place(article.id, page, null)) onSelect(article.id)
                      }}
                    >
                      {words.put(page)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  )
}
