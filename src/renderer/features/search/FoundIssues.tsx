import { useEffect, useRef, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { type ArchiveIssue, searchApi } from '../../../shared/search/api.ts'
import { exportAddress } from '../../api/addresses.ts'
import { useQuery } from '../../api/hooks.tsx'
import { hrefOf, navigate } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Paper } from '../../layout/Paper.tsx'
import styles from './FoundIssues.module.css'

/** Pixels of the pictures on a cover. */
const pictureWidth = 240
/** Covers are read this far before they come into view. */
const ahead = '200px'

/** The first page of an issue, laid out once it comes near the window. */
const Cover = ({ serial }: { readonly serial: string }) => {
  const words = useText().search
  const frame = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(false)
  const { value: page, failure } = useQuery(searchApi.cover, isNear ? { issue: serial } : null)
  useEffect(() => {
    const { current } = frame
    if (current === null || isNear) return
    const watching = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting === true), { rootMargin: ahead })
    watching.observe(current)
    return () => watching.disconnect()
  }, [isNear])
  return (
    <div
      ref={frame}
      className={styles.cover}
      data-sheet=""
      role="img"
      aria-label={words.cover(serial)}
      style={page === null ? {} : { aspectRatio: `${page.width} / ${page.height}` }}
    >
      {page !== null && <Paper page={page} pictureWidth={pictureWidth} />}
      {failure !== null && <span className={styles.noCover}>{words.noCover}</span>}
    </div>
  )
}

/** Stories of an issue that are named under its cover. */
const shownStories = 3

const Issue = ({ issue }: { readonly issue: ArchiveIssue }) => {
  const text = useText()
  const words = text.search
  const format = useFormat()
  const { serial, plannedFor, title, status, pages, articles, files, found } = issue
  return (
    <>
      <Cover serial={serial} />
      <span className={styles.serial}>{words.issue(serial)}</span>
      {title !== '' && <span className={styles.title}>{title}</span>}
      <span className={styles.note}>{`${format.typedDay(plannedFor)} · ${text.vocabulary.issueStatus[status]}`}</span>
      <span className={styles.note}>{words.size(pages, articles)}</span>
      {found.slice(0, shownStories).map(({ article, headline, page }) => (
        <a key={article} className={styles.story} href={hrefOf({ section: 'article', article })}>
          {words.inPage(headline, page)}
        </a>
      ))}
      {found.length > shownStories && <span className={styles.note}>{words.moreStories(found.length - shownStories)}</span>}
      <span className={styles.files}>
        {files.map(({ name, kind }) => (
          <a key={name} href={exportAddress(name)} target="_blank" rel="noreferrer" title={name}>
            {kind === 'web' ? words.read : words.print}
          </a>
        ))}
        {files.length === 0 && <span>{words.noFiles}</span>}
      </span>
    </>
  )
}

/** The issues that were found, by their first pages; Enter opens the plan of one. */
export const FoundIssues = ({ issues }: { readonly issues: readonly ArchiveIssue[] }) => {
  const words = useText().search
  const { chooseIssue } = useSession()
  return (
    <GridList
      aria-label={words.issues}
      layout="grid"
      keyboardNavigationBehavior="tab"
      className={styles.issues ?? ''}
      items={issues.map((issue) => ({ id: issue.serial, issue }))}
      onAction={(serial) => {
        chooseIssue(String(serial))
        navigate({ section: 'issue' })
      }}
      dependencies={[words]}
    >
      {({ id, issue }) => (
        <GridListItem id={id} textValue={words.issue(id)} className={styles.issue ?? ''}>
          <Issue issue={issue} />
        </GridListItem>
      )}
    </GridList>
  )
}
