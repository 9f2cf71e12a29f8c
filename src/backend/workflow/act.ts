import { failure, type Result, success } from '../../shared/api/result.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { Approval } from '../../shared/workflow/approval.ts'
import { actionLabels, statusLabels } from '../../shared/workflow/labels.ts'
import type { Role, WorkflowAction } from '../../shared/workflow/states.ts'
import { findTransition, passedOver } from '../../shared/workflow/transitions.ts'
import type { Newsroom } from '../newsroom.ts'
import { DamagedFile } from '../store/json-file.ts'
import { contentHash } from './content-hash.ts'
import type { WorkflowRecord } from './workflow-store.ts'

/** A record for an article that comes in with this status; `action` says how. */
export const newWorkflowRecord = (
  status: WorkflowRecord['status'],
  action: 'import' | 'create',
  person: string | null,
  at: number,
  order: number,
): WorkflowRecord => ({
  schemaVersion: 1,
  status,
  previous: null,
  order,
  steps: [{ action, from: null, to: status, person, at, remark: '' }],
  approvals: [],
  changedAfterApproval: false,
  deadline: null,
})

/** The order number for the next article. */
export const nextOrder = (newsroom: Newsroom): number => newsroom.workflow.nextOrder()

/** Gives a filed record to an article that a crash left without one, between its text and its record. */
export const ensureRecord = async (newsroom: Newsroom, id: string): Promise<void> => {
  if (newsroom.workflow.entry(id)) return
  const record = newWorkflowRecord('filed', 'import', null, newsroom.environment.now(), nextOrder(newsroom))
  try {
    await newsroom.workflow.change(id, (now) => (now ? null : record))
  } catch (error) {
    // There is one that can't be read: it stays until a check of the folder has dealt with it.
    if (!(error instanceof DamagedFile)) throw error
  }
}

/** Roles of a person, or why they can't act. */
export const rolesOf = (newsroom: Newsroom, person: string | null): Result<readonly Role[]> => {
  const members = newsroom.staff()
  const member = members.find((candidate) => candidate.id === person)
  if (member) return success(member.roles)
  const known = members.map((m) => m.id).join(', ')
  return failure('forbidden', person ? `Сотрудника «${person}» в редакции нет.` : 'Не сказано, кто действует.', {
    todo: `Выберите сотрудника: ${known}.`,
  })
}

/** Does the current content differ from what was approved last, or did it ever since? */
export const isChangedAfterApproval = (newsroom: Newsroom, id: string): boolean => {
  const { cell } = newsroom.articles
  const approval = cell(id, 'approval')
  return approval === 'other' || (approval === 'same' && cell(id, 'changedAfterApproval'))
}

/**
 * Remembers that an approved content was changed, so that a later undo back to it does not revive the approval by
 * itself. Called after each change and for every article on opening.
 */
export const noteChange = async (newsroom: Newsroom, id: string): Promise<void> => {
  if (newsroom.workflow.entry(id)?.changedAfterApproval || !isChangedAfterApproval(newsroom, id)) return
  await newsroom.workflow.change(id, (now) => {
    const approved = now?.approvals.at(-1)
    if (!now || !approved || now.changedAfterApproval) return null
    return newsroom.articles.entry(id)?.contentHash === approved.contentHash ? null : { ...now, changedAfterApproval: true }
  })
}

const refusal = (newsroom: Newsroom, action: WorkflowAction, id: string, record: WorkflowRecord, reason: 'state' | 'role') => {
  const headline = newsroom.articles.entry(id)?.headline || id
  return reason === 'state'
    ? failure(
        'conflict',
        `${quoted(headline)}: действие «${actionLabels[action]}» не подходит к состоянию «${statusLabels[record.status]}».`,
        {
          safe: 'Ничего не изменено.',
        },
      )
    : failure('forbidden', `${quoted(headline)}: действие «${actionLabels[action]}» не входит в права этого сотрудника.`, {
        safe: 'Ничего не изменено.',
        todo: 'Попросите того, у кого есть такое право.',
      })
}

/** Freezes the content as it is now, for the person who approves it. */
const approvalOf = async (
  newsroom: Newsroom,
  id: string,
  mayApprove: readonly Role[],
  held: readonly Role[],
  person: string | null,
  record: WorkflowRecord,
): Promise<Approval> => {
  const content = await newsroom.articles.content(id)
  return {
    id: newsroom.environment.newId(),
    person: person ?? '',
    role: mayApprove.find((role) => held.includes(role)) ?? 'editorInChief',
    at: newsroom.environment.now(),
    contentHash: contentHash(content),
    content,
    passedOver: [...passedOver(record.status)],
    signature: null,
  }
}

/** Takes one action on several articles by the table of transitions; when one refuses, none is changed. */
export const actOn = async (
  newsroom: Newsroom,
  action: WorkflowAction,
  ids: readonly string[],
  person: string | null,
  remark: string,
): Promise<Result<readonly { article: string; status: WorkflowRecord['status'] }[]>> => {
  const held = rolesOf(newsroom, person)
  if (!held.ok) return held
  const at = newsroom.environment.now()
  const changes = new Map<string, { readonly from: WorkflowRecord; readonly edit: (now: WorkflowRecord) => WorkflowRecord }>()
  for (const id of new Set(ids)) {
    const record = await newsroom.workflow.get(id)
    if (!record || !newsroom.articles.has(id)) return failure('notFound', `Материала ${id} нет в этой редакции.`)
    const row = findTransition(action, record.status, held.value, isChangedAfterApproval(newsroom, id))
    if (typeof row === 'string') return refusal(newsroom, action, id, record, row)
    const to = row.to === 'previous' ? (record.previous ?? 'inProgress') : row.to
    const step = { action, from: record.status, to, person, at, remark }
    const previous = to === 'onHold' || to === 'spiked' ? (record.previous ?? record.status) : null
    const approval = action === 'approve' ? await approvalOf(newsroom, id, row.roles, held.value, person, record) : null
    changes.set(id, {
      from: record,
      edit: (now) => ({
        ...now,
        status: to,
        previous,
        steps: [...now.steps, step],
        ...(approval ? { approvals: [...now.approvals, approval], changedAfterApproval: false } : {}),
      }),
    })
  }
  const outcomes: { article: string; status: WorkflowRecord['status'] }[] = []
  for (const [id, { from, edit }] of changes) {
    // Somebody else may have acted while this was looked at: their step is not written over.
    const isSame = (now: WorkflowRecord | null): now is WorkflowRecord =>
      now !== null && now.status === from.status && now.steps.length === from.steps.length
    const now = await newsroom.workflow.change(id, (record) => (isSame(record) ? edit(record) : null))
    if (!isSame(now)) return refusal(newsroom, action, id, now ?? from, 'state')
    outcomes.push({ article: id, status: edit(from).status })
    newsroom.emit({ type: 'changed', feature: 'workflow', id })
  }
  return success(outcomes)
}
