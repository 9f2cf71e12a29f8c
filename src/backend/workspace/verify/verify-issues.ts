import { join } from 'node:path'
import * as Y from 'yjs'
import { z } from 'zod'
import { canonicalJson } from '../../../shared/article/content.ts'
import { type Issue, issueSchema } from '../../../shared/issue/issue.ts'
import { issueOf, serialOf } from '../../issue/issue-store.ts'
import { documentNames, isEmpty, snapshotPath } from '../../store/document.ts'
import { unless } from '../../store/files.ts'
import { readStoredState } from '../../store/stored-state.ts'
import type { Verifying } from './verifying.ts'

/** The issues of a folder by serial; null for one that can't be read. */
export type VerifiedIssues = ReadonlyMap<string, Issue | null>

const snapshotSchema = z.object({ state: z.string(), derived: issueSchema })

/** Does the readable half of a snapshot say what the document it was made of says? */
const isDerived = (serial: string, bytes: Uint8Array): boolean => {
  const parsed = snapshotSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes)))
  if (!parsed.success) return false
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(parsed.data.state, 'base64'))
  // An issue that got another number may have been written last under the one before.
  return canonicalJson({ ...parsed.data.derived, serial }) === canonicalJson(issueOf(serial, doc))
}

/** The plan of every issue can be read as it was saved, and its readable copy says the same. */
export const verifyIssues = async ({ environment, folder, tell }: Verifying): Promise<VerifiedIssues> => {
  const { files } = environment
  const place = join(folder, 'issues')
  const read = new Map<string, Issue | null>()
  const look = async (serial: string, base: string): Promise<string | null> => {
    const { doc, damaged, tail } = await readStoredState(files, base)
    if (isEmpty(doc)) return null
    read.set(serial, issueOf(serial, doc))
    if (damaged) return 'файл плана повреждён'
    if (tail.length > 0) return 'в журнале правок плана повреждён конец'
    const snapshot = await unless('ENOENT', files.read(snapshotPath(base)), null)
    return snapshot === null || isDerived(serial, snapshot) ? null : 'читаемая копия плана расходится с документом'
  }
  for (const name of [...documentNames((await files.list(place)).map((file) => file.name))].sort()) {
    const serial = serialOf(name)
    const reason = await look(serial, join(place, name)).catch((error: unknown) => {
      read.set(serial, null)
      return `план не читается: ${error instanceof Error ? error.message : String(error)}`
    })
    if (reason !== null) tell({ kind: 'issue', id: serial, reason })
  }
  return read
}
