import { GridList, GridListItem } from 'react-aria-components'
import type { ArchiveHit } from '../../../shared/search/api.ts'
import { Marked } from '../../app/Marked.tsx'
import { navigate } from '../../app/router.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import styles from './FoundArticles.module.css'

const Hit = ({ hit }: { readonly hit: ArchiveHit }) => {
  const words = useText().search
  const format = useFormat()
  const { issue, page, isPrinted, plannedFor } = hit
  const place =
    issue === null || page === null ? words.noPlace : isPrinted ? words.printed(issue, page) : words.placed(issue, page)
  const note = [hit.rubric, hit.byline, hit.region].filter((part) => part !== '').join(' · ')
  return (
    <>
      <StatusMark status={hit.status} />
      <span className={styles.what}>
        <span className={styles.line}>
          <span className={styles.headline}>{hit.headline.text === '' ? words.untitled : <Marked marked={hit.headline} />}</span>
          <span className={styles.place}>
            {place}
            {plannedFor !== null && <span className={styles.day}>{format.typedDay(plannedFor)}</span>}
          </span>
        </span>
        {note !== '' && <span className={styles.note}>{note}</span>}
        <span className={styles.snippet}>
          <Marked marked={hit.snippet} />
        </span>
      </span>
    </>
  )
}

/** The articles that were found; Enter opens one. */
export const FoundArticles = ({ hits }: { readonly hits: readonly ArchiveHit[] }) => {
  const words = useText().search
  return (
    <GridList
      aria-label={words.articles}
      className={styles.list ?? ''}
      items={hits.map((hit) => ({ id: hit.article, hit }))}
      onAction={(article) => navigate({ section: 'article', article: String(article) })}
      dependencies={[words]}
    >
      {({ id, hit }) => (
        <GridListItem id={id} textValue={hit.headline.text || words.untitled} className={styles.row ?? ''}>
          <Hit hit={hit} />
        </GridListItem>
      )}
    </GridList>
  )
}
