import { type ArticleStatus, articleStatuses } from '../../shared/workflow/states.ts'
import type { Catalog, CatalogType } from '../store/catalog.ts'
import type { Files } from '../store/files.ts'
import { stampOf } from '../store/stamp.ts'
import { journalPath, snapshotPath } from '../store/stored-state.ts'

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
export type ArticleCatalog = Catalog<ArticleRow>

/** The stamp of a document's files. */
export const documentStamp = (files: Files, base: string): Promise<string> =>
  stampOf(files, [snapshotPath(base), journalPath(base)])

const isText = (cell: unknown): cell is string => typeof cell === 'string'
const isNumber = (cell: unknown): cell is number => typeof cell === 'number'

const textOf = (cells: readonly unknown[]): ArticleEntry | null => {
  const [stamp, headline, rubric, byline, characters, photos, contentHash] = cells
  return isText(stamp) &&
    isText(headline) &&
    isText(rubric) &&
    isText(byline) &&
    isNumber(characters) &&
    isNumber(photos) &&
    isText(contentHash)
    ? { stamp, headline, rubric, byline, characters, photos, contentHash }
    : null
}

const workflowOf = (cells: readonly unknown[]): WorkflowEntry | null => {
  const [stamp, status, order, deadline, changed, approvedHash] = cells
  const known = articleStatuses.find((one) => one === status)
  return isText(stamp) &&
    known !== undefined &&
    isNumber(order) &&
    (deadline === null || isNumber(deadline)) &&
    typeof changed === 'boolean' &&
    (approvedHash === null || isText(approvedHash))
    ? { stamp, status: known, order, deadline, changedAfterApproval: changed, approvedHash }
    : null
}

const half = <E>(cells: unknown, read: (cells: readonly unknown[]) => E | null): E | null | undefined => {
  if (cells === null) return null
  return (Array.isArray(cells) ? read(cells) : null) ?? undefined
}

/** How articles stand in the catalog's segments: `[id, [text…] or null, [workflow…] or null]`. */
export const articleCatalogType: CatalogType<ArticleRow> = {
  version: 1,
  toCells: ({ text: t, workflow: w }) => [
    t && [t.stamp, t.headline, t.rubric, t.byline, t.characters, t.photos, t.contentHash],
    w && [w.stamp, w.status, w.order, w.deadline, w.changedAfterApproval, w.approvedHash],
  ],
  fromRow: ([, textCells, workflowCells]) => {
    const text = half(textCells, textOf)
    const workflow = half(workflowCells, workflowOf)
    return text === undefined || workflow === undefined ? null : { text, workflow }
  },
}

/** Sets one half of an article's row; a row without halves goes. */
export const setHalf = (catalog: ArticleCatalog, id: string, half: Partial<ArticleRow>): void => {
  const row: ArticleRow = { ...(catalog.get(id) ?? { text: null, workflow: null }), ...half }
  catalog.set(id, row.text === null && row.workflow === null ? null : row)
}
