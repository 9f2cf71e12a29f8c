import type { SignOffOverview } from '../../../shared/signoff/api.ts'
import { signoffApi } from '../../../shared/signoff/api.ts'
import { type Dependency, useQuery } from '../../api/hooks.tsx'
import { hrefOf, navigate } from '../../app/router.ts'
import { useKeys } from '../../app/use-keys.ts'
import { useText } from '../../i18n/text.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { SplitView } from '../../ui/SplitView.tsx'
import { IssueSigning } from './IssueSigning.tsx'
import { PageDetail } from './PageDetail.tsx'
import { PageQueue } from './PageQueue.tsx'
import { PageSigning } from './PageSigning.tsx'
import styles from './SignoffDesk.module.css'
import { useSigning } from './use-signing.ts'

const dependencies: readonly Dependency[] = [
  'signoff',
  'issue',
  'article',
  'workflow',
  'advert',
  'settings',
  'media',
  'staff',
  'preflight',
]

interface SignoffDeskProps {
  readonly issue: string
  readonly pages: number
  readonly page: number | null
}

/** The page that waits first; the first one where none does. */
const firstWaiting = ({ pages }: SignOffOverview): number =>
  pages.find(({ state }) => state !== 'signed' && state !== 'sent')?.page ?? 1

/** The queue of pages, what is on one of them, and what its signature stands for. */
export const SignoffDesk = ({ issue, pages, page: asked }: SignoffDeskProps) => {
  const text = useText().signoff
  const overview = useQuery(signoffApi.overview, { issue }, dependencies)
  const page = asked !== null && asked <= pages ? asked : overview.value && firstWaiting(overview.value)
  const detail = useQuery(signoffApi.page, page === null ? null : { issue, page }, dependencies)
  const shown = detail.value?.row.page === page ? detail.value : null
  const signing = useSigning(issue, () => {
    overview.refresh()
    detail.refresh()
  })
  const next = (by: 1 | -1) => {
    const to = (page ?? 1) + by
    if (to >= 1 && to <= pages) navigate({ section: 'signoff', page: to })
  }
  const canSign = shown?.maySign === true && shown.blockers.length === 0 && !['signed', 'sent'].includes(shown.row.state)
  useKeys([
    { binding: { code: 'F8' }, run: () => next(1) },
    { binding: { code: 'F8', shift: true }, run: () => next(-1) },
    {
      binding: { code: 'Enter', ctrl: true },
      // The list of pages takes Enter for itself, whatever is held with it.
      beforeText: true,
      run: () => {
        if (canSign) void signing.signPage(shown)
      },
    },
  ])
  if (overview.failure) return <FailureMessage failure={overview.failure} onAction={overview.refresh} />
  if (!overview.value) return <p className={styles.loading}>{text.loading}</p>
  return (
    <SplitView
      id="signoff"
      sideName={text.what}
      wanted={page === null ? null : String(page)}
      side={<PageSigning detail={shown} overview={overview.value} signing={signing} canSign={canSign} />}
    >
      <div className={styles.desk}>
        <div className={styles.queue} data-region="">
          <h1>{text.title}</h1>
          <p className={styles.lead}>
            <a href={hrefOf({ section: 'signoff', page: null, view: 'queue' })}>{text.queue.toQueue}</a>
            <a href={hrefOf({ section: 'signoff', page: null, view: 'board' })}>{text.board.link}</a>
          </p>
          <PageQueue pages={overview.value.pages} current={page} />
          <IssueSigning overview={overview.value} signing={signing} />
        </div>
        <div className={styles.main}>
          {signing.failure && <FailureMessage failure={signing.failure} />}
          {detail.failure && <FailureMessage failure={detail.failure} onAction={detail.refresh} />}
          {shown ? <PageDetail detail={shown} /> : <p className={styles.loading}>{text.loading}</p>}
        </div>
      </div>
    </SplitView>
  )
}
