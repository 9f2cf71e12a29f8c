import { basename, join } from 'node:path'
import type { ArticleContent } from '../../../shared/article/content.ts'
import { indexType, stampOf } from '../../article/article-index.ts'
import { openArticleStore } from '../../article/article-store.ts'
import { previousOf, readJsonFile, setAside } from '../../store/json-file.ts'
import { contentHash } from '../../workflow/content-hash.ts'
import { type Check, tell } from './finding.ts'

/** A copy that has been in the making this long, in milliseconds, is nobody's any more. */
const staleAfter = 60_000

/** Half-written copies that a crash has left. They may hold text: they are set aside. */
export const checkTemporaryFiles = async (check: Check, folder = check.folder): Promise<void> => {
  const { files, now } = check.environment
  for (const { name, folder: isFolder } of await files.list(folder)) {
    const path = join(folder, name)
    if (isFolder) {
      await checkTemporaryFiles(check, path)
      continue
    }
    if (!name.endsWith('.new')) continue
    const facts = await files.facts(path)
    // Somebody may be writing in this folder now; while it is repaired nobody does.
    if (!facts || (!check.repair && now() - facts.modifiedAt < staleAfter)) continue
    await tell(check, path, 'Недописанная копия: запись была прервана. Сам файл цел или проверен отдельно.', async () => {
      return `Отложена как ${basename(await setAside(files, path))}.`
    })
  }
}

/** The index agrees with the documents (rule S10). One that is merely behind is no problem: opening catches it up. */
export const checkIndex = async (check: Check, articles: ReadonlyMap<string, ArticleContent>): Promise<void> => {
  const { environment, folder } = check
  const { files } = environment
  const path = join(folder, 'article-index.json')
  const index = await readJsonFile(files, path, indexType, false).catch(() => null)
  let problem = index === null || index.setAside !== null ? 'Указатель материалов повреждён.' : null
  for (const [id, content] of articles) {
    const entry = index?.value?.entries[id]
    if (!entry || entry.stamp !== (await stampOf(files, join(folder, 'articles', id)))) continue
    if (entry.contentHash !== contentHash(content) || entry.headline !== content.headline)
      problem ??= 'Указатель материалов расходится с текстами.'
  }
  if (problem === null) return
  await tell(check, path, problem, async () => {
    for (const stale of [path, previousOf(path)]) if (await files.facts(stale)) await setAside(files, stale)
    const store = await openArticleStore({ environment, folder: join(folder, 'articles'), readOnly: false, hash: contentHash })
    await store.close()
    return 'Составлен заново по текстам.'
  })
}
