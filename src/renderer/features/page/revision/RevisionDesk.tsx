import { useRef, useState } from 'react'
import type { Failure, Result } from '../../../../shared/api/result.ts'
import type { Issue } from '../../../../shared/issue/issue.ts'
import { proofApi } from '../../../../shared/proof/api.ts'
import { type RevisionCheck, revisionProgress } from '../../../../shared/proof/revision-check.ts'
import { type Dependency, useClient, useQuery } from '../../../api/hooks.tsx'
import { navigate } from '../../../app/router.ts'
import { useSession } from '../../../app/session.tsx'
import { useKeys } from '../../../app/use-keys.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Select } from '../../../ui/Select.tsx'
import { SplitView } from '../../../ui/SplitView.tsx'
import { useMinute } from '../../../ui/use-minute.ts'
import { findingKeys } from '../check/CheckList.tsx'
import { pixelsPerPoint, stepZoom } from '../sheet/zoom.ts'
import { CorrectionList } from './CorrectionList.tsx'
import { type Mark, type PointedWord, ProofPane } from './ProofPane.tsx'
import { RemarkDialog } from './RemarkDialog.tsx'
import styles from './RevisionDesk.module.css'
import { useJointScroll } from './use-joint-scroll.ts'

const dependencies: readonly Dependency[] = ['proof', 'issue', 'article', 'settings', 'media', 'advert']

/** Stands for the page as it is now among the numbers of proofs. */
const pageNow = 'now'

const marksOn = (check: RevisionCheck, side: 'before' | 'after', current: string | null): readonly Mark[] => [
  ...check.corrections.map(
    ({ id, change, tick }): Mark => ({
      id,
      places: side === 'before' ? change.beforePlaces : change.afterPlaces,
      look: id === current ? 'current' : tick ? 'checked' : 'waits',
      side,
    }),
  ),
  ...check.remarks.map(
    ({ id, beforePlaces, afterPlaces, settled }): Mark => ({
      id,
      places: (side === 'before' ? beforePlaces : afterPlaces) ?? [],
      look: id === current ? 'current' : settled?.done === true ? 'checked' : 'waits',
      side: 'remark',
    }),
  ),
]

/** «Сверка»: a proof of a page beside a later one or the page as it is now, with a tick for every correction. */
export const RevisionDesk = ({ issue, page }: { readonly issue: Issue; readonly page: number }) => {
  const text = useText()
  const words = text.page.proof
  const format = useFormat()
  const now = useMinute()
  const client = useClient()
  const { workspace } = useSession()
  const canChange = !workspace.readOnly
  const place = { issue: issue.serial, page }
  const list = useQuery(proofApi.list, { issue: issue.serial }, ['proof'])
  const proofs = (list.value ?? []).filter((proof) => proof.page === page)
  const [chosen, setChosen] = useState<{ readonly before: number | null; readonly after: number | null }>({
    before: null,
    after: null,
  })
  const before = chosen.before ?? proofs.at(-1)?.number ?? null
  const after = chosen.after !== null && before !== null && chosen.after > before ? chosen.after : null
  const checked = useQuery(proofApi.check, before === null ? null : { ...place, before, after }, dependencies)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [percent, setPercent] = useState(100)
  const [writing, setWriting] = useState<{ readonly number: number; readonly pointed: PointedWord | null } | null>(null)
  const side = useRef<HTMLDivElement>(null)
  const scroll = useJointScroll()
  const check = checked.value
  const tell = async (doing: Promise<Result<unknown>>) => {
    const outcome = await doing
    setFailure(outcome.ok ? null : outcome.failure)
  }
  const step = (by: 1 | -1) => {
    const rows = [...(side.current?.querySelectorAll<HTMLElement>('[data-change]:not([data-disabled])') ?? [])]
    const at = rows.findIndex((row) => row.dataset.change === current)
    const row = rows.at(at < 0 ? (by === 1 ? 0 : -1) : (at + by) % rows.length)
    row?.focus()
  }
  useKeys([
    { binding: findingKeys.next, run: () => step(1) },
    { binding: findingKeys.previous, run: () => step(-1) },
    { binding: { code: 'Equal', ctrl: true }, run: () => setPercent(stepZoom(percent, 1)) },
    { binding: { code: 'Minus', ctrl: true }, run: () => setPercent(stepZoom(percent, -1)) },
  ])
  const back = <Button onPress={() => navigate({ section: 'page', page })}>{words.back}</Button>
  if (list.value !== null && proofs.length === 0) return <EmptyState action={back}>{words.none}</EmptyState>
  const options = proofs.map(({ number, taken }) => ({
    id: String(number),
    label: words.option(number, format.moment(taken.at, now), taken.name),
  }))
  const progress = check ? revisionProgress(check) : { done: 0, total: 0 }
  const paneName = (number: number | null) => (number === null ? words.now : words.number(number))
  const pane = (which: 'before' | 'after', shown: RevisionCheck, number: number | null) => (
    <ProofPane
      label={`${words[which]}: ${paneName(number)}`}
      page={shown.pages[which]}
      scale={(percent / 100) * pixelsPerPoint}
      marks={marksOn(shown, which, current)}
      pane={scroll[which]}
      onScroll={() => scroll.follow(which)}
      onWord={canChange && number !== null ? (pointed) => setWriting({ number, pointed }) : null}
    />
  )
  return (
    <SplitView
      id="revision"
      sideName={words.list}
      side={
        <div ref={side} className={styles.side}>
          <div className={styles.progress}>
            <h2>
              <span role="status">{words.progress(progress.done, progress.total)}</span>
            </h2>
            {check?.revised && <p>{words.revised(check.revised.name, format.moment(check.revised.at, now))}</p>}
            {check && canChange && !check.revised && (
              <>
                <Button
                  kind="primary"
                  isDisabled={progress.done < progress.total}
                  onPress={() => void tell(client.call(proofApi.confirm, { ...place, before: check.before, after: check.after }))}
                >
                  {words.confirm}
                </Button>
                {progress.done < progress.total && <p className={styles.note}>{words.confirmWaits}</p>}
              </>
            )}
            <p className={styles.note}>{words.hint}</p>
            {failure && <FailureMessage failure={failure} />}
          </div>
          {check && (
            <CorrectionList
              check={check}
              current={current}
              canChange={canChange}
              onLook={setCurrent}
              onTick={({ id }, ticked) =>
                void tell(client.call(proofApi.tick, { ...place, before: check.before, correction: id, ticked }))
              }
              onSettle={({ id, number }, done) => void tell(client.call(proofApi.settle, { ...place, number, remark: id, done }))}
              onRemove={({ id, number }) => void tell(client.call(proofApi.removeRemark, { ...place, number, remark: id }))}
            />
          )}
        </div>
      }
    >
      <header className={styles.head} data-region="">
        <h1>{words.title(page)}</h1>
        <Select
          label={words.before}
          hideLabel
          options={options}
          value={before === null ? null : String(before)}
          onChange={(id) => setChosen({ ...chosen, before: Number(id) })}
        />
        <Select
          label={words.after}
          hideLabel
          options={[{ id: pageNow, label: words.now }, ...options.filter(({ id }) => before !== null && Number(id) > before)]}
          value={after === null ? pageNow : String(after)}
          onChange={(id) => setChosen({ before, after: id === pageNow ? null : Number(id) })}
        />
        <span className={styles.space} />
        {before !== null && canChange && (
          <Button onPress={() => setWriting({ number: after ?? before, pointed: null })}>{words.remark}</Button>
        )}
        {back}
      </header>
      {checked.failure && <FailureMessage failure={checked.failure} onAction={checked.refresh} />}
      {!check && !checked.failure && <p className={styles.loading}>{text.page.loading}</p>}
      {check && (
        <div className={styles.panes}>
          {pane('before', check, check.before)}
          {pane('after', check, check.after)}
        </div>
      )}
      {writing && <RemarkDialog {...place} {...writing} onClose={() => setWriting(null)} />}
    </SplitView>
  )
}
