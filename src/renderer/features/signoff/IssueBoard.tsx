import { deskApi } from '../../../shared/desk/api.ts'
import { layoutApi } from '../../../shared/layout/api.ts'
import { preflightApi } from '../../../shared/preflight/api.ts'
import { countFindings } from '../../../shared/preflight/finding.ts'
import { signoffApi } from '../../../shared/signoff/api.ts'
import { type Dependency, useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Overset } from '../../ui/Overset.tsx'
import { PageMark, pageStateOf } from '../../ui/PageMark.tsx'
import { useEachMinute } from '../../ui/use-minute.ts'
import styles from './IssueBoard.module.css'

const dependencies: readonly Dependency[] = [
  'signoff',
  'issue',
  'article',
  'workflow',
  'advert',
  'settings',
  'staff',
  'preflight',
]

/** What is in anybody's hands of an issue, read again every minute. */
const useEverybody = (issue: string) => {
  const desk = useQuery(deskApi.read, { issue, everybody: true }, dependencies)
  const now = useEachMinute(desk.refresh)
  const { late, waiting, today, ahead, day = [] } = desk.value ?? {}
  const rows = [late, waiting, today, ahead].flatMap((heap) => heap?.rows ?? []).filter((row) => row.issue === issue)
  return { day, rows, now, failure: desk.failure, refresh: desk.refresh }
}

/** How far an issue is before its press time, on one screen: stages, pages, and who holds what. */
export const IssueBoard = ({ issue }: { readonly issue: string }) => {
  const text = useText()
  const words = text.signoff.board
  const format = useFormat()
  const { staff } = useSession()
  const { day, rows, now, failure, refresh } = useEverybody(issue)
  const overview = useQuery(signoffApi.overview, { issue }, dependencies)
  const { fits = [] } = useQuery(layoutApi.fit, { issue }, dependencies).value ?? {}
  const findings = useQuery(preflightApi.run, { issue, file: false }, dependencies).value?.findings
  const pressTime = overview.value?.issue.plannedAt ?? null
  const namesOf = (people: readonly string[]) =>
    people.map((id) => staff.find((member) => member.id === id)?.name ?? id).join(', ')
  return (
    <div className={styles.board}>
      <header className={styles.head}>
        <h1>{words.title(issue)}</h1>
        {pressTime !== null && <span>{words.press(format.comingMoment(pressTime, now))}</span>}
        {pressTime !== null && pressTime < now && overview.value?.issue.state !== 'signed' && (
          <span className={styles.red}>{text.ui.lateBy(now - pressTime)}</span>
        )}
        <span className={styles.space} />
        <a href={hrefOf({ section: 'signoff', page: null })}>{text.signoff.queue.toPages}</a>
      </header>
      {failure && <FailureMessage failure={failure} onAction={refresh} />}
      {overview.failure && <FailureMessage failure={overview.failure} onAction={overview.refresh} />}
      <div className={styles.columns}>
        <section aria-label={words.stages}>
          <h2>{words.stages}</h2>
          <table>
            <tbody>
              {day.map(({ stage, at, done, all }) => (
                <tr key={stage}>
                  <th scope="row">{text.myDesk.stage[stage]}</th>
                  <td>{format.comingMoment(at, now)}</td>
                  <td className={styles.number}>{text.ui.of(String(done), String(all))}</td>
                  <td className={styles.red}>{at < now && done < all ? text.ui.lateBy(now - at) : ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <h2>{words.hands}</h2>
          {rows.length === 0 && <p className={styles.note}>{words.nobody}</p>}
          <table>
            <tbody>
              {rows.map((row) => (
                <tr key={row.article}>
                  <th scope="row">
                    <a href={hrefOf({ section: 'article', article: row.article })}>{row.headline || text.signoff.untitled}</a>
                  </th>
                  <td className={styles.number}>{row.page === null ? '' : words.onPage(row.page)}</td>
                  <td>
                    {text.myDesk.reason[row.reason]}
                    {row.corrects && ` · ${text.myDesk.corrects(row.corrects.issue, row.corrects.page)}`}
                  </td>
                  <td>{namesOf(row.people)}</td>
                  <td className={styles.red}>{row.late === null ? '' : text.ui.lateBy(row.late)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section aria-label={words.pages}>
          <h2>{words.pages}</h2>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.page}</th>
                <th scope="col">{words.state}</th>
                <th scope="col">{words.waiting}</th>
                <th scope="col">{words.length}</th>
                <th scope="col">{words.findings}</th>
              </tr>
            </thead>
            <tbody>
              {overview.value?.pages.map((row) => {
                const own = fits.filter((fit) => fit.page === row.page && fit.overset !== 0)
                const counts = findings && countFindings(findings.filter((finding) => finding.page === row.page))
                return (
                  <tr key={row.page}>
                    <th scope="row">
                      <a href={hrefOf({ section: 'signoff', page: row.page })}>{row.page}</a>
                    </th>
                    <td>
                      <span className={styles.state}>
                        <PageMark state={pageStateOf(row.state, row.stories)} />
                        {row.stories === 0 && row.state === 'open' ? words.empty : text.signoff.state[row.state]}
                      </span>
                    </td>
                    <td className={styles.number}>
                      {row.waiting === 0 ? '' : text.ui.of(String(row.waiting), String(row.stories))}
                    </td>
                    <td>
                      <span className={styles.state}>
                        {own.map((fit) => (
                          <Overset key={fit.article} overset={fit.overset} />
                        ))}
                      </span>
                    </td>
                    <td>
                      {counts && counts.errors > 0 && <span className={styles.red}>{words.errors(counts.errors)} </span>}
                      {counts && counts.warnings > 0 && words.warnings(counts.warnings)}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </section>
      </div>
    </div>
  )
}
