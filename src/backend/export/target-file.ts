import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ExportTarget } from '../../shared/export/api.ts'
import type { FileNameField, PrinterProfile } from '../../shared/export/printer-profile.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { Newsroom } from '../newsroom.ts'
import { publicationOf } from '../settings/publication-of.ts'

/** What an export is of: it gives the files their names. */
export interface ExportScope {
  readonly issue: Issue
  readonly to: ExportTarget
  readonly printer: PrinterProfile
  /** The list of pages as it was asked for; null is the whole issue. */
  readonly pages: readonly number[] | null
  readonly draft: boolean
}

/** What no file system takes in a name, and spaces, which get lost in letters. */
const awkward = /[\s\\/:*?"<>|()]+/gu

const filled = (pattern: string, values: Readonly<Record<FileNameField, string>>): string =>
  Object.entries(values).reduce((name, [field, value]) => name.replaceAll(`{${field}}`, value), pattern)

/** Names are cut where file systems end, in characters. */
const longestName = 120

/**
 * The name of a file without «.pdf»: after the printer's pattern for print, «2026-11-25-web» for the web. Parts of an
 * issue and drafts have names of their own, so that they never replace the whole. `page` is given where every page has
 * a file; a pattern that forgets it gets it at its end.
 */
export const exportName = (
  name: string,
  { issue, to, printer, pages, draft }: Omit<ExportScope, 'issue'> & { readonly issue: Pick<Issue, 'serial' | 'plannedFor'> },
  page: number | null,
): string => {
  const [, inYear = issue.serial, running = ''] = /^(\d+) \((\d+)\)$/.exec(issue.serial) ?? []
  const folio = page === null ? '' : String(page).padStart(2, '0')
  const pattern = to === 'web' ? '{дата}-web' : printer.fileName
  const text = filled(page !== null && !pattern.includes('{полоса}') ? `${pattern}-{полоса}` : pattern, {
    газета: name,
    номер: inYear,
    сквозной: running,
    дата: issue.plannedFor,
    полоса: folio,
    типография: printer.name,
  })
  const part = page === null && pages ? `-p${pages.join('-')}`.slice(0, 60) : ''
  const clean =
    text
      .replace(awkward, '-')
      .replace(/-{2,}/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '') || issue.plannedFor
  return `${clean.slice(0, longestName)}${part}${draft ? '-draft' : ''}`
}

/** Refuses places where a file would harm the newsroom. */
export const checkPath = async (newsroom: Newsroom, path: string): Promise<Result<string>> => {
  const inside = relative(newsroom.folder, path)
  const within = inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(newsroom.folder, inside) === path
  if (within && newsroom.readOnly)
    return failure('readOnly', 'Папка открыта только для чтения, файл в неё записать нельзя.', {
      safe: 'В папке ничего не изменено.',
      todo: 'Укажите для файла PDF место вне папки редакции.',
    })
  if (within && !/\.pdf$/i.test(path))
    return failure('invalidInput', `Файл ${path} лежит в папке редакции и не похож на PDF.`, {
      safe: 'Он не изменён.',
      todo: 'Укажите имя, которое кончается на «.pdf», или место вне папки редакции.',
    })
  if ((await newsroom.environment.files.facts(path))?.folder)
    return failure('invalidInput', `${path} — папка, а нужно имя файла.`, {
      safe: 'Ничего не записано.',
      todo: 'Добавьте имя файла.',
    })
  return success(path)
}

/**
 * Where the files go, one for every member of `parts` (a page, or null for all pages in one): the asked place, or the
 * folder's `exports`. Several files beside an asked «номер.pdf» are «номер-01.pdf» and so on; an asked folder is filled
 * with the printer's own names. Refuses places where they would harm the newsroom.
 */
export const targetFiles = async (
  newsroom: Newsroom,
  file: string | null,
  scope: ExportScope,
  parts: readonly (number | null)[],
): Promise<Result<readonly string[]>> => {
  const publication = publicationOf(newsroom, scope.issue)
  const asked = file === null ? null : resolve(file)
  const isName = asked !== null && /\.pdf$/i.test(asked)
  const pathOf = (page: number | null): string => {
    const name = `${exportName(publication.name, scope, page)}.pdf`
    if (asked === null) return join(newsroom.folder, 'exports', name)
    if (page === null) return asked
    if (!isName) return join(asked, name)
    return join(dirname(asked), `${basename(asked, extname(asked))}-${String(page).padStart(2, '0')}.pdf`)
  }
  const paths: string[] = []
  for (const part of parts) {
    const checked = await checkPath(newsroom, pathOf(part))
    if (!checked.ok) return checked
    paths.push(checked.value)
  }
  return success(paths)
}

/** Where the files of sent pages go, under the names they were sent with: beside the asked file, or into the asked folder. */
export const frozenTargets = async (
  newsroom: Newsroom,
  file: string | null,
  sent: readonly { readonly file: string }[],
): Promise<Result<readonly string[]>> => {
  const asked = file === null ? null : resolve(file)
  const folder = asked === null ? join(newsroom.folder, 'exports') : /\.pdf$/i.test(asked) ? dirname(asked) : asked
  const paths: string[] = []
  for (const { file: name } of sent) {
    const checked = await checkPath(newsroom, join(folder, basename(name)))
    if (!checked.ok) return checked
    paths.push(checked.value)
  }
  return success(paths)
}
