import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ImageItem } from '../../shared/layout/display.ts'
import type { PreflightOutcome } from '../../shared/preflight/api.ts'
import { breathe, composeFiles } from '../export/compose-files.ts'
import { findPrinter } from '../export/printers.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { checkForPrinter } from './file/check-for-printer.ts'
import { type Examined, findOnPages, settleFindings } from './findings.ts'
import { aboutMedium, type Found } from './found.ts'
import { itemArea } from './page/pages.ts'

export interface PreflightRequest {
  readonly issue: string
  readonly profile: string | null
  readonly file: boolean
}

const brokenPhoto = (item: ImageItem, page: number, what: string): Found => ({
  rule: 'P03',
  page,
  object: aboutMedium(item.media, item.tag.article, itemArea(item)),
  message: what,
  todo: 'Замените снимок в материале или снимите его с полосы.',
})

/** Makes the file the printer would get, in memory, and checks it. */
const findInFile = async (newsroom: Newsroom, { issue, layout, printer }: Examined): Promise<Result<readonly Found[]>> => {
  const found: Found[] = []
  const made = await composeFiles(
    newsroom,
    { issue, to: 'print', draft: false, printer, displays: layout.pages, files: 'one' },
    {
      cancelled: () => false,
      progress: () => undefined,
      onBroken: (item, page, what) => found.push(brokenPhoto(item, page, what)),
    },
  )
  if (!made.ok) return made
  for (const { parts, pages } of made.value) found.push(...(await checkForPrinter(newsroom, parts, pages, printer, breathe)))
  // All pages have the publication's format, which was compared with the printer's once.
  return success(found.filter(({ rule }) => rule !== 'N01'))
}

/** Checks an issue as it stands for a printer. */
export const runPreflight = async (newsroom: Newsroom, request: PreflightRequest): Promise<Result<PreflightOutcome>> => {
  const issue = await newsroom.issues.get(request.issue)
  if (!issue) return failure('notFound', `Номера ${request.issue} нет.`, { todo: 'Выберите номер из списка.' })
  const printer = findPrinter(newsroom.printers, request.profile)
  if (!printer.ok) return printer
  const layout = await layoutOf(newsroom, issue.serial, 'current')
  const examined: Examined = { issue, layout, pages: layout.pages.map(({ page }) => page), printer: printer.value }
  const found = [...(await findOnPages(newsroom, examined, 'print'))]
  if (request.file) {
    const inFile = await findInFile(newsroom, examined)
    if (!inFile.ok) return inFile
    found.push(...inFile.value)
  }
  return success({
    issue: issue.serial,
    profile: printer.value.name,
    file: request.file,
    findings: settleFindings(newsroom, examined, found),
  })
}
