import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { workflowApi } from '../../shared/workflow/api.ts'
import { openActions } from '../../shared/workflow/transitions.ts'
import type { Newsroom } from '../newsroom.ts'
import { actOn, isChangedAfterApproval, rolesOf } from './act.ts'

export const workflowHandlers = (newsroom: Newsroom): Handlers<typeof workflowApi> => ({
  act: async ({ action, articles, remark }, { person }) => {
    const outcome = await actOn(newsroom, action, articles, person, remark)
    return outcome.ok ? success([...outcome.value]) : outcome
  },
  history: async ({ article }, { person }) => {
    const record = newsroom.workflow.get(article)
    if (!record) return failure('notFound', `Материала ${article} нет в этой редакции.`)
    const held = rolesOf(newsroom, person)
    const changedAfterApproval = isChangedAfterApproval(newsroom, article)
    return success({
      steps: record.steps,
      approvals: record.approvals.map(({ content: _content, ...approval }) => approval),
      changedAfterApproval,
      actions: held.ok ? [...openActions(record.status, held.value, changedAfterApproval)] : [],
    })
  },
})
