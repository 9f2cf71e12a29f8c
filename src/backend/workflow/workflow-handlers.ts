import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { workflowApi } from '../../shared/workflow/api.ts'
import type { SignatureView } from '../../shared/workflow/approval.ts'
import { openActions } from '../../shared/workflow/transitions.ts'
import { putAside } from '../issue/pull-story.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOn, isChangedAfterApproval, needsApproval, rolesOf } from './act.ts'
import { rulesInForce } from './rules-in-force.ts'
import { approvalStanding } from './signing.ts'
import type { WorkflowRecord } from './workflow-store.ts'

/** What the last approval of an article is worth, for the screen; null where there is none. */
const signatureOf = ({ ledger, adopted }: Newsroom, article: string, record: WorkflowRecord): SignatureView | null => {
  const last = record.approvals.at(-1)
  if (!last) return null
  const standing = approvalStanding(ledger, adopted.get(), article, last)
  return {
    kind: standing.kind,
    key: standing.kind === 'signed' ? standing.key : null,
    why: standing.kind === 'void' ? standing.why : null,
  }
}

export const workflowHandlers = (newsroom: Newsroom): Handlers<typeof workflowApi> => ({
  act: async ({ action, articles, remark }, { person }) => {
    const outcome =
      action === 'spike' || action === 'hold'
        ? await putAside(newsroom, { action, articles, remark }, person)
        : await actOn(newsroom, action, articles, person, remark)
    return outcome.ok ? success([...outcome.value]) : outcome
  },
  setDeadline: async ({ article, deadline }) => {
    const record = await newsroom.workflow.change(article, (now) => now && { ...now, deadline })
    if (!record) return failure('notFound', `Материала ${article} нет в этой редакции.`)
    newsroom.emit({ type: 'changed', feature: 'workflow', id: article })
    return success({})
  },
  history: async ({ article }, { person }) => {
    const record = await newsroom.workflow.get(article)
    if (!record) return failure('notFound', `Материала ${article} нет в этой редакции.`)
    const held = rolesOf(newsroom, person)
    const rules = rulesInForce(newsroom)
    const changedAfterApproval = isChangedAfterApproval(newsroom, article)
    return success({
      steps: record.steps,
      approvals: record.approvals.map(({ content: _content, variants: _variants, ...approval }) => approval),
      changedAfterApproval,
      deadline: record.deadline,
      actions: held.ok
        ? [...openActions(record.status, held.value, needsApproval(newsroom, article, record), rules.strictStages)]
        : [],
      signature: signatureOf(newsroom, article, record),
    })
  },
})
