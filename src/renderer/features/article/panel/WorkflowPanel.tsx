import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Failure } from '../../../../shared/api/result.ts'
import type { ArticleSummary } from '../../../../shared/article/api.ts'
import { workflowApi } from '../../../../shared/workflow/api.ts'
import type { WorkflowAction } from '../../../../shared/workflow/states.ts'
import { useClient, useQuery } from '../../../api/hooks.tsx'
import { describeBinding } from '../../../app/keys.ts'
import { hrefOf } from '../../../app/router.ts'
import { useSession } from '../../../app/session.tsx'
import { onMac, useKeys } from '../../../app/use-keys.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { HoleNotice } from '../../../pulling/HoleNotice.tsx'
import { useHole } from '../../../pulling/use-hole.ts'
import buttonStyles from '../../../ui/Button.module.css'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { Menu } from '../../../ui/Menu.tsx'
import { StatusMark } from '../../../ui/StatusMark.tsx'
import { useToast } from '../../../ui/Toast.tsx'
import { Deadline } from './Deadline.tsx'
import { HandOut } from './HandOut.tsx'
import { NoticeSheet } from './NoticeSheet.tsx'
import { chooseSteps, undoOf } from './next-step.ts'
import { ReturnDialog } from './ReturnDialog.tsx'
import { Signature } from './Signature.tsx'
import { StepList } from './StepList.tsx'
import styles from './WorkflowPanel.module.css'

const nextStepKey = { code: 'Enter', ctrl: true } as const

interface WorkflowPanelProps {
  readonly id: string
  readonly summary: ArticleSummary | null
  /** Everything typed is on disk; false when it could not be brought there. */
  readonly onBeforeStep: () => Promise<boolean>
  /** Leads to the suggestions that stand in the way of an approval. */
  readonly onShowSuggestions: () => void
}

/** Where the article is on its way, and what can be done next. */
export const WorkflowPanel = ({ id, summary, onBeforeStep, onShowSuggestions }: WorkflowPanelProps) => {
  const text = useText()
  const format = useFormat()
  const words = text.article.panel
  const client = useClient()
  const toast = useToast()
  const { person, staff, workspace } = useSession()
  const history = useQuery(workflowApi.history, { article: id }, ['workflow', 'staff', 'article'])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [returning, setReturning] = useState(false)
  const pulling = useHole()

  const act = async (action: WorkflowAction, remark = ''): Promise<void> => {
    if (busy) return
    setBusy(true)
    setFailure(null)
    const outcome = (await onBeforeStep())
      ? await client.call(workflowApi.act, { action, articles: [id], remark })
      : ({ ok: false, failure: { code: 'unavailable', what: words.waitForSave } } as const)
    setBusy(false)
    history.refresh()
    if (!outcome.ok) {
      setFailure(outcome.failure)
      return
    }
    const headline = summary?.headline || text.article.untitled
    const pulled = outcome.value[0]?.pulled
    if (pulled && (action === 'spike' || action === 'hold')) return pulling.open({ ...pulled, article: id, headline, action })
    if (action === 'resume' || action === 'restore') pulling.forget()
    const undo = undoOf[action]
    if (undo)
      toast({
        text: words.done(headline, words.step[action]),
        action: { label: words.undo, onPress: () => void act(undo) },
      })
  }

  const steps = chooseSteps(workspace.readOnly ? [] : (history.value?.actions ?? []))
  useKeys(steps.next ? [{ binding: nextStepKey, run: () => steps.next && void act(steps.next), beforeText: true }] : [])

  const status = summary?.status ?? null
  const changed = history.value?.changedAfterApproval ?? false
  const returned = history.value?.steps.at(-1)?.action === 'return'
  const approval = history.value?.approvals.at(-1)
  const nameOf = (who: string | null) => staff.find((member) => member.id === who)?.name ?? words.unknownPerson
  const again = steps.next === 'approve' && (status === 'approved' || status === 'published')

  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        {status && <StatusMark status={status} returned={returned} word />}
        <span className={styles.space} />
        {steps.others.length > 0 && (
          <Menu
            label={words.other}
            placement="bottom end"
            trigger={
              <AriaButton
                aria-label={words.more}
                className={classes(buttonStyles.button, buttonStyles.square, buttonStyles.flat)}
              >
                <Ellipsis size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
              </AriaButton>
            }
            groups={[
              {
                id: 'others',
                entries: steps.others.map((action) => ({
                  id: action,
                  label: text.vocabulary.action(action),
                  onAction: () => void act(action),
                })),
              },
            ]}
          />
        )}
      </div>
      {(steps.canReturn || steps.next) && (
        <div className={styles.steps}>
          {steps.canReturn && (
            <Button onPress={() => setReturning(true)} isDisabled={busy}>
              {text.vocabulary.action('return')}…
            </Button>
          )}
          {steps.next && (
            <Button
              kind="primary"
              keys={describeBinding(nextStepKey, onMac())}
              onPress={() => steps.next && void act(steps.next)}
              isDisabled={busy}
            >
              {again ? words.approveAgain : text.vocabulary.action(steps.next)}
            </Button>
          )}
        </div>
      )}
      <div className={styles.scroll}>
        <HoleNotice pulling={pulling} />
        {failure && (
          <FailureMessage
            failure={failure}
            {...(failure.code === 'openSuggestions' && { onAction: onShowSuggestions, actionLabel: text.suggestion.show })}
          />
        )}
        {history.failure && <FailureMessage failure={history.failure} onAction={history.refresh} />}
        {changed && <p className={styles.changed}>{words.changed}</p>}
        {history.value && history.value.actions.length === 0 && !workspace.readOnly && (
          <p className={styles.hint}>{person ? words.none : words.nobody}</p>
        )}
        {approval && <Signature signature={history.value?.signature ?? null} />}
        {approval && (
          <p className={styles.hint}>{words.approvedBy(nameOf(approval.person), format.moment(approval.at, Date.now()))}</p>
        )}
        {history.value && status && (
          <Deadline key={id} article={id} status={status} deadline={history.value.deadline} onSaved={history.refresh} />
        )}
        {summary && (
          <section className={styles.section}>
            <h2>{words.passport}</h2>
            <dl className={styles.passport}>
              <dt>{words.rubric}</dt>
              <dd>{summary.rubric || '—'}</dd>
              <dt>{words.place}</dt>
              <dd>
                {summary.issue !== null && summary.page !== null ? (
                  <a href={hrefOf({ section: 'page', page: summary.page })}>
                    {text.article.list.place(summary.issue, summary.page)}
                  </a>
                ) : (
                  words.noPlace
                )}
              </dd>
              <dt>{words.photos}</dt>
              <dd>{summary.photos === 0 ? words.noPhotos : words.photoCount(summary.photos)}</dd>
            </dl>
          </section>
        )}
        <NoticeSheet
          key={`notice ${id}`}
          id={id}
          approved={(status === 'approved' || status === 'published') && !changed}
          onBefore={onBeforeStep}
        />
        <HandOut key={`hand out ${id}`} id={id} headline={summary?.headline ?? ''} onBefore={onBeforeStep} />
        <section className={styles.section}>
          <h2>{words.steps}</h2>
          <StepList steps={history.value?.steps ?? []} nameOf={nameOf} />
        </section>
      </div>
      <ReturnDialog
        isOpen={returning}
        onClose={() => setReturning(false)}
        onReturn={(remark) => {
          setReturning(false)
          void act('return', remark)
        }}
      />
    </div>
  )
}
