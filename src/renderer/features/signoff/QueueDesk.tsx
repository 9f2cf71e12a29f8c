import { useEffect, useState } from 'react'
import type { Failure, Result } from '../../../shared/api/result.ts'
import { commentApi } from '../../../shared/comment/api.ts'
import { signoffApi } from '../../../shared/signoff/api.ts'
import type { Waiting } from '../../../shared/signoff/queue.ts'
import { workflowApi } from '../../../shared/workflow/api.ts'
import { type Dependency, useClient, useQuery } from '../../api/hooks.tsx'
import { describeBinding } from '../../app/keys.ts'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { onMac, useKeys } from '../../app/use-keys.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import { PageDetail } from './PageDetail.tsx'
import { QueueList } from './QueueList.tsx'
import { SayDialog } from './SayDialog.tsx'
import styles from './SignoffDesk.module.css'
import { WaitingDetail } from './WaitingDetail.tsx'

const dependencies: readonly Dependency[] = [
  'signoff',
  'issue',
  'article',
  'workflow',
  'publishing',
  'settings',
  'staff',
  'preflight',
]

const keys = {
  sign: { code: 'Enter', ctrl: true },
  return: { code: 'KeyD' },
  ask: { code: 'KeyC' },
} as const

/** The thing in hand: the chosen one, or what has come to its place when it was decided. */
const currentOf = (items: readonly Waiting[], chosen: { readonly id: string; readonly at: number } | null): Waiting | null =>
  items.find(({ id }) => id === chosen?.id) ?? items[Math.min(chosen?.at ?? 0, items.length - 1)] ?? null

/** The queue of whoever signs: one thing after another, decided by keys. */
export const QueueDesk = () => {
  const text = useText()
  const words = text.signoff.queue
  const client = useClient()
  const toast = useToast()
  const now = useMinute()
  const { person, workspace } = useSession()
  const queue = useQuery(signoffApi.queue, {}, dependencies)
  const [chosen, setChosen] = useState<{ readonly id: string; readonly at: number } | null>(null)
  const [saying, setSaying] = useState<'return' | 'ask' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const items = queue.value ?? []
  const current = currentOf(items, chosen)
  const article = current?.article ?? null
  const page =
    current?.kind === 'page' && current.issue !== null && current.page !== null
      ? { issue: current.issue, page: current.page }
      : null
  const detail = useQuery(signoffApi.article, article === null ? null : { article }, dependencies)
  const pageDetail = useQuery(signoffApi.page, page, dependencies)
  const shown = detail.value?.article === article ? detail.value : null
  const shownPage = pageDetail.value?.row.page === page?.page ? pageDetail.value : null

  // What was looked at is what the next look is compared with.
  const seen = workspace.readOnly ? null : (shown?.article ?? null)
  useEffect(
    () => () => {
      if (seen !== null) void client.call(signoffApi.look, { article: seen })
    },
    [client, seen],
  )

  const select = (id: string) =>
    setChosen({
      id,
      at: Math.max(
        0,
        items.findIndex((each) => each.id === id),
      ),
    })

  const run = async (work: () => Promise<Result<unknown>>, done: string): Promise<void> => {
    if (busy || !current) return
    setBusy(true)
    select(current.id)
    const outcome = await work()
    setBusy(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (outcome.ok) toast({ text: done })
    queue.refresh()
  }

  const title = current?.kind === 'page' ? text.signoff.page(current.page ?? 0) : current?.headline || text.signoff.untitled
  const mayDecide = person !== null && !workspace.readOnly && !busy
  const canSign = mayDecide && (page === null ? shown !== null : shownPage?.maySign === true && shownPage.blockers.length === 0)
  const sign = () => {
    if (!canSign || !current) return
    if (page !== null && shownPage)
      void run(() => client.call(signoffApi.signPage, { ...page, seen: shownPage.seen }), words.signed(title))
    else if (article !== null)
      void run(() => client.call(workflowApi.act, { action: 'approve', articles: [article] }), words.approved(title))
  }
  const isText = current?.kind === 'article' || current?.kind === 'correction'
  const mayReturn = mayDecide && isText && shown !== null
  const mayAsk = mayDecide && article !== null
  const say = (said: string) => {
    setSaying(null)
    if (article === null || !current) return
    if (saying === 'return')
      void run(() => client.call(workflowApi.act, { action: 'return', articles: [article], remark: said }), words.returned(title))
    else
      void run(
        () => client.call(commentApi.begin, { article, text: said, anchor: null, mentions: [...current.people] }),
        words.asked(title),
      )
  }
  const step = (by: 1 | -1) => {
    const at = items.findIndex(({ id }) => id === current?.id) + by
    const next = items[at]
    if (next) setChosen({ id: next.id, at })
  }
  const isFree = saying === null
  useKeys([
    { binding: { code: 'F8' }, run: () => step(1) },
    { binding: { code: 'F8', shift: true }, run: () => step(-1) },
    // The list takes Enter and letters for itself.
    ...(isFree
      ? [
          { binding: keys.sign, beforeText: true, run: sign },
          { binding: keys.return, beforeText: true, run: () => mayReturn && setSaying('return') },
          { binding: keys.ask, beforeText: true, run: () => mayAsk && setSaying('ask') },
        ]
      : []),
  ])

  if (queue.failure) return <FailureMessage failure={queue.failure} onAction={queue.refresh} />
  if (!queue.value) return <p className={styles.loading}>{text.signoff.loading}</p>
  if (!current)
    return (
      <EmptyState action={<a href={hrefOf({ section: 'signoff', page: null })}>{words.toPages}</a>}>{words.empty}</EmptyState>
    )
  const onKeys = (binding: Parameters<typeof describeBinding>[0]) => describeBinding(binding, onMac())
  return (
    <div className={styles.desk}>
      <div className={styles.queue} data-region="">
        <h1>{words.count(items.length)}</h1>
        <QueueList items={items} current={current.id} now={now} onSelect={select} />
        <div className={styles.issue}>
          <a href={hrefOf({ section: 'signoff', page: null })}>{words.toPages}</a>
        </div>
      </div>
      <div className={styles.reading}>
        <div className={styles.acts}>
          {page !== null && shownPage && shownPage.blockers.length > 0 && (
            <p className={styles.amber}>{[text.signoff.blockers, shownPage.blockers[0]?.message].join(': ')}</p>
          )}
          {current.kind !== 'issue' && (
            <Button kind="primary" keys={onKeys(keys.sign)} onPress={sign} isDisabled={!canSign}>
              {page === null ? words.approve : text.signoff.sign}
            </Button>
          )}
          {isText && (
            <Button keys={words.keys.return} onPress={() => setSaying('return')} isDisabled={!mayReturn}>
              {words.return}
            </Button>
          )}
          {article !== null && (
            <Button keys={words.keys.ask} onPress={() => setSaying('ask')} isDisabled={!mayAsk}>
              {words.ask}
            </Button>
          )}
        </div>
        <div className={styles.main}>
          {failure && <FailureMessage failure={failure} />}
          {detail.failure && <FailureMessage failure={detail.failure} onAction={detail.refresh} />}
          {shown && article !== null && <WaitingDetail detail={shown} now={now} />}
          {page !== null && shownPage && <PageDetail detail={shownPage} />}
          {current.kind === 'issue' && (
            <section className={styles.part}>
              <p>{words.issueReady(current.issue ?? '')}</p>
              <a href={hrefOf({ section: 'signoff', page: null })}>{words.toPages}</a>
            </section>
          )}
        </div>
      </div>
      {saying && <SayDialog key={saying} kind={saying} onSay={say} onClose={() => setSaying(null)} />}
    </div>
  )
}
