import { type Assignment, audiences, emptyAssignment } from '../../shared/assignment/assignment.ts'
import { stepActions, type WorkflowStep } from '../../shared/workflow/approval.ts'
import { type ArticleStatus, articleStatuses } from '../../shared/workflow/states.ts'
import type { Catalog } from '../store/catalog.ts'
import type { CatalogType } from '../store/catalog-rows.ts'
import { listOf, number, oneOf, text } from '../store/columns.ts'
import type { CellReader } from '../store/table.ts'

/** What lists need of an article's assignment: all but its words. */
export type AssignmentEntry = Omit<Assignment, 'note' | 'photos'> & { readonly asksPhotos: boolean }

/** The step an article took last; null in old entries and where none was taken. */
export type LastStep = Pick<WorkflowStep, 'action' | 'person' | 'at' | 'remark'>

/** What lists need of an article's text. */
export interface ArticleEntry {
  /** Sizes and times of the document's files when the entry was made: any difference makes it stale (rule C5). */
  readonly stamp: string
  readonly headline: string
  readonly rubric: string
  readonly byline: string
  readonly characters: number
  readonly photos: number
  /** Every file of the newsroom that the text names, each once. */
  readonly media: readonly string[]
  readonly contentHash: string
  readonly assignment: AssignmentEntry
}

/** What lists need of an article's workflow record. */
export interface WorkflowEntry {
  readonly stamp: string
  readonly status: ArticleStatus
  readonly order: number
  readonly deadline: number | null
  readonly changedAfterApproval: boolean
  /** The content that was approved last; null where none was. */
  readonly approvedHash: string | null
  readonly last: LastStep | null
}

/** An article in the catalog: either half is null where its files are not there or can't be read. */
export interface ArticleRow {
  readonly text: ArticleEntry | null
  readonly workflow: WorkflowEntry | null
}

/** How an article's content stands to the one that was approved last. */
type Approval = 'none' | 'same' | 'other'

/** An article as a row of cells. Where a half is not there, its cells say what lists take an article without it for. */
export interface ArticleCells {
  readonly hasText: boolean
  readonly textStamp: string
  readonly headline: string
  readonly rubric: string
  readonly byline: string
  readonly characters: number
  readonly photos: number
  readonly media: readonly string[]
  readonly contentHash: string
  readonly people: readonly string[]
  /** NaN without one, as all numbers and times of an assignment. */
  readonly lines: number
  readonly commissioned: number
  readonly asksPhotos: boolean
  readonly audience: '' | NonNullable<Assignment['audience']>
  readonly region: string
  readonly project: string
  readonly author: string
  readonly meantFor: string
  readonly editDue: number
  readonly proofreadDue: number
  readonly layoutDue: number
  readonly hasRecord: boolean
  readonly recordStamp: string
  readonly status: ArticleStatus
  readonly order: number
  /** NaN without one. */
  readonly deadline: number
  readonly changedAfterApproval: boolean
  readonly approval: Approval
  /** The hash of the approved content where it is another one than `contentHash`; empty otherwise. */
  readonly otherHash: string
  readonly lastAction: '' | WorkflowStep['action']
  readonly lastPerson: string
  readonly lastAt: number
  readonly lastRemark: string
}

export type ArticleCatalog = Catalog<ArticleRow, ArticleCells>

/** What lists keep of an assignment. */
export const assignmentEntry = ({ note: _note, photos, ...rest }: Assignment): AssignmentEntry => ({
  ...rest,
  asksPhotos: photos.trim() !== '',
})

const noText: ArticleEntry = {
  ...{ stamp: '', headline: '', rubric: '', byline: '', characters: 0, photos: 0, media: [], contentHash: '' },
  assignment: assignmentEntry(emptyAssignment),
}
const noRecord: WorkflowEntry = {
  ...{ stamp: '', status: 'filed', order: 0, deadline: null, changedAfterApproval: false, approvedHash: null, last: null },
}

const approvalOf = (approved: string | null, present: string): Approval => {
  if (approved === null) return 'none'
  return approved === present ? 'same' : 'other'
}

/** A number that may be missing, as a cell: NaN without one. */
const numberCell = (value: number | null): number => value ?? Number.NaN
const fromNumber = (cell: number): number | null => (Number.isNaN(cell) ? null : cell)
const fromText = (cell: string): string | null => (cell === '' ? null : cell)

const assignmentCells = (entry: AssignmentEntry) => ({
  people: entry.people,
  lines: numberCell(entry.lines),
  commissioned: numberCell(entry.characters),
  asksPhotos: entry.asksPhotos,
  audience: entry.audience ?? ('' as const),
  region: entry.region,
  project: entry.project ?? '',
  author: entry.author ?? '',
  meantFor: entry.issue ?? '',
  editDue: numberCell(entry.editDue),
  proofreadDue: numberCell(entry.proofreadDue),
  layoutDue: numberCell(entry.layoutDue),
})

const assignmentFrom = (cell: CellReader<ArticleCells>): AssignmentEntry => ({
  people: [...cell('people')],
  lines: fromNumber(cell('lines')),
  characters: fromNumber(cell('commissioned')),
  asksPhotos: cell('asksPhotos'),
  audience: cell('audience') || null,
  region: cell('region'),
  project: fromText(cell('project')),
  author: fromText(cell('author')),
  issue: fromText(cell('meantFor')),
  editDue: fromNumber(cell('editDue')),
  proofreadDue: fromNumber(cell('proofreadDue')),
  layoutDue: fromNumber(cell('layoutDue')),
})

const lastFrom = (cell: CellReader<ArticleCells>): LastStep | null => {
  const action = cell('lastAction')
  if (action === '') return null
  return { action, person: fromText(cell('lastPerson')), at: cell('lastAt'), remark: cell('lastRemark') }
}

/** How articles stand in the catalog's segments. */
export const articleCatalogType: CatalogType<ArticleRow, ArticleCells> = {
  version: 6,
  columns: {
    hasText: oneOf([false, true]),
    textStamp: text,
    headline: text,
    rubric: text,
    byline: text,
    characters: number,
    photos: number,
    media: listOf(text),
    contentHash: text,
    people: listOf(text),
    lines: number,
    commissioned: number,
    asksPhotos: oneOf([false, true]),
    audience: oneOf(['', ...audiences]),
    region: text,
    project: text,
    author: text,
    meantFor: text,
    editDue: number,
    proofreadDue: number,
    layoutDue: number,
    hasRecord: oneOf([false, true]),
    recordStamp: text,
    status: oneOf(articleStatuses),
    order: number,
    deadline: number,
    changedAfterApproval: oneOf([false, true]),
    approval: oneOf(['none', 'same', 'other']),
    otherHash: text,
    lastAction: oneOf(['', ...stepActions]),
    lastPerson: text,
    lastAt: number,
    lastRemark: text,
  },
  rank: ({ order }) => order,
  toCells: (row) => {
    const { stamp: textStamp, contentHash, assignment, ...content } = row.text ?? noText
    const { stamp: recordStamp, deadline, approvedHash, last, ...record } = row.workflow ?? noRecord
    const approval = approvalOf(approvedHash, contentHash)
    return {
      ...content,
      ...record,
      ...assignmentCells(assignment),
      ...{ textStamp, contentHash, recordStamp, approval },
      hasText: row.text !== null,
      hasRecord: row.workflow !== null,
      deadline: numberCell(deadline),
      otherHash: approval === 'other' ? (approvedHash ?? '') : '',
      lastAction: last?.action ?? '',
      lastPerson: last?.person ?? '',
      lastAt: numberCell(last?.at ?? null),
      lastRemark: last?.remark ?? '',
    }
  },
  fromCells: (cell) => {
    const contentHash = cell('contentHash')
    const approved = { none: null, same: contentHash, other: cell('otherHash') }
    return {
      text: cell('hasText')
        ? {
            stamp: cell('textStamp'),
            headline: cell('headline'),
            rubric: cell('rubric'),
            byline: cell('byline'),
            characters: cell('characters'),
            photos: cell('photos'),
            media: cell('media'),
            contentHash,
            assignment: assignmentFrom(cell),
          }
        : null,
      workflow: cell('hasRecord')
        ? {
            stamp: cell('recordStamp'),
            status: cell('status'),
            order: cell('order'),
            deadline: fromNumber(cell('deadline')),
            changedAfterApproval: cell('changedAfterApproval'),
            approvedHash: approved[cell('approval')],
            last: lastFrom(cell),
          }
        : null,
    }
  },
}

/** What lists take an article for that has neither text nor record. */
export const noCells: ArticleCells = articleCatalogType.toCells({ text: null, workflow: null })

/** Sets one half of an article's row; a row without halves goes. */
export const setHalf = (catalog: ArticleCatalog, id: string, half: Partial<ArticleRow>): void => {
  const row: ArticleRow = { ...(catalog.get(id) ?? { text: null, workflow: null }), ...half }
  catalog.set(id, row.text === null && row.workflow === null ? null : row)
}
