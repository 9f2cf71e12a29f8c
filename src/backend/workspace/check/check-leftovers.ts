import { basename, join } from 'node:path'
import type { ArticleContent } from '../../../shared/article/content.ts'
import { articleCatalogType } from '../../article/article-catalog.ts'
import { articleCatalogFolder } from '../../article/open-articles.ts'
import { openCatalog } from '../../store/catalog.ts'
import { documentFiles } from '../../store/document.ts'
import { setAside } from '../../store/json-file.ts'
import { isStampOf } from '../../store/stamp.ts'
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

/**
 * The catalog agrees with the documents (rule C6). One that is merely behind is no problem: opening catches it up, and
 * the comparison of the files after it.
 */
export const checkCatalog = async (check: Check, articles: ReadonlyMap<string, ArticleContent>): Promise<void> => {
  const { environment, folder } = check
  const { files, log } = environment
  const place = articleCatalogFolder(folder)
  const path = join(place, 'catalog.json')
  if (!(await files.facts(path))) return
  const catalog = await openCatalog({ files, folder: place, type: articleCatalogType, readOnly: true, log })
  let problem = catalog.complete ? null : 'Указатель материалов повреждён.'
  for (const [id, content] of articles) {
    const text = catalog.get(id)?.text
    if (!text || catalog.touched.has(id) || !(await isStampOf(files, documentFiles(join(folder, 'articles', id)), text.stamp)))
      continue
    if (text.contentHash !== contentHash(content) || text.headline !== content.headline)
      problem ??= 'Указатель материалов расходится с текстами.'
  }
  if (problem === null) return
  await tell(check, path, problem, async () => {
    await setAside(files, path)
    return 'Отложен; при открытии папки составляется заново по текстам.'
  })
}
