import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { MergeReport } from '../../shared/merge/report.ts'
import type { Environment } from '../environment.ts'
import { isNewsroom, lockPath } from '../newsroom.ts'
import { settingsType } from '../settings/settings-type.ts'
import { previousOf, readJsonFile } from '../store/json-file.ts'
import { lockHolder, takeLock } from '../store/lock.ts'
import { copyMissing, mergeFiles, mergeKept, mergeVersions } from './copy-files.ts'
import { mergeDocuments } from './merge-documents.ts'
import { hasTwoBeginnings, mergeLedger } from './merge-ledger.ts'
import { mergeOutbox } from './merge-outbox.ts'
import { noteChanges } from './note-changes.ts'
import { type Merge, readingOnly } from './place.ts'
import { mergeAllRecords } from './record-rules.ts'

const untouched = 'В обеих папках ничего не изменено.'

const noNewsroom = (folder: string) =>
  failure('notFound', `В папке ${folder} нет редакции: нет файла settings.json.`, { safe: untouched, todo: 'Проверьте путь.' })

const held = (folder: string, holder: string) =>
  failure('readOnly', `Папку ${folder} держит ${holder}.`, {
    safe: untouched,
    todo: 'Закройте редакцию там и повторите.',
  })

/** What is derived is made again from what came: the catalogs let go of what they knew. */
const forgetCatalogs = async ({ files, ours }: Merge): Promise<void> => {
  for (const { name, folder } of await files.list(join(ours, 'catalog'))) {
    if (!folder) continue
    const manifest = join(ours, 'catalog', name, 'catalog.json')
    for (const path of [previousOf(manifest), manifest]) if (await files.facts(path)) await files.remove(path)
    await files.syncFolder(join(ours, 'catalog', name))
  }
}

const newsroomOf = async ({ files }: Environment, folder: string): Promise<string> =>
  (await readJsonFile(files, join(folder, 'settings.json'), settingsType, false)).value?.newsroom ?? ''

const emptyReport = (ours: string, theirs: string): MergeReport => ({
  ...{ folder: ours, other: theirs },
  ...{ came: [], collided: [], lost: [], waits: [] },
})

/** Why two folders can't be joined; null where they can. Asked before anything is closed for it (rules J20, J21 and J28). */
export const mergeRefusal = async (environment: Environment, ours: string, theirs: string): Promise<Result<never> | null> => {
  const { files } = environment
  for (const folder of [ours, theirs]) if (!(await isNewsroom(environment, folder))) return noNewsroom(folder)
  if (ours === theirs)
    return failure('invalidInput', 'Это одна и та же папка.', { safe: untouched, todo: 'Выберите папку с копией редакции.' })
  const newsroom = await newsroomOf(environment, ours)
  if (newsroom === '' || newsroom !== (await newsroomOf(environment, theirs)))
    return failure('conflict', `В папке ${theirs} другая редакция, а не копия этой.`, {
      safe: untouched,
      todo: 'Принять можно только копию этой же редакции. Отдельные материалы переносят через «Принять материалы».',
    })
  const holder = await lockHolder(environment, lockPath(theirs))
  if (holder !== null) return held(theirs, holder)
  return (await hasTwoBeginnings({ files, reading: readingOnly(files), ours, theirs }, newsroom))
    ? failure('conflict', 'Подписывать начали в обеих копиях, каждая со своим владельцем: такие подписи не сложить.', {
        safe: untouched,
        todo: 'Перенесите нужные материалы из копии через «Принять материалы».',
      })
    : null
}

/**
 * Takes into one folder what is in another copy of the same newsroom (rules J20 to J33). Both must be closed; the other is
 * only ever read. Done again it changes nothing; cut short it is done again.
 */
export const mergeNewsrooms = async (environment: Environment, ours: string, theirs: string): Promise<Result<MergeReport>> => {
  const refused = await mergeRefusal(environment, ours, theirs)
  if (refused) return refused
  const { files } = environment
  const report = emptyReport(ours, theirs)
  const merge: Merge = { environment, ours, theirs, files, reading: readingOnly(files), report, changed: new Set() }
  const lock = await takeLock(environment, lockPath(ours))
  if (!lock.taken) return held(ours, lock.holder)
  try {
    // Before anything else: a crash on the way must leave no catalog that knows less than the folder.
    await forgetCatalogs(merge)
    await mergeFiles(merge)
    const headlines = await mergeDocuments(merge)
    await mergeVersions(merge)
    await mergeLedger(merge)
    await mergeAllRecords(merge, (article) => headlines.get(article) ?? article)
    await noteChanges(merge, merge.changed)
    for (const name of await copyMissing(merge, 'templates')) report.came.push({ kind: 'template', name, isNew: true })
    await mergeOutbox(merge)
    await mergeKept(merge)
    return success(report)
  } finally {
    await lock.release()
  }
}
