import type { PageDisplay } from '../../../../shared/layout/display.ts'
import { useText } from '../../../i18n/text.tsx'
import type { PageStory } from '../page-model.ts'
import styles from './PageTwin.module.css'
import { readingOrder } from './reading-order.ts'

interface PageTwinProps {
  readonly page: PageDisplay
  readonly stories: readonly PageStory[]
  readonly selected: string | null
  readonly onSelect: (article: string) => void
}

/** The same page as text in reading order, for those who do not see the picture or do not want to. */
export const PageTwin = ({ page, stories, selected, onSelect }: PageTwinProps) => {
  const text = useText().page
  const read = readingOrder(
    page,
    stories.map(({ id }) => id),
  )
  return (
    <section className={styles.twin} aria-label={text.readingOrder(page.page)} data-region="" lang="ru">
      {read.length === 0 && <p>{text.emptyPage}</p>}
      {read.map(({ article, passages }) => {
        const story = stories.find(({ id }) => id === article)
        const overset = page.zones.find((zone) => zone.article === article && zone.overset !== null)?.overset ?? 0
        return (
          <article key={article} className={styles.story} data-chosen={article === selected ? '' : undefined}>
            <h2>
              <button type="button" onClick={() => onSelect(article)} aria-pressed={article === selected}>
                {story?.article?.headline || text.untitled}
              </button>
            </h2>
            <p className={styles.fit}>
              {overset > 0 ? text.overset(overset) : overset < 0 ? text.underset(-overset) : text.exact}
            </p>
            {passages
              .filter(({ role }) => role !== 'headline')
              .map(({ role, block, text: words }) =>
                role === 'subhead' ? (
                  <h3 key={`${block} ${role}`}>{words}</h3>
                ) : role === 'photo' ? (
                  <p key={`${block} ${role}`} className={styles.photo}>
                    {text.photo(words)}
                  </p>
                ) : (
                  <p key={`${block} ${role}`} data-role={role}>
                    {words}
                  </p>
                ),
              )}
          </article>
        )
      })}
    </section>
  )
}
