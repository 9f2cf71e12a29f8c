import { ChevronsRight, CircleAlert, Hand, PenLine, Plus } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import type { DeskAnswer, DeskRow } from '../../../shared/desk/api.ts'
import { workflowApi } from '../../../shared/workflow/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button, ToggleButton } from '../../ui/Button.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { WorkScreen } from '../../ui/WorkScreen.tsx'
import { DayStrip } from './DayStrip.tsx'
import { Deposits } from './Deposits.tsx'
import { DeskHeap } from './DeskHeap.tsx'
import styles from './DeskScreen.module.css'
import { NewsList } from './NewsList.tsx'
import { Preview } from './Preview.tsx'
import { useDesk } from './use-desk.ts'
import { useLastLook } from './use-last-look.ts'

const isEmpty = ({ late, waiting, today }: DeskAnswer): boolean => late.total + waiting.total + today.total === 0

/** «Мой стол»: the deadlines of the day, what is late, what waits for the person, what they have in hand, what is new. */
export const DeskScreen = () => {
  const text = useText()
  const words = text.myDesk
  const format = useFormat()
  const client = useClient()
  const toast = useToast()
  const { person, may, workspace, issue, startNewIssue, openAssignment } = useSession()
  const [everybody, setEverybody] = useState(false)
  const { value: desk, failure, refresh, now } = useDesk(everybody)
  const since = useLastLook()
  const [selected, setSelected] = useState<string | null>(null)
  const [refused, setRefused] = useState<Failure | null>(null)

  const step = async (row: DeskRow) => {
    setRefused(null)
    if (row.next === 'assign') return openAssignment(row.article)
    if (row.next === null) return
    const outcome = await client.call(workflowApi.act, { action: row.next, articles: [row.article], remark: '' })
    if (!outcome.ok) return setRefused(outcome.failure)
    const status = outcome.value[0]?.status
    if (status) toast({ text: words.done(row.headline || words.untitled, text.vocabulary.articleStatus[status]) })
  }

  const shared = {
    now,
    selected,
    onSelect: setSelected,
    onStep: (row: DeskRow) => void step(row),
    isReadOnly: workspace.readOnly,
  }
  const whose = everybody ? 'everybody' : 'mine'

  return (
    <WorkScreen
      title={words.title}
      beside={<span className={styles.date}>{format.today(now)}</span>}
      actions={
        <>
          <fieldset className={styles.scope}>
            <legend className={styles.hidden}>{words.scope}</legend>
            <ToggleButton isSelected={!everybody} onChange={() => setEverybody(false)}>
              {words.mine}
            </ToggleButton>
            <ToggleButton isSelected={everybody} onChange={() => setEverybody(true)}>
              {words.everybody}
            </ToggleButton>
          </fieldset>
          {!workspace.readOnly && person && (
            <Button
              kind="primary"
              icon={<Plus size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
              onPress={() => openAssignment(null)}
            >
              {words.newTopic}
            </Button>
          )}
        </>
      }
      isDense
    >
      {failure && <FailureMessage failure={failure} onAction={refresh} />}
      {refused && <FailureMessage failure={refused} onAction={() => setRefused(null)} actionLabel={text.ui.close} />}
      {issue === null && (
        <div className={styles.message}>
          <p>{words.noIssue}</p>
          {may('planIssue') && <Button onPress={startNewIssue}>{text.app.newIssue}</Button>}
        </div>
      )}
      {person === null && <p className={styles.message}>{words.nobody}</p>}
      {desk && (
        <>
          <DayStrip day={desk.day} now={now} />
          <div className={styles.columns}>
            <div className={styles.column}>
              <DeskHeap {...shared} title={words.heap.late} icon={CircleAlert} heap={desk.late} isLate />
              <DeskHeap {...shared} title={words.heap.waiting[whose]} icon={Hand} heap={desk.waiting} />
              <Deposits deposits={desk.deposits} isReadOnly={!may('planIssue')} />
              {person && isEmpty(desk) && (
                <p className={styles.message} role="status">
                  {words.allDone} {desk.nearest === null ? words.noDue : words.nearest(format.comingMoment(desk.nearest, now))}
                </p>
              )}
            </div>
            <div className={styles.column}>
              <DeskHeap
                {...shared}
                title={words.heap.today[whose]}
                icon={PenLine}
                heap={desk.today}
                emptyText={words.todayEmpty}
              />
              <DeskHeap {...shared} title={words.heap.ahead} icon={ChevronsRight} heap={desk.ahead} />
            </div>
            <aside className={styles.side} aria-label={selected === null ? words.news : words.preview}>
              {selected === null ? (
                <NewsList news={desk.news} since={since} now={now} />
              ) : (
                <Preview key={selected} article={selected} onClose={() => setSelected(null)} />
              )}
              {selected === null && <p className={styles.hint}>{words.previewHint}</p>}
            </aside>
          </div>
        </>
      )}
    </WorkScreen>
  )
}
