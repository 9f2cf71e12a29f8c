import { z } from 'zod'
import { approvalSchema, workflowStepSchema } from '../../shared/workflow/approval.ts'
import { articleStatuses } from '../../shared/workflow/states.ts'
import { type ArticleCatalog, setHalf, type WorkflowEntry } from '../article/article-catalog.ts'
import type { Files } from '../store/files.ts'
import type { RecordType } from '../store/json-file.ts'
import type { CataloguedFiles } from '../store/keep-catalog.ts'
import { openRecordFiles } from '../store/record-files.ts'
import type { Notice } from '../store/record-store.ts'

const workflowSchema = z.object({
  schemaVersion: z.literal(1),
  status: z.enum(articleStatuses),
  /** The state before the article was put aside, for coming back. */
  previous: z.enum(articleStatuses).nullable(),
  /** Order of import or creation. */
  order: z.number(),
  steps: z.array(workflowStepSchema),
  /** The newest last; each keeps the content as it was approved. */
  approvals: z.array(approvalSchema),
  /** The content was different after the last approval at some moment: an undo back does not revive it by itself. */
  changedAfterApproval: z.boolean(),
  /** When the text is due from its author, in milliseconds since 1970. */
  deadline: z.number().nullable().default(null),
})
/** Where an article is on its way, and what was approved of it. Never part of a merged document. */
export type WorkflowRecord = z.infer<typeof workflowSchema>

export const workflowType: RecordType<WorkflowRecord> = { version: 1, schema: workflowSchema, migrations: {} }

/** The workflow records of a newsroom: files read when they are asked for, and what lists need of them in the catalog. */
export interface WorkflowStore extends CataloguedFiles {
  /** The record as it is on disk; null where there is none, or none that can be read. */
  get(id: string): Promise<WorkflowRecord | null>
  /** What lists need of it, at once. Decisions about sending and signing ask the record itself. */
  entry(id: string): WorkflowEntry | null
  /** Resolves when the record would survive a power cut. */
  put(id: string, record: WorkflowRecord): Promise<void>
  /** Changes a record as it is on disk at that moment; `edit` returns null to leave it. Returns what it was. */
  change(id: string, edit: (now: WorkflowRecord | null) => WorkflowRecord | null): Promise<WorkflowRecord | null>
  /** The order number for the next article. */
  nextOrder(): number
}

export interface WorkflowStoreOptions {
  readonly files: Files
  readonly folder: string
  readonly readOnly: boolean
  readonly notice: Notice
  readonly catalog: ArticleCatalog
}

export const openWorkflowStore = async ({
  files,
  folder,
  readOnly,
  notice,
  catalog,
}: WorkflowStoreOptions): Promise<WorkflowStore> => {
  const entry = (id: string): WorkflowEntry | null => catalog.get(id)?.workflow ?? null
  const { read, ...records } = await openRecordFiles<WorkflowRecord>({
    ...{ files, folder, type: workflowType, readOnly, notice, catalog },
    stampIn: (id) => (catalog.cell(id, 'hasRecord') ? catalog.cell(id, 'recordStamp') : null),
    describe: (id, record, stamp) => {
      if (record === null) return setHalf(catalog, id, { workflow: null })
      const { status, order, deadline, changedAfterApproval } = record
      const approvedHash = record.approvals.at(-1)?.contentHash ?? null
      const step = record.steps.at(-1)
      const last = step ? { action: step.action, person: step.person, at: step.at, remark: step.remark } : null
      setHalf(catalog, id, { workflow: { stamp, status, order, deadline, changedAfterApproval, approvedHash, last } })
    },
  })
  let highest = 0
  catalog.scan((_id, cell) => {
    highest = Math.max(highest, cell('order'))
  })
  catalog.subscribe((_id, _before, row) => {
    highest = Math.max(highest, row?.workflow?.order ?? 0)
  })
  return {
    ...records,
    get: read,
    entry,
    nextOrder: () => highest + 1,
  }
}
