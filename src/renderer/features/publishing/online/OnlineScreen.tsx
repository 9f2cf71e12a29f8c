import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { publishingApi } from '../../../../shared/publishing/api.ts'
import type { OnlineStory, SitePackage } from '../../../../shared/publishing/issue-online.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useSession } from '../../../app/session.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import part from '../PartScreen.module.css'
import { IssuePagePart } from './IssuePagePart.tsx'
import styles from './OnlineScreen.module.css'

const StoryRow = ({ story }: { readonly story: OnlineStory }) => {
  const text = useText()
  const words = text.online
  const { article, headline, page, url, code, codeState } = story
  return (
    <tr>
      <td className={styles.page}>{page}</td>
      <td>
        <a href={hrefOf({ section: 'publishing', article })}>{headline || text.publishing.untitled}</a>
      </td>
      <td>
        {url === null ? (
          words.notThere
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {url}
          </a>
        )}
      </td>
      <td>
        {code === null && words.noCode}
        {code !== null && codeState === null && words.codeWaits(code)}
        {codeState === 'leads' && words.codeLeads}
        {code !== null && codeState === 'unsure' && <span className={styles.amber}>{words.codeUnsure(code)}</span>}
      </td>
    </tr>
  )
}

const Outcome = ({ made }: { readonly made: SitePackage }) => {
  const words = useText().online
  return (
    <div role="status">
      <p>{words.written(made.stories, made.photos, made.folder)}</p>
      <p>{words.archive(made.archive)}</p>
      {made.left.length > 0 && (
        <>
          <p>{words.left}</p>
          <ul className={styles.left}>
            {made.left.map(({ headline, why }) => (
              <li key={headline}>
                {headline}: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** «Номер на сайтах»: which of its stories are on the newspaper's site, where their codes lead, the package for other sites. */
export const OnlineScreen = () => {
  const text = useText()
  const words = text.online
  const format = useFormat()
  const client = useClient()
  const { may, issue } = useSession()
  const [made, setMade] = useState<SitePackage | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const stories = useQuery(publishingApi.issueOnline, issue && { issue: issue.serial }, [
    'publishing',
    'issue',
    'article',
    'settings',
  ])
  const write = async () => {
    if (!issue || busy) return
    setBusy(true)
    const written = await client.call(publishingApi.savePackage, { issue: issue.serial })
    setBusy(false)
    setMade(written.ok ? written.value : null)
    setFailure(written.ok ? null : written.failure)
  }
  const all = stories.value ?? []
  const out = all.filter(({ url }) => url !== null).length
  return (
    <div className={part.screen}>
      <header className={part.head}>
        <h1>{words.title}</h1>
        <a href={hrefOf({ section: 'publishing', article: null })}>{text.report.back}</a>
      </header>
      {!issue && <EmptyState action={<a href={hrefOf({ section: 'issue' })}>{text.app.toIssue}</a>}>{words.noIssue}</EmptyState>}
      {[stories.failure, failure].map((each) => each && <FailureMessage key={each.what} failure={each} />)}
      {issue && stories.value && all.length === 0 && (
        <EmptyState action={<a href={hrefOf({ section: 'issue' })}>{text.app.toIssue}</a>}>{words.noStories}</EmptyState>
      )}
      {issue && all.length > 0 && (
        <>
          <IssuePagePart issue={issue.serial} />
          <section className={styles.part} aria-label={words.package}>
            <h2>{words.package}</h2>
            <p>{words.packageExplained}</p>
            {may('publish') && (
              <Button kind="primary" onPress={() => void write()} isDisabled={busy}>
                {words.save(text.app.issueTitle(issue.serial))}
              </Button>
            )}
            {made && <Outcome made={made} />}
          </section>
          <section className={styles.part} aria-label={words.onSite}>
            <h2>{words.onSite}</h2>
            <p>{words.out(format.number(out), format.number(all.length))}</p>
            <table className={styles.stories}>
              <thead>
                <tr>
                  <th scope="col">{words.page}</th>
                  <th scope="col">{text.report.article}</th>
                  <th scope="col">{words.address}</th>
                  <th scope="col">{words.code}</th>
                </tr>
              </thead>
              <tbody>
                {all.map((story) => (
                  <StoryRow key={story.article} story={story} />
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </div>
  )
}
