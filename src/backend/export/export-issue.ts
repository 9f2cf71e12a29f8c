import type { IssueLayout } from '../../layout/input.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ExportOutcome, ExportTarget } from '../../shared/export/api.ts'
import { counted } from '../../shared/language/plural.ts'
import { blocks, type Finding } from '../../shared/preflight/finding.ts'
import { withTokens } from '../advert/marking.ts'
import { checkAdvertsReleased } from '../advert/release-adverts.ts'
import { fileFailure } from '../file-failure.ts'
import type { ContentSource } from '../layout/layout-stories.ts'
import type { Newsroom } from '../newsroom.ts'
import { checkFile, checkWhole } from '../preflight/file/check-file.ts'
import { keptInks } from '../preflight/file/kept-inks.ts'
import { type Examined, findOnPages, settleFindings } from '../preflight/findings.ts'
import type { Found } from '../preflight/found.ts'
import { breathe, type ComposedFile, cancelledFailure, composeFiles } from './compose-files.ts'
import { parsePageList } from './page-list.ts'
import { findPrinter } from './printers.ts'
import { checkPhotos, checkReleased } from './release.ts'
import { targetFiles } from './target-file.ts'
import { unlessCancelled } from './unless-cancelled.ts'
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

/** Lays out an issue from the present or from the approved content. */
export type LayoutOf = (newsroom: Newsroom, serial: string, source: ContentSource) => Promise<IssueLayout>

/** As many findings as a refusal names. */
const named = 5

const refusal = (open: readonly Finding[]): Result<never> => {
  const listed = open.slice(0, named).map(({ page, message }) => `${page === null ? '' : `с. ${page}: `}${message}`)
  const more = open.length - listed.length
  const passable = open.every(({ overridable }) => overridable)
  return failure(
    'preflight',
    `В печать нельзя: ${counted(open.length, 'ошибка', 'ошибки', 'ошибок')}. ${listed.join(' ')}${more > 0 ? ` И ещё ${more}.` : ''}`,
    {
      safe: 'Файл не записан, прежний не изменён.',
      todo: passable
        ? 'Исправьте их, пропустите с указанием причины в «Проверке» или запишите черновик.'
        : 'Исправьте их (весь список — в «Проверке») или запишите черновик.',
    },
  )
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
    for (const [i, { bytes }] of files.entries()) {
      const path = paths[i]
      if (path === undefined) throw new Error('a file without a place')
      const outcome = await writeBeside(newsroom.environment, path, async (write) => success(await write(bytes)))
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
 * draft takes the content as it stands and says so on every page. A file appears at its place when it is complete.
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
  const apart = to === 'print' && printer.value.files === 'pages'
  const scope = { issue, to, printer: printer.value, pages: request.pages === null ? null : chosen.value, draft }
  const paths = await targetFiles(newsroom, request.file, scope, apart ? chosen.value : [null])
  if (!paths.ok) return paths
  if (!draft) {
    const released = await checkReleased(newsroom, issue, chosen.value)
    if (!released.ok) return released
    const adverts = checkAdvertsReleased(newsroom, issue, chosen.value)
    if (!adverts.ok) return adverts
    const whole = await checkPhotos(newsroom, issue, chosen.value)
    if (!whole.ok) return whole
  }
  await breathe()
  const layout = await unlessCancelled(layoutOf(newsroom, issue.serial, draft ? 'current' : 'approved'), cancelled)
  if (layout === null) return cancelledFailure
  const displays = chosen.value.map((number) => {
    const display = layout.pages.find(({ page }) => page === number)
    if (!display) throw new Error(`the layout of ${issue.serial} lacks page ${number}`)
    return display
  })
  const examined: Examined = { issue, layout, pages: chosen.value, printer: printer.value }
  const found: Found[] = [...(await findOnPages(newsroom, examined, to))]
  const mayGo = (): Result<readonly Finding[]> => {
    const findings = settleFindings(newsroom, examined, found)
    const open = findings.filter(blocks)
    return to === 'print' && !draft && open.length > 0 ? refusal(open) : success(findings)
  }
  const onPages = mayGo()
  if (!onPages.ok) return onPages
  const made = await composeFiles(
    newsroom,
    {
      ...{ issue, to, draft, printer: printer.value },
      displays: to === 'web' ? await withTokens(newsroom, issue, displays) : displays,
      files: apart ? 'pages' : 'one',
    },
    {
      cancelled,
      progress: (done, label) => newsroom.emit({ type: 'jobProgress', job: request.job, done, total: displays.length, label }),
    },
  )
  if (!made.ok) return made
  for (const { bytes, pages } of made.value)
    found.push(
      ...(to === 'print'
        ? await checkFile(bytes, pages, printer.value, breathe, keptInks(newsroom))
        : checkWhole(bytes, pages.length)),
    )
  const inFiles = mayGo()
  if (!inFiles.ok) return inFiles
  const written = await writeAll(newsroom, made.value, paths.value)
  if (!written.ok) return written
  return success({
    files: [...paths.value],
    pages: displays.length,
    bytes: made.value.reduce((sum, { bytes }) => sum + bytes.length, 0),
    draft,
    printer: to === 'print' ? printer.value.name : null,
    findings: [...inFiles.value],
  })
}
