import { relative } from 'node:path'
import type { CheckFinding } from '../../../shared/workspace/api.ts'
import type { Environment } from '../../environment.ts'

/** A check under way. Files are given by their full path and told relative to the folder. */
export interface Check {
  readonly environment: Environment
  readonly folder: string
  readonly repair: boolean
  readonly findings: CheckFinding[]
}

export const complaintOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/**
 * Tells of a problem. With repair asked for, `mend` is carried out and says in words what it did; null stands for what
 * only a person can put right.
 */
export const tell = async (check: Check, path: string, problem: string, mend: (() => Promise<string>) | null): Promise<void> => {
  const file = relative(check.folder, path).replaceAll('\\', '/')
  if (!check.repair || !mend) {
    check.findings.push({ file, problem, repaired: null })
    return
  }
  try {
    check.findings.push({ file, problem, repaired: await mend() })
  } catch (error) {
    check.findings.push({ file, problem: `${problem} Исправить не удалось: ${complaintOf(error)}.`, repaired: null })
  }
}
