import { basename, extname, join, resolve } from 'node:path'
import { compareFileNames } from '../../../shared/language/sorting.ts'
import type { Files } from '../../store/files.ts'
import { readComplaint } from './complaint.ts'

/** What an import makes of a file, told by the end of its name. */
export type FileKind = 'plain' | 'markdown' | 'document' | 'page' | 'picture' | 'letter'

const kinds: Readonly<Record<string, FileKind>> = {
  '.txt': 'plain',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.docx': 'document',
  '.docm': 'document',
  '.html': 'page',
  '.htm': 'page',
  '.eml': 'letter',
  '.jpg': 'picture',
  '.jpeg': 'picture',
  '.png': 'picture',
}

export const kindOf = (name: string): FileKind | null => kinds[extname(name).toLowerCase()] ?? null

/** One thing an import came upon: a file to take, or why something can't be taken. */
export type Found =
  | { readonly kind: FileKind; readonly path: string; readonly size: number }
  | { readonly kind: 'problem'; readonly path: string; readonly problem: string }

/** More files than a year of a weekly has: somebody chose a whole disk. */
const folderLimit = 5000

/** What systems and office programs leave in folders unasked. */
const isHidden = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)

const saveAsDocx = 'Откройте его в Word или LibreOffice и сохраните как документ Word (.docx).'

/** What to do with documents people send that are not taken as they are. */
const otherDocuments: Readonly<Record<string, string>> = {
  '.doc': `это документ старого Word. ${saveAsDocx}`,
  '.dot': `это шаблон старого Word. ${saveAsDocx}`,
  '.odt': `это документ OpenDocument. ${saveAsDocx}`,
  '.rtf': `это документ RTF. ${saveAsDocx}`,
  '.pages': 'это документ Apple Pages. Откройте его в Pages и экспортируйте как документ Word (.docx).',
  '.pdf': 'из PDF текст не берётся. Возьмите документ, из которого он сделан, в виде .docx.',
  '.mht': 'это страница одним файлом. Откройте её в браузере и сохраните как «Веб-страница, полностью» (.html).',
  '.mhtml': 'это страница одним файлом. Откройте её в браузере и сохраните как «Веб-страница, полностью» (.html).',
  '.zip': 'это архив. Распакуйте его и импортируйте папку.',
  '.rar': 'это архив. Распакуйте его и импортируйте папку.',
  '.7z': 'это архив. Распакуйте его и импортируйте папку.',
}

const welcome =
  'файлы этого вида не импортируются. Подойдут документы .docx, страницы .html, тексты .txt и .md, письма .eml и снимки .jpg, .jpeg и .png.'

/** Says why a file of another kind is refused, and what to do. */
export const wrongKind = (path: string): string =>
  `«${basename(path)}»: ${otherDocuments[extname(path).toLowerCase()] ?? welcome}`

const pageFolder = /^(.+)(?:_files|\.files|_файлы)$/i

/** Is it the folder a browser put beside a page it saved? What lies in it is the page's own. */
export const belongsToPage = (folder: string, has: (name: string) => boolean): boolean => {
  const page = pageFolder.exec(folder)?.[1]
  return page !== undefined && (has(`${page}.html`) || has(`${page}.htm`))
}

const walk = async (files: Files, folder: string, found: Found[]): Promise<void> => {
  const all = (await files.list(folder)).filter(({ name }) => !isHidden(name))
  const pages = new Set(all.filter((entry) => !entry.folder).map(({ name }) => name))
  const entries = all
    .filter((entry) => !(entry.folder && belongsToPage(entry.name, (name) => pages.has(name))))
    .sort((a, b) => compareFileNames(a.name, b.name))
  for (const entry of entries) {
    if (found.length > folderLimit) return
    const path = join(folder, entry.name)
    const kind = kindOf(entry.name)
    try {
      if (entry.folder) await walk(files, path, found)
      else {
        const facts = await files.facts(path)
        // A link to a folder is left alone: it may lead in a circle.
        if (facts?.folder)
          found.push({ kind: 'problem', path, problem: `«${path}»: ссылка на папку пропущена. Укажите саму папку.` })
        else if (!facts) found.push({ kind: 'problem', path, problem: `«${path}»: файл, на который ведёт ссылка, не найден.` })
        else found.push(kind ? { kind, path, size: facts.size } : { kind: 'problem', path, problem: wrongKind(path) })
      }
    } catch (error) {
      found.push({ kind: 'problem', path, problem: readComplaint(path, error) })
    }
  }
}

const inFolder = async (files: Files, folder: string): Promise<readonly Found[]> => {
  const found: Found[] = []
  await walk(files, folder, found)
  const problem = (text: string): Found => ({ kind: 'problem', path: folder, problem: `«${folder}»: ${text}` })
  if (found.length > folderLimit)
    return [problem(`в папке больше ${folderLimit} файлов, ничего не взято. Укажите папку номера, а не всего диска.`)]
  if (!found.some(({ kind }) => kind !== 'problem'))
    found.push(
      problem(
        'в папке нет ни документов .docx, ни страниц .html, ни текстов .txt и .md, ни писем .eml, ни снимков. Проверьте, та ли это папка.',
      ),
    )
  return found
}

/** Finds the files of an import: folders whole, by name in natural order, hidden files left out, nothing twice. */
export const collectFiles = async (files: Files, paths: readonly string[]): Promise<readonly Found[]> => {
  const all = new Map<string, Found>()
  for (const path of paths) {
    const found = await collectOne(files, path).catch((error: unknown): readonly Found[] => [
      { kind: 'problem', path, problem: readComplaint(path, error) },
    ])
    for (const one of found) if (!all.has(resolve(one.path))) all.set(resolve(one.path), one)
  }
  return [...all.values()]
}

const collectOne = async (files: Files, path: string): Promise<readonly Found[]> => {
  const facts = await files.facts(path)
  if (facts?.folder) return inFolder(files, path)
  if (!facts) return [{ kind: 'problem', path, problem: `«${path}»: такого файла или папки нет. Проверьте имя и путь.` }]
  const kind = kindOf(path)
  return [kind ? { kind, path, size: facts.size } : { kind: 'problem', path, problem: wrongKind(path) }]
}
