import { join } from 'node:path'
import { canonicalJson } from '../../shared/article/content.ts'
import type { MergedKind } from '../../shared/merge/report.ts'
import { sha256 } from '../ledger/signature.ts'
import type { Files } from '../store/files.ts'
import {
  DamagedFile,
  jsonDatabase,
  NewerFile,
  previousOf,
  type RecordType,
  readJsonFile,
  readRecord,
} from '../store/json-file.ts'
import { recordIds, recordPath } from '../store/record-store.ts'
import type { Join } from './join-members.ts'
import { complaintOf, keptFolder, type Merge, tellCame } from './place.ts'

/** How records of one kind are joined. */
export interface RecordRule<T> {
  readonly kind: MergedKind
  readonly type: RecordType<T>
  readonly join: Join<T>
  /** When the record was last changed, where it says so; otherwise its file does. */
  readonly changedAt?: (value: T) => number
  /** What people call it; its file's name where it has no other. */
  readonly nameOf?: (value: T, id: string) => string
  /** Hears of each record that was written. */
  readonly onWrite?: (id: string) => void
}

interface Half<T> {
  readonly value: T
  readonly text: string
  readonly at: number
}

const previousText = async <T>(files: Files, path: string, type: RecordType<T>): Promise<string | null> => {
  try {
    return canonicalJson(readRecord(type, JSON.parse(new TextDecoder().decode(await files.read(previousOf(path))))))
  } catch {
    // There is none, or none that can be read: then it says nothing.
    return null
  }
}

const readHalf = async <T>(files: Files, path: string, { type, changedAt }: RecordRule<T>): Promise<Half<T> | null> => {
  const { value } = await readJsonFile(files, path, type, false)
  if (value === null) return null
  const at = changedAt?.(value) ?? (await files.facts(path))?.modifiedAt ?? 0
  return { value, text: canonicalJson(value), at }
}

/** Keeps the half of a collision that is not in force; null where this folder has kept it already. */
const keepLoser = async <T extends object>(
  merge: Merge,
  kind: MergedKind,
  id: string,
  { value, text }: Half<T>,
): Promise<string | null> => {
  const name = `${kind}-${id}-${sha256(text).slice(0, 12)}.json`
  const path = join(keptFolder(merge.ours), name)
  if (await merge.files.facts(path)) return null
  await jsonDatabase(merge.files, path, value).write()
  return join('merged', name)
}

/** Joins one record of the two copies (rules J24 to J26). */
export const mergeRecord = async <T extends object>(
  merge: Merge,
  file: string,
  id: string,
  rule: RecordRule<T>,
): Promise<void> => {
  const { files, reading, report } = merge
  const [ourPath, theirPath] = [join(merge.ours, file), join(merge.theirs, file)]
  try {
    const theirs = await readHalf(reading, theirPath, rule)
    if (!theirs) return
    const ours = await readHalf(files, ourPath, rule)
    const name = rule.nameOf?.(theirs.value, id) ?? id
    const put = async (value: T): Promise<void> => {
      await jsonDatabase(files, ourPath, value).write()
      rule.onWrite?.(id)
    }
    const write = async (value: T, isNew: boolean): Promise<void> => {
      await put(value)
      tellCame(merge, rule.kind, name, isNew)
    }
    if (!ours) return await write(theirs.value, true)
    if (ours.text === theirs.text || (await previousText(files, ourPath, rule.type)) === theirs.text) return
    if ((await previousText(reading, theirPath, rule.type)) === ours.text) return await write(theirs.value, false)
    const isTheirs = theirs.at !== ours.at ? theirs.at > ours.at : theirs.text > ours.text
    const [newer, older] = isTheirs ? [theirs, ours] : [ours, theirs]
    const { value, dropped, isBoth = false } = rule.join(newer.value, older.value)
    const kept = dropped ? await keepLoser(merge, rule.kind, id, older) : null
    const changed = canonicalJson(value) !== ours.text
    if (kept !== null) report.collided.push({ kind: rule.kind, name, wins: isTheirs ? 'theirs' : 'ours', kept })
    if (!changed) return
    if (isBoth) report.collided.push({ kind: rule.kind, name, wins: 'both', kept: null })
    if (kept === null && !isBoth) return await write(value, false)
    await put(value)
  } catch (error) {
    if (!(error instanceof DamagedFile || error instanceof NewerFile)) throw error
    report.waits.push(`Запись ${file} не объединена: ${complaintOf(error)}. Обе остались, как были.`)
  }
}

/** Joins all records of one kind, one file each. */
export const mergeRecords = async <T extends object>(merge: Merge, folder: string, rule: RecordRule<T>): Promise<void> => {
  for (const id of [...(await recordIds(merge.reading, join(merge.theirs, folder)))].sort())
    await mergeRecord(merge, recordPath(folder, id), id, rule)
}
