import { canonicalJson } from '../../shared/article/content.ts'
import { type WorkflowRecord, workflowType } from '../workflow/workflow-store.ts'
import { type Joined, joinHistory } from './join-members.ts'
import type { RecordRule } from './merge-record.ts'

/** The steps and approvals of both, in the order of time after those they share. */
const joinSteps = <V extends { readonly at: number }>(one: readonly V[], other: readonly V[]): V[] => {
  let shared = 0
  const same = (at: number) => at < one.length && at < other.length && canonicalJson(one[at]) === canonicalJson(other[at])
  while (same(shared)) shared += 1
  return [...one.slice(0, shared), ...joinHistory(one.slice(shared), other.slice(shared))]
}

const endsWith = <V>(list: readonly V[], last: V | undefined): boolean =>
  canonicalJson(list.at(-1) ?? null) === canonicalJson(last ?? null)

/**
 * Two ways of one article as one: nobody's step and nobody's approval is left out, and the article stands where the latest
 * step put it. Whether an approval counts is asked of the ledger and of the joined text, never of a merge.
 */
const joinWorkflow = (newer: WorkflowRecord, older: WorkflowRecord): Joined<WorkflowRecord> => {
  const steps = joinSteps(newer.steps, older.steps)
  const approvals = joinSteps(newer.approvals, older.approvals)
  const latest = endsWith(newer.steps, steps.at(-1)) ? newer : older
  const approved = [newer, older].filter((record) => endsWith(record.approvals, approvals.at(-1)))
  return {
    value: {
      ...newer,
      ...{ steps, approvals, status: latest.status, previous: latest.previous },
      order: Math.min(newer.order, older.order),
      changedAfterApproval: approved.some(({ changedAfterApproval }) => changedAfterApproval),
    },
    dropped: false,
    isBoth: steps.length > newer.steps.length && steps.length > older.steps.length,
  }
}

export const workflowRule = (
  headlineOf: (article: string) => string,
  onWrite: (article: string) => void,
): RecordRule<WorkflowRecord> => ({
  kind: 'workflow',
  type: workflowType,
  join: joinWorkflow,
  nameOf: (_value, id) => headlineOf(id),
  onWrite,
})
