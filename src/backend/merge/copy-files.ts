import { join } from 'node:path'
import { pageFilesFolder } from '../publishing/issue-page/page-files.ts'
import { unless } from '../store/files.ts'
import { replaceFile } from '../store/json-file.ts'
import { keptFolder, type Merge } from './place.ts'

/** Copies the files of a folder that the other copy has and ours has not; a file is never written over. Returns their names. */
export const copyMissing = async (
  merge: Merge,
  folder: string,
  isMeant: (name: string) => boolean = () => true,
): Promise<readonly string[]> => {
  const { files, reading } = merge
  const copied: string[] = []
  for (const { name, folder: isFolder } of await reading.list(join(merge.theirs, folder))) {
    if (isFolder || !isMeant(name) || /\.(?:new|previous)$/.test(name)) continue
    const path = join(merge.ours, folder, name)
    if (await files.facts(path)) continue
    const bytes = await unless('ENOENT', reading.read(join(merge.theirs, folder, name)), null)
    if (!bytes) continue
    await files.makeFolder(join(merge.ours, folder))
    await replaceFile(files, path, bytes)
    copied.push(name)
  }
  return copied
}

const foldersIn = async ({ reading, theirs }: Merge, folder: string): Promise<readonly string[]> =>
  (await reading.list(join(theirs, folder))).flatMap((entry) => (entry.folder ? [entry.name] : []))

/** Brings pictures with what is known of them, before anything that names them; and files that are kept by their hashes. */
export const mergeFiles = async (merge: Merge): Promise<void> => {
  for (const shelf of await foldersIn(merge, 'media')) await copyMissing(merge, join('media', shelf))
  await copyMissing(merge, join('proofs', 'pages'))
  await copyMissing(merge, join('mailings', 'files'))
  await copyMissing(merge, pageFilesFolder)
  await copyMissing(merge, join('signoffs', 'sent'))
  await copyMissing(merge, 'profiles')
}

/** Brings versions: a file each, never changed, but where older ones were thinned out. */
export const mergeVersions = async (merge: Merge): Promise<void> => {
  for (const article of await foldersIn(merge, 'versions')) {
    const came = await copyMissing(merge, join('versions', article), (name) => name.endsWith('.json'))
    for (const _version of came) merge.report.came.push({ kind: 'version', name: article, isNew: true })
  }
}

/** Brings what the other copy has kept of collisions of its own. */
export const mergeKept = async (merge: Merge): Promise<void> => {
  await copyMissing(merge, keptFolder(''))
}
