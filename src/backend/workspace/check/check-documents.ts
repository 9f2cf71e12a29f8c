import { join } from 'node:path'
import type * as Y from 'yjs'
import { contentOf } from '../../../shared/article/article-document.ts'
import { type ArticleContent, plainText } from '../../../shared/article/content.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { issueOf, serialOf } from '../../issue/issue-store.ts'
import { documentNames, openDocument, snapshotPath } from '../../store/document.ts'
import { NewerFile } from '../../store/json-file.ts'
import { isEmpty, readStoredState } from '../../store/stored-state.ts'
import { type Check, complaintOf, tell } from './finding.ts'

const problemOf = (damaged: boolean, tail: number): string =>
  [
    damaged ? 'Файл повреждён; всё восстанавливается по предыдущей копии и журналу правок.' : '',
    tail > 0 ? `В журнале правок повреждён конец, ${tail} байт; правки до него целы.` : '',
  ]
    .filter(Boolean)
    .join(' ') || 'Предыдущая копия и журналы правок не сведены; всё цело.'

/**
 * Checks the snapshots and journals of one folder (rules S4 and S6). Returns what could be read; what `read` refuses is
 * told and left out. `all` are the names of every document that has files, readable or not.
 */
const checkFolder = async <T>(
  check: Check,
  folder: string,
  read: (name: string, doc: Y.Doc) => T,
  derive: (value: T) => unknown,
): Promise<{ readonly sound: ReadonlyMap<string, T>; readonly all: ReadonlySet<string> }> => {
  const { files } = check.environment
  const sound = new Map<string, T>()
  const all = documentNames((await files.list(folder)).map(({ name }) => name))
  for (const name of [...all].sort()) {
    const base = join(folder, name)
    try {
      const { doc, damaged, bridged, tail } = await readStoredState(files, base)
      if (damaged || bridged || tail.length > 0)
        await tell(check, snapshotPath(base), problemOf(damaged, tail.length), async () => {
          const stored = await openDocument({ files, base, readOnly: false, derive: (held) => derive(read(name, held)) })
          // Opening sets the damaged file or the end of the journal aside and puts a sound one in its place.
          await stored.compact()
          await stored.close()
          return 'Повреждённое отложено рядом с именем «….damaged», записана исправная копия.'
        })
      // Left by a crash before the first save: nobody was ever told that there is such a document.
      if (!isEmpty(doc)) sound.set(name, read(name, doc))
    } catch (error) {
      const newer = error instanceof NewerFile
      const todo = newer ? 'Откройте папку новой версией программы.' : 'Файлы не тронуты: верните их из резервной копии.'
      await tell(check, snapshotPath(base), `Не читается: ${complaintOf(error)}. ${todo}`, null)
    }
  }
  return { sound, all }
}

export const checkArticles = (check: Check) =>
  checkFolder<ArticleContent>(
    check,
    join(check.folder, 'articles'),
    (_name, doc) => contentOf(doc),
    (content) => ({ content, text: plainText(content) }),
  )

export const checkIssues = (check: Check) =>
  checkFolder<Issue>(
    check,
    join(check.folder, 'issues'),
    (name, doc) => issueOf(serialOf(name), doc),
    (issue) => issue,
  )
