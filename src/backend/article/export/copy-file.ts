import { join, relative, resolve, sep } from 'node:path'
import { failure, type Result, success } from '../../../shared/api/result.ts'
import type { ArticleFormat } from '../../../shared/article/export/api.ts'
import type { Newsroom } from '../../newsroom.ts'

/** Ends of file names by format. */
export const extensions: Readonly<Record<ArticleFormat, string>> = {
  docx: '.docx',
  html: '.html',
  markdown: '.md',
  plain: '.txt',
  messenger: '.txt',
}

/** What no file system takes in a name. */
const awkward = /[\u0000-\u001f\\/:*?"<>|]+/gu

/** Characters of a name at most: file systems count bytes, and a Russian letter has two. */
const longestName = 100

/** A file's name out of words, cut where file systems end; `unnamed` where nothing of them is left. */
export const fileName = (words: string, ending: string, unnamed: string): string => {
  const clean = words
    .replace(awkward, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, longestName)
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${clean === '' ? unnamed : clean}${ending}`
}

/** What the file of an article is called. */
export const copyName = (headline: string, format: ArticleFormat): string => fileName(headline, extensions[format], 'Материал')

const outside = (path: string): boolean => path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path

/**
 * Where a copy is written: the asked file, or into the asked folder. Of the newsroom's own folder only `exports` is for files
 * that people ask for.
 */
export const copyPlace = async (
  { folder, environment, readOnly }: Newsroom,
  asked: string,
  name: string,
): Promise<Result<string>> => {
  const target = resolve(asked)
  const inExports = relative(join(folder, 'exports'), target)
  const isFolder = inExports === '' || ((await environment.files.facts(target))?.folder ?? false)
  const path = isFolder ? join(target, name) : target
  const own = relative(folder, path)
  if (outside(own)) return success(path)
  if (readOnly)
    return failure('readOnly', 'Папка открыта только для чтения, файл в неё записать нельзя.', {
      safe: 'В папке ничего не изменено.',
      todo: 'Укажите место вне папки редакции.',
    })
  if (own.startsWith(`exports${sep}`)) return success(path)
  return failure('invalidInput', `Файл ${path} лежит среди файлов редакции.`, {
    safe: 'Ничего не записано.',
    todo: 'Укажите папку exports или место вне папки редакции.',
  })
}
