import type { WorkflowAction } from '../../../../shared/workflow/states.ts'

/** Steps forward, the one to offer first in front: whoever may approve approves, whoever may not goes on to the next stage. */
const forward: readonly WorkflowAction[] = ['approve', 'assign', 'start', 'edit', 'proofread', 'file', 'resume', 'restore']

export interface StepChoice {
  /** The black button. */
  readonly next: WorkflowAction | null
  readonly canReturn: boolean
  /** Everything else that is open. */
  readonly others: readonly WorkflowAction[]
}

/** Sorts the open actions into the next step, the return, and the rest. */
export const chooseSteps = (actions: readonly WorkflowAction[]): StepChoice => {
  const next = forward.find((action) => actions.includes(action)) ?? null
  return {
    next,
    canReturn: actions.includes('return'),
    others: actions.filter((action) => action !== next && action !== 'return'),
  }
}

/** What takes an action back at once, where there is such a thing. */
export const undoOf: Readonly<Partial<Record<WorkflowAction, WorkflowAction>>> = { hold: 'resume', spike: 'restore' }
