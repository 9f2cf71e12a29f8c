import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { type ArticleContent, mediaOf } from '../../../shared/article/content.ts'
import { openMediaStore } from '../../media/media-store.ts'
import { unless } from '../../store/files.ts'
import { previousOf, replaceFile, setAside } from '../../store/json-file.ts'
import { type Check, complaintOf, tell } from './finding.ts'

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const checkBytes = async (check: Check, path: string): Promise<boolean> => {
  const { files } = check.environment
  const name = basename(path)
  const bytes = await files.read(path)
  if (hashOf(bytes) === name) return true
  const copy = await unless('ENOENT', files.read(previousOf(path)), null)
  const good = copy && hashOf(copy) === name ? copy : null
  await tell(check, path, 'Снимок повреждён: его содержимое не то, что было принято.', async () => {
    const moved = basename(await setAside(files, path))
    if (!good) return `Отложен как ${moved}. Добавьте снимок ещё раз из исходного файла.`
    await replaceFile(files, path, good)
    return `Отложен как ${moved}, на его месте исправная копия.`
  })
  return check.repair && good !== null
}

/** Pictures: bytes match their names (rule S11), every one has its facts, and what the texts show is there. */
export const checkMedia = async (check: Check, articles: ReadonlyMap<string, ArticleContent>): Promise<void> => {
  const { files } = check.environment
  const folder = join(check.folder, 'media')
  const present = new Set<string>()
  for (const { name: shelf, folder: isFolder } of await files.list(folder)) {
    if (!isFolder) continue
    for (const { name } of await files.list(join(folder, shelf))) {
      if (!/^[0-9a-f]{64}$/.test(name)) continue
      const path = join(folder, shelf, name)
      const sound = await checkBytes(check, path).catch(async (error: unknown) => {
        await tell(check, path, `Снимок не читается: ${complaintOf(error)}.`, null)
        return false
      })
      if (sound) present.add(name)
    }
  }
  const open = (readOnly: boolean) =>
    openMediaStore({ environment: check.environment, folder: check.folder, readOnly, notice: () => undefined })
  const store = await open(true)
  // Files that other hands brought are looked at as they are.
  await store.verify(() => false)
  for (const id of present) {
    if (store.get(id)) continue
    await tell(check, join(folder, id.slice(0, 2), id), 'К снимку нет сведений: добавление было прервано.', async () => {
      const writing = await open(false)
      await writing.verify(() => false)
      const added = await writing.add(`${id.slice(0, 8)}`, await writing.read(id), 'document')
      await writing.close()
      if (!added.ok) throw new Error(added.failure.what)
      return 'Сведения составлены заново по самому снимку.'
    })
  }
  for (const id of store.ids())
    if (!present.has(id))
      await tell(check, join(folder, `${id}.json`), 'Сведения о снимке есть, а снимка нет. Добавьте его ещё раз.', null)
  for (const [article, content] of articles)
    for (const id of mediaOf(content))
      if (!present.has(id) && !store.get(id))
        await tell(
          check,
          join(check.folder, 'articles', `${article}.json`),
          `В тексте стоит снимок или документ ${id.slice(0, 8)}…, которого нет.`,
          null,
        )
}
