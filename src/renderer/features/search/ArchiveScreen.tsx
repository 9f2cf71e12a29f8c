import { useEffect, useState } from 'react'
import { archiveLimit, searchApi } from '../../../shared/search/api.ts'
import { type ArchiveFilter, wholeArchive } from '../../../shared/search/archive.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button, ToggleButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import styles from './ArchiveScreen.module.css'
import { FilterBar } from './FilterBar.tsx'
import { FoundArticles } from './FoundArticles.tsx'
import { FoundIssues } from './FoundIssues.tsx'
import { SavedSearches } from './SavedSearches.tsx'
import { useAnswer } from './use-answer.ts'
import { useArchiveFilter } from './use-archive-filter.ts'

const views = ['articles', 'issues'] as const
/** Rows that come at once: a large window is full of them. */
const step = 24
/** While articles are still being read in, the question is asked again after this long, in milliseconds. */
const again = 1000

interface MoreProps {
  readonly shown: number
  readonly total: number
  readonly onMore: () => void
}

const More = ({ shown, total, onMore }: MoreProps) => {
  const words = useText().search
  if (shown >= total) return null
  return (
    <div className={styles.more}>
      {shown < archiveLimit ? <Button onPress={onMore}>{words.more}</Button> : <p>{words.all(shown)}</p>}
    </div>
  )
}

/** «Архив»: every article and issue there has been, by words, filters and searches a person keeps. */
export const ArchiveScreen = () => {
  const text = useText()
  const words = text.search
  const format = useFormat()
  const { issues: known } = useSession()
  const [filter, setFilter] = useArchiveFilter()
  const [view, setView] = useState<(typeof views)[number]>('articles')
  const [count, setCount] = useState(step)
  const change = (next: ArchiveFilter) => {
    setCount(step)
    setFilter(next)
  }
  const articles = useAnswer(searchApi.archive, { ...filter, count }, ['article', 'workflow', 'issue'])
  const { query, from, to } = filter
  const issues = useAnswer(searchApi.issues, view === 'issues' ? { query, from, to, count } : null, [
    'issue',
    'article',
    'calendar',
    'export',
  ])
  const shown = view === 'articles' ? articles : issues
  const indexing = shown.value?.indexing ?? null
  const { refresh } = shown
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer that is not whole yet is asked for once more.
  useEffect(() => {
    if (indexing === null) return
    const timer = setTimeout(refresh, again)
    return () => clearTimeout(timer)
  }, [shown.value, refresh])

  const isWhole = JSON.stringify(filter) === JSON.stringify(wholeArchive)
  const more = () => setCount(Math.min(archiveLimit, count + step))
  const reset = !isWhole && <Button onPress={() => change(wholeArchive)}>{words.reset}</Button>
  return (
    <SplitView
      id="archive"
      sideName={words.saved.title}
      sideSize={280}
      side={<SavedSearches filter={filter} onChoose={change} />}
    >
      <header className={styles.head}>
        <h1>{words.title}</h1>
        <fieldset className={styles.views}>
          <legend className={styles.hidden}>{words.views}</legend>
          {views.map((each) => (
            <ToggleButton key={each} isSelected={view === each} onChange={() => setView(each)}>
              {words[each]}
            </ToggleButton>
          ))}
        </fieldset>
        <span className={styles.count} role="status">
          {view === 'articles'
            ? articles.value && words.found(articles.value.total)
            : issues.value && words.foundIssues(issues.value.total)}
        </span>
      </header>
      <FilterBar filter={filter} choices={articles.value} isOfIssues={view === 'issues'} onChange={change} />
      {indexing !== null && (
        <div className={styles.progress}>
          <ProgressLine
            label={words.indexing(format.number(indexing.done), format.number(indexing.total))}
            done={indexing.done}
            total={indexing.total}
          />
        </div>
      )}
      {shown.failure && <FailureMessage failure={shown.failure} onAction={shown.refresh} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the window is scrolled from the keyboard. */}
      <section className={styles.found} aria-label={words[view]} tabIndex={0}>
        {view === 'articles' && articles.value && (
          <>
            {articles.value.hits.length > 0 ? (
              <FoundArticles hits={articles.value.hits} />
            ) : (
              <EmptyState action={reset}>{isWhole ? words.empty : words.nothing}</EmptyState>
            )}
            <More shown={articles.value.hits.length} total={articles.value.total} onMore={more} />
          </>
        )}
        {view === 'issues' && issues.value && (
          <>
            {issues.value.issues.length > 0 ? (
              <FoundIssues issues={issues.value.issues} />
            ) : (
              <EmptyState action={reset}>{known.length === 0 ? words.noIssueYet : words.noIssues}</EmptyState>
            )}
            <More shown={issues.value.issues.length} total={issues.value.total} onMore={more} />
          </>
        )}
      </section>
    </SplitView>
  )
}
