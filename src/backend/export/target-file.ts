import { join, relative, resolve, sep } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ExportTarget } from '../../shared/export/api.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { Newsroom } from '../newsroom.ts'

/** What an export is of: it gives the file its name. */
export interface ExportScope {
  readonly issue: Issue
  readonly to: ExportTarget
  /** The list of pages as it was asked for; null is the whole issue. */
  readonly pages: readonly number[] | null
  readonly draft: boolean
}

/** «2026-11-25-print.pdf»; parts of an issue and drafts have names of their own, so that they never replace the whole. */
const fileName = ({ issue, to, pages, draft }: ExportScope): string =>
  [issue.plannedFor, to, ...(pages ? [`p${pages.join('-')}`.slice(0, 60)] : []), ...(draft ? ['draft'] : [])].join('-')

/** Where the file goes: the asked place, or the folder's `exports`. Refuses places where it would harm the newsroom. */
export const targetFile = async (newsroom: Newsroom, file: string | null, scope: ExportScope): Promise<Result<string>> => {
  const path = file === null ? join(newsroom.folder, 'exports', `${fileName(scope)}.pdf`) : resolve(file)
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
