import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import type { ArticleSummary } from '../../../shared/article/api.ts'
import { workflowApi } from '../../../shared/workflow/api.ts'
import type { WorkflowAction } from '../../../shared/workflow/states.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ReturnDialog } from './ReturnDialog.tsx'
import styles from './StoryPanel.module.css'

/** Steps on the way to print: each of them may be the next one. */
const forward: readonly WorkflowAction[] = ['approve', 'proofread', 'edit', 'file', 'start', 'assign', 'resume', 'restore']

interface StoryActionsProps {
  readonly article: ArticleSummary
  /** Takes a placed story off its page as it is put aside; null for one that stands nowhere. */
  readonly onPull: ((action: 'spike' | 'hold') => void) | null
}

/** What this person may do with a story now: the furthest step and the way back as buttons, the rest in a menu. */
export const StoryActions = ({ article, onPull }: StoryActionsProps) => {
  const text = useText()
  const format = useFormat()
  const client = useClient()
  const { person, staff } = useSession()
  const history = useQuery(workflowApi.history, { article: article.id }, ['workflow', 'article', 'staff'])
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asking, setAsking] = useState<'return' | 'spike' | null>(null)

  const act = async (action: WorkflowAction, remark = '') => {
    setAsking(null)
    if (onPull && (action === 'spike' || action === 'hold')) return onPull(action)
    const result = await client.call(workflowApi.act, { action, articles: [article.id], remark })
    setFailure(result.ok ? null : result.failure)
    history.refresh()
  }

  const run = (action: WorkflowAction) => {
    if (action === 'return' || action === 'spike') setAsking(action)
    else void act(action)
  }

  const open = history.value?.actions ?? []
  const next = forward.find((action) => open.includes(action)) ?? null
  const shown = [...(next ? [next] : []), ...(open.includes('return') ? (['return'] as const) : [])]
  const others = open.filter((action) => !shown.includes(action))
  const approval = history.value?.approvals.at(-1)
  const approver = staff.find(({ id }) => id === approval?.person)

  return (
    <>
      {history.value?.changedAfterApproval && <p className={styles.changed}>{text.vocabulary.changedAfterApproval}</p>}
      {approval && !history.value?.changedAfterApproval && (
        <p className={styles.note}>
          {text.issue.approvedBy(approver?.name ?? text.vocabulary.role[approval.role], format.moment(approval.at, Date.now()))}
        </p>
      )}
      {person === null && <p className={styles.changed}>{text.issue.whoFirst}</p>}
      {person !== null && history.value && open.length === 0 && (
        <p className={styles.note}>{text.issue.noActions(person.roles.map((role) => text.vocabulary.role[role]).join(', '))}</p>
      )}
      {history.failure && <FailureMessage failure={history.failure} onAction={history.refresh} />}
      {failure && <FailureMessage failure={failure} />}
      {open.length > 0 && (
        <div className={styles.buttons}>
          {shown.map((action) => (
            <Button key={action} onPress={() => run(action)}>
              {action === 'return' ? `${text.vocabulary.action(action)}…` : text.vocabulary.action(action)}
            </Button>
          ))}
          {others.length > 0 && (
            <Menu
              label={text.issue.more}
              placement="bottom end"
              trigger={<Button kind="flat">{text.issue.more}</Button>}
              groups={[
                {
                  id: 'actions',
                  entries: others.map((action) => ({
                    id: action,
                    label: text.vocabulary.action(action),
                    onAction: () => run(action),
                  })),
                },
              ]}
            />
          )}
        </div>
      )}
      {asking === 'return' && <ReturnDialog onReturn={(remark) => void act('return', remark)} onClose={() => setAsking(null)} />}
      <ConfirmDialog
        title={text.issue.spikeTitle}
        isOpen={asking === 'spike'}
        verb={text.issue.spikeAction}
        onConfirm={() => void act('spike')}
        onClose={() => setAsking(null)}
      >
        <p>{text.issue.spikeText(article.headline || text.issue.untitled)}</p>
      </ConfirmDialog>
    </>
  )
}
