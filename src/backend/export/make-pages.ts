import type { IssueLayout } from '../../layout/input.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ExportTarget } from '../../shared/export/api.ts'
import type { PrinterProfile } from '../../shared/export/printer-profile.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { counted } from '../../shared/language/plural.ts'
import { blocks, type Finding } from '../../shared/preflight/finding.ts'
import { withTokens } from '../advert/marking.ts'
import { checkAdvertsReleased } from '../advert/release-adverts.ts'
import type { ContentSource } from '../layout/layout-stories.ts'
import type { Newsroom } from '../newsroom.ts'
import { checkWhole } from '../preflight/file/check-file.ts'
import { checkForPrinter } from '../preflight/file/check-for-printer.ts'
import { type Examined, findOnPages, settleFindings } from '../preflight/findings.ts'
import type { Found } from '../preflight/found.ts'
import { beginFiles, breathe, type ComposedFile, cancelledFailure, composeFiles } from './compose-files.ts'
import { checkPhotos, checkReleased } from './release.ts'
import { unlessCancelled } from './unless-cancelled.ts'

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

/** Pages of an issue that are to be made into files. */
export interface PagesWish {
  readonly issue: Issue
  readonly to: ExportTarget
  readonly draft: boolean
  readonly printer: PrinterProfile
  readonly pages: readonly number[]
  /** A file for every page, or one for all. */
  readonly apart: boolean
}

/** How the making of files is watched and ended. */
export interface PagesMaking {
  readonly layoutOf: LayoutOf
  readonly cancelled: () => boolean
  readonly progress: (done: number, label: string) => void
}

/** May these pages leave the house: all that stands on them approved as it is, and with all its files? */
export const mayLeave = async (newsroom: Newsroom, issue: Issue, pages: readonly number[]): Promise<Result<null>> => {
  const released = await checkReleased(newsroom, issue, pages)
  if (!released.ok) return released
  const adverts = checkAdvertsReleased(newsroom, issue, pages)
  return adverts.ok ? checkPhotos(newsroom, issue, pages) : adverts
}

/** Makes and checks files of pages, in memory; for print it refuses what the preflight finds wrong and nobody let pass. */
export const makePages = async (
  newsroom: Newsroom,
  { issue, to, draft, printer, pages, apart }: PagesWish,
  { layoutOf, cancelled, progress }: PagesMaking,
): Promise<Result<{ readonly files: readonly ComposedFile[]; readonly findings: readonly Finding[] }>> => {
  if (pages.length === 0) return success({ files: [], findings: [] })
  beginFiles(newsroom, to, printer)
  await breathe()
  const layout = await unlessCancelled(layoutOf(newsroom, issue.serial, draft ? 'current' : 'approved'), cancelled)
  if (layout === null) return cancelledFailure
  const displays = pages.map((number) => {
    const display = layout.pages.find(({ page }) => page === number)
    if (!display) throw new Error(`the layout of ${issue.serial} lacks page ${number}`)
    return display
  })
  const examined: Examined = { issue, layout, pages, printer }
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
      ...{ issue, to, draft, printer },
      displays: to === 'web' ? await withTokens(newsroom, issue, displays) : displays,
      files: apart ? 'pages' : 'one',
    },
    { cancelled, progress },
  )
  if (!made.ok) return made
  for (const { parts, pages: inFile } of made.value)
    found.push(
      ...(to === 'print' ? await checkForPrinter(newsroom, parts, inFile, printer, breathe) : checkWhole(parts, inFile.length)),
    )
  const inFiles = mayGo()
  if (!inFiles.ok) return inFiles
  return success({ files: made.value, findings: inFiles.value })
}
