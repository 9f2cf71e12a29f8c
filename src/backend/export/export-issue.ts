import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ExportOutcome, ExportTarget } from '../../shared/export/api.ts'
import { frozenAmong } from '../../shared/signoff/record.ts'
import { fileFailure } from '../file-failure.ts'
import type { Newsroom } from '../newsroom.ts'
import { mayPrint } from '../signoff/may-print.ts'
import { frozenFiles } from '../signoff/sent-files.ts'
import { otherPrinter } from '../signoff/sent-printer.ts'
import type { ComposedFile } from './compose-files.ts'
import { type LayoutOf, makePages, mayLeave } from './make-pages.ts'
import { parsePageList } from './page-list.ts'
import { findPrinter } from './printers.ts'
import { frozenTargets, targetFiles } from './target-file.ts'
import { writeBeside } from './write-beside.ts'

export interface ExportRequest {
  readonly issue: string
  readonly to: ExportTarget
  readonly profile: string | null
  readonly file: string | null
  readonly pages: string | null
  readonly draft: boolean
  readonly job: string
}

const writeFailure = (error: unknown, written: readonly string[]): Result<never> | null => {
  const known = fileFailure(error)
  if (!known || known.ok) return known
  const safe =
    written.length === 0
      ? 'Прежний файл не изменён, недописанный удалён.'
      : `Записаны целиком: ${written.join(', ')}. Остальные не изменены.`
  return { ok: false, failure: { ...known.failure, safe } }
}

/** Writes finished files, each moved to its place when it is whole and on the disk. */
const writeAll = async (newsroom: Newsroom, files: readonly ComposedFile[], paths: readonly string[]): Promise<Result<null>> => {
  const written: string[] = []
  try {
    for (const [i, { parts }] of files.entries()) {
      const path = paths[i]
      if (path === undefined) throw new Error('a file without a place')
      const outcome = await writeBeside(newsroom.environment, path, async (write) => {
        for (const part of parts) await write(part)
        return success(null)
      })
      if (!outcome.ok) return outcome
      written.push(path)
    }
    return success(null)
  } catch (error) {
    const known = writeFailure(error, written)
    if (known) return known
    throw error
  }
}

/**
 * Writes pages of an issue as PDF. A final export takes approved content only and refuses when an article on its pages
 * is not approved or was changed since; for print it also refuses what the preflight finds wrong and nobody let pass. A
 * draft takes the content as it stands and says so on every page. A page that went to the printer is never made again: its
 * file stands in the final print export as it was sent. A file appears at its place when it is complete.
 */
export const exportIssue = async (
  newsroom: Newsroom,
  request: ExportRequest,
  layoutOf: LayoutOf,
  cancelled: () => boolean,
): Promise<Result<ExportOutcome>> => {
  const { to, draft } = request
  const issue = await newsroom.issues.get(request.issue)
  if (!issue) return failure('notFound', `Номера ${request.issue} нет.`, { todo: 'Выберите номер из списка.' })
  const chosen = parsePageList(request.pages, issue.pages)
  if (!chosen.ok) return chosen
  const printer = findPrinter(newsroom.printers, request.profile)
  if (!printer.ok) return printer
  const isFinalPrint = to === 'print' && !draft
  const frozen = isFinalPrint ? frozenAmong(newsroom.signOffs.of(issue.serial), chosen.value) : []
  const other = otherPrinter(issue.serial, frozen, printer.value)
  if (other) return other
  const fresh = chosen.value.filter((page) => !frozen.some((sent) => sent.page === page))
  const apart = to === 'print' && printer.value.files === 'pages'
  const named = request.pages === null && frozen.length === 0 ? null : fresh
  const scope = { issue, to, printer: printer.value, pages: named, draft }
  const paths = await targetFiles(newsroom, request.file, scope, apart ? fresh : fresh.length > 0 ? [null] : [])
  if (!paths.ok) return paths
  const frozenPaths = await frozenTargets(newsroom, request.file, frozen)
  if (!frozenPaths.ok) return frozenPaths
  const mayGo = async (): Promise<Result<null>> => {
    const released = draft ? success(null) : await mayLeave(newsroom, issue, fresh)
    return released.ok && isFinalPrint ? mayPrint(newsroom, issue, chosen.value, layoutOf) : released
  }
  const allowed = await mayGo()
  if (!allowed.ok) return allowed
  const sent = await frozenFiles(newsroom, frozen)
  if (!sent.ok) return sent
  const made = await makePages(
    newsroom,
    { issue, to, draft, printer: printer.value, pages: fresh, apart },
    {
      ...{ layoutOf, cancelled },
      progress: (done, label) => newsroom.emit({ type: 'jobProgress', job: request.job, done, total: fresh.length, label }),
    },
  )
  if (!made.ok) return made
  // What was changed while the files were made is not what was approved: they are not written (rule W31).
  const still = await mayGo()
  if (!still.ok) return still
  const files = [...made.value.files, ...sent.value]
  const places = [...paths.value, ...frozenPaths.value]
  const written = await writeAll(newsroom, files, places)
  if (!written.ok) return written
  return success({
    files: places,
    pages: chosen.value.length,
    bytes: files.reduce((sum, { size }) => sum + size, 0),
    draft,
    printer: to === 'print' ? printer.value.name : null,
    findings: [...made.value.findings],
  })
}
