import { join } from 'node:path'
import type { MergedKind, MergeReport } from '../../shared/merge/report.ts'
import type { Environment } from '../environment.ts'
import type { Files } from '../store/files.ts'

/** Two copies of a newsroom that are joined, and what is told of it. */
export interface Merge {
  readonly environment: Environment
  /** The folder that takes the changes. */
  readonly ours: string
  /** The other copy. */
  readonly theirs: string
  /** The disk as it may be written to. */
  readonly files: Files
  /** The same disk, on which nothing can be changed: all that is done with the other copy. */
  readonly reading: Files
  readonly report: MergeReport
  /** Articles of which the text or the record is another than before. */
  readonly changed: Set<string>
}

const refuse = (): Promise<never> => Promise.reject(new Error('вторая копия открыта только для чтения'))

/** A disk on which nothing can be changed (rule J21). */
export const readingOnly = (files: Files): Files => ({
  ...files,
  makeFolder: refuse,
  open: refuse,
  rename: refuse,
  remove: refuse,
  syncFolder: refuse,
})

/** Where the losing half of a collision is kept. */
export const keptFolder = (folder: string): string => join(folder, 'merged')

export const tellCame = ({ report }: Merge, kind: MergedKind, name: string, isNew: boolean): void => {
  report.came.push({ kind, name, isNew })
}

export const complaintOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
