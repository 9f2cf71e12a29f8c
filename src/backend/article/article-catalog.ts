import { type ArticleStatus, articleStatuses } from '../../shared/workflow/states.ts'
import type { Catalog } from '../store/catalog.ts'
import type { CatalogType } from '../store/catalog-rows.ts'
import { number, oneOf, text } from '../store/columns.ts'

/** What lists need of an article's text. */
export interface ArticleEntry {
  /** Sizes and times of the document's files when the entry was made: any difference makes it stale (rule C5). */
  readonly stamp: string
  readonly headline: string
  readonly rubric: string
  readonly byline: string
  readonly characters: number
  readonly photos: number
  readonly contentHash: string
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
  readonly contentHash: string
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
}

export type ArticleCatalog = Catalog<ArticleRow, ArticleCells>

const noText: ArticleEntry = { stamp: '', headline: '', rubric: '', byline: '', characters: 0, photos: 0, contentHash: '' }
const noRecord: WorkflowEntry = {
  ...{ stamp: '', status: 'filed', order: 0, deadline: null, changedAfterApproval: false, approvedHash: null },
}

const approvalOf = (approved: string | null, present: string): Approval => {
  if (approved === null) return 'none'
  return approved === present ? 'same' : 'other'
}

/** How articles stand in the catalog's segments. */
export const articleCatalogType: CatalogType<ArticleRow, ArticleCells> = {
  version: 2,
  columns: {
    hasText: oneOf([false, true]),
    textStamp: text,
    headline: text,
    rubric: text,
    byline: text,
    characters: number,
    photos: number,
    contentHash: text,
    hasRecord: oneOf([false, true]),
    recordStamp: text,
    status: oneOf(articleStatuses),
    order: number,
    deadline: number,
    changedAfterApproval: oneOf([false, true]),
    approval: oneOf(['none', 'same', 'other']),
    otherHash: text,
  },
  rank: ({ order }) => order,
  toCells: (row) => {
    const { stamp: textStamp, contentHash, ...content } = row.text ?? noText
    const { stamp: recordStamp, deadline, approvedHash, ...record } = row.workflow ?? noRecord
    const approval = approvalOf(approvedHash, contentHash)
    return {
      ...content,
      ...record,
      ...{ textStamp, contentHash, recordStamp, approval },
      hasText: row.text !== null,
      hasRecord: row.workflow !== null,
      deadline: deadline ?? Number.NaN,
      otherHash: approval === 'other' ? (approvedHash ?? '') : '',
    }
  },
  fromCells: (cell) => {
    const contentHash = cell('contentHash')
    const deadline = cell('deadline')
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
            contentHash,
          }
        : null,
      workflow: cell('hasRecord')
        ? {
            stamp: cell('recordStamp'),
            status: cell('status'),
            order: cell('order'),
            deadline: Number.isNaN(deadline) ? null : deadline,
            changedAfterApproval: cell('changedAfterApproval'),
            approvedHash: approved[cell('approval')],
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
