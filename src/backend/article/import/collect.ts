import { basename, extname, join, resolve } from 'node:path'
import type { Files } from '../../store/files.ts'
import { readComplaint } from './complaint.ts'

/** What an import makes of a file, told by the end of its name. */
export type FileKind = 'plain' | 'markdown' | 'picture'

const kinds: Readonly<Record<string, FileKind>> = {
  '.txt': 'plain',
  '.md': 'markdown',
  '.markdown': 'markdown',
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

const natural = new Intl.Collator('ru', { numeric: true, sensitivity: 'base' })
const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  natural.compare(a.name, b.name) || (a.name < b.name ? -1 : 1)

/** What systems and office programs leave in folders unasked. */
const isHidden = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name)

/** Says why a file of another kind is refused, and what to do. */
export const wrongKind = (path: string): string =>
  /\.(?:docx?|odt|rtf|pages|pdf)$/i.test(path)
    ? `«${basename(path)}»: документы этого вида не импортируются. Откройте его и сохраните как обычный текст (.txt) в кодировке UTF-8.`
    : `«${basename(path)}»: файлы этого вида не импортируются. Подойдут тексты .txt и .md и снимки .jpg, .jpeg и .png.`

const walk = async (files: Files, folder: string, found: Found[]): Promise<void> => {
  const entries = [...(await files.list(folder))].filter(({ name }) => !isHidden(name)).sort(byName)
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
    found.push(problem('в папке нет ни одного текста .txt или .md и ни одного снимка. Проверьте, та ли это папка.'))
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
