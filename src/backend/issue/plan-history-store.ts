import { join } from 'node:path'
import { type PlanHistory, type PlanStep, planHistorySchema, withStep } from '../../shared/issue/plan-history.ts'
import type { Files } from '../store/files.ts'
import type { RecordType } from '../store/json-file.ts'
import { type Notice, openRecordStore } from '../store/record-store.ts'
import { issueFileName } from './issue-store.ts'

/** How the history of a flatplan is stored. */
export const planHistoryType: RecordType<PlanHistory> = { version: 1, schema: planHistorySchema, migrations: {} }

/** Where the histories lie, one file an issue. */
export const planHistoryFolder = 'plan-history'

const none: PlanHistory = { schemaVersion: 1, steps: [] }

/** Who moved what in the flatplans, and when (rule Q21). */
export interface PlanHistoryStore {
  of(serial: string): PlanHistory
  /** Adds a step; one after another. */
  add(serial: string, step: PlanStep): Promise<void>
  /** Lets the history go with an issue that gets another serial. */
  renumber(from: string, to: string): Promise<void>
}

export const openPlanHistory = async (
  files: Files,
  folder: string,
  readOnly: boolean,
  notice: Notice,
): Promise<PlanHistoryStore> => {
  const records = await openRecordStore(files, join(folder, planHistoryFolder), planHistoryType, readOnly, notice)
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.catch(() => undefined).then(work)
    last = turn
    return turn
  }
  const of = (serial: string): PlanHistory => records.get(issueFileName(serial)) ?? none
  return {
    of,
    add: (serial, step) =>
      inTurn(async () => {
        const [before, after] = [of(serial), withStep(of(serial), step)]
        if (after !== before) await records.put(issueFileName(serial), after)
      }),
    renumber: (from, to) =>
      inTurn(async () => {
        const moved = of(from)
        // The serial that is left may be taken by another issue, which begins without a past.
        if (moved.steps.length + of(to).steps.length === 0) return
        await records.put(issueFileName(to), moved)
        await records.put(issueFileName(from), none)
      }),
  }
}
