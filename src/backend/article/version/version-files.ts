import { join } from 'node:path'
import { canonicalJson } from '../../../shared/article/content.ts'
import { type Version, type VersionFacts, versionFactsSchema, versionSchema } from '../../../shared/article/version/version.ts'
import { sha256 } from '../../ledger/signature.ts'
import type { Files } from '../../store/files.ts'
import { jsonDatabase, previousOf, type RecordType, readJsonFile } from '../../store/json-file.ts'
import { recordIds, recordPath } from '../../store/record-store.ts'

/** SHA-256, hex, over the canonical JSON of a frozen text. */
export const frozenHash = ({ fields, body }: Pick<Version, 'fields' | 'body'>): string => sha256(canonicalJson({ fields, body }))

/** How a version is stored: a file each. One whose text is not what it was is none. */
export const versionType: RecordType<Version> = {
  version: 1,
  schema: versionSchema.refine((version) => frozenHash(version) === version.hash, 'контрольная сумма не сошлась'),
  migrations: {},
}

/** Where the versions of all articles lie, a folder for each article. */
export const versionsFolder = (folder: string): string => join(folder, 'versions')

const articleFolder = (folder: string, article: string): string => join(versionsFolder(folder), article)

/** The version without its text. */
export const factsOf = (version: Version): VersionFacts => versionFactsSchema.parse(version)

/** The newest first; of one moment by their ids. */
export const newestFirst = (a: VersionFacts, b: VersionFacts): number => b.at - a.at || (a.id < b.id ? 1 : -1)

/** Null where there is none, or none that can be read. */
export const readVersion = async (files: Files, folder: string, article: string, id: string): Promise<Version | null> =>
  (await readJsonFile(files, recordPath(articleFolder(folder, article), id), versionType, false).catch(() => null))?.value ?? null

/** The ids of the versions of an article that have files. */
export const versionIds = (files: Files, folder: string, article: string): Promise<ReadonlySet<string>> =>
  recordIds(files, articleFolder(folder, article))

/** Resolves when the version would survive a power cut. */
export const writeVersion = (files: Files, folder: string, version: Version): Promise<void> =>
  jsonDatabase(files, recordPath(articleFolder(folder, version.article), version.id), version).write()

export const removeVersion = async (files: Files, folder: string, article: string, id: string): Promise<void> => {
  const path = recordPath(articleFolder(folder, article), id)
  for (const file of [previousOf(path), path]) if (await files.facts(file)) await files.remove(file)
  await files.syncFolder(articleFolder(folder, article))
}
