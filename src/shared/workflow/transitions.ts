import type { ArticleStatus, Role, WorkflowAction } from './states.ts'

/** One row: this action leads from these states to that one, for these roles. */
interface Transition {
  readonly action: WorkflowAction
  readonly from: readonly ArticleStatus[]
  /** `previous` is the state the article had before it was put aside. */
  readonly to: ArticleStatus | 'previous'
  readonly roles: readonly Role[]
}

const editors: readonly Role[] = ['editorInChief', 'managingEditor', 'issueEditor', 'sectionEditor']
const writers: readonly Role[] = [...editors, 'subEditor', 'reporter', 'stringer', 'socialEditor']
const inHand: readonly ArticleStatus[] = ['pitch', 'assigned', 'inProgress', 'filed', 'edited', 'proofread', 'approved']

/**
 * THE table of the workflow: buttons and backend both ask it. The editor in chief may approve from `filed`, `edited`
 * or `proofread`; the stages passed over are recorded.
 */
export const transitions: readonly Transition[] = [
  { action: 'assign', from: ['pitch'], to: 'assigned', roles: editors },
  { action: 'start', from: ['pitch', 'assigned'], to: 'inProgress', roles: writers },
  { action: 'file', from: ['assigned', 'inProgress'], to: 'filed', roles: writers },
  { action: 'edit', from: ['filed'], to: 'edited', roles: [...editors, 'subEditor'] },
  { action: 'proofread', from: ['filed', 'edited'], to: 'proofread', roles: ['proofreader', 'editorInChief', 'managingEditor'] },
  {
    action: 'approve',
    from: ['filed', 'edited', 'proofread', 'approved', 'published'],
    to: 'approved',
    roles: ['editorInChief'],
  },
  { action: 'return', from: ['filed', 'edited', 'proofread', 'approved'], to: 'inProgress', roles: [...editors, 'proofreader'] },
  { action: 'hold', from: inHand, to: 'onHold', roles: editors },
  { action: 'resume', from: ['onHold'], to: 'previous', roles: editors },
  { action: 'spike', from: [...inHand, 'onHold'], to: 'spiked', roles: ['editorInChief', 'managingEditor', 'issueEditor'] },
  { action: 'restore', from: ['spiked'], to: 'previous', roles: ['editorInChief', 'managingEditor', 'issueEditor'] },
]

/** The roles that may approve what the newspaper says. */
export const approvers: readonly Role[] = transitions.find(({ action }) => action === 'approve')?.roles ?? []

/** Why an action is not open to somebody: by its state, by their roles, or because a stage was passed over. */
export type Refusal = 'state' | 'role' | 'stage'

const unread: readonly ArticleStatus[] = ['filed', 'edited']

/**
 * May somebody with these roles take this action on an article in this state? Returns the row of the table, or why not.
 * Approving what is already approved makes sense only when the content changed since. `strictStages` asks for every
 * stage before an approval.
 */
export const findTransition = (
  action: WorkflowAction,
  status: ArticleStatus,
  held: readonly Role[],
  changedAfterApproval: boolean,
  strictStages = false,
): Transition | Refusal => {
  const row = transitions.find((candidate) => candidate.action === action && candidate.from.includes(status))
  if (!row) return 'state'
  if (action === 'approve' && (status === 'approved' || status === 'published') && !changedAfterApproval) return 'state'
  if (!row.roles.some((role) => held.includes(role))) return 'role'
  return strictStages && action === 'approve' && unread.includes(status) ? 'stage' : row
}

/** The actions open to somebody with these roles, in the order of the table. */
export const openActions = (
  status: ArticleStatus,
  held: readonly Role[],
  changedAfterApproval: boolean,
  strictStages = false,
): readonly WorkflowAction[] =>
  transitions
    .filter(
      (row) =>
        typeof findTransition(row.action, status, held, changedAfterApproval, strictStages) === 'object' &&
        row.from.includes(status),
    )
    .map((row) => row.action)

const mainLine: readonly ArticleStatus[] = ['filed', 'edited', 'proofread', 'approved']

/** The stages an approval passed over, for its record. */
export const passedOver = (from: ArticleStatus): readonly ArticleStatus[] => {
  const at = mainLine.indexOf(from)
  return at < 0 ? [] : mainLine.slice(at + 1, -1)
}
