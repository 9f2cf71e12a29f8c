import { join } from 'node:path'
import type { IssueLayout } from '../../layout/input.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ExportOutcome, ExportTarget } from '../../shared/export/api.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { counted } from '../../shared/language/plural.ts'
import type { FontId, ImageItem, PageDisplay } from '../../shared/layout/display.ts'
import { fileFailure } from '../file-failure.ts'
import { type ContentSource, printDate } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { parsePageList } from './page-list.ts'
import { openPdf, type PdfPicture } from './pdf/write-pdf.ts'
import { colourTable } from './pictures/colour-table.ts'
import { preparePicture } from './pictures/prepare-picture.ts'
import type { PictureTreatment } from './pictures/render-picture.ts'
import { checkPages, checkWritten, type PlacedPhoto } from './preflight.ts'
import { newspaperPrinter } from './printer-profile.ts'
import { articleName, checkPhotos, checkReleased, placedOn } from './release.ts'
import { targetFile } from './target-file.ts'
import { writeBeside } from './write-beside.ts'

export interface ExportRequest {
  readonly issue: string
  readonly to: ExportTarget
  readonly file: string | null
  readonly pages: string | null
  readonly draft: boolean
  readonly job: string
}

/** Lays out an issue from the present or from the approved content. */
export type LayoutOf = (newsroom: Newsroom, serial: string, source: ContentSource) => Promise<IssueLayout>

/** Lets other requests be heard between two pages. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const cancelledFailure = failure('cancelled', 'Экспорт остановлен.', { safe: 'Прежний файл не изменён, недописанный удалён.' })

interface Materials {
  readonly fonts: Readonly<Record<FontId, Uint8Array>>
  readonly profile: Uint8Array
  readonly profileFile: string
}

const readMaterials = async ({ environment: { files, resources } }: Newsroom): Promise<Materials> => {
  const font = (id: FontId) => files.read(join(resources, 'fonts', `${id}.ttf`))
  const profileFile = join(resources, 'icc', newspaperPrinter.profile)
  return {
    fonts: {
      serif: await font('serif'),
      serifItalic: await font('serifItalic'),
      serifBold: await font('serifBold'),
      serifBoldItalic: await font('serifBoldItalic'),
      sans: await font('sans'),
      sansBold: await font('sansBold'),
      narrow: await font('narrow'),
      narrowBold: await font('narrowBold'),
    },
    profile: await files.read(profileFile),
    profileFile,
  }
}

const treatmentFor = async (to: ExportTarget, { profileFile }: Materials): Promise<PictureTreatment> =>
  to === 'web' ? { target: 'web' } : { target: 'print', table: await colourTable(profileFile, newspaperPrinter.inkLimit) }

const isImage = (item: PageDisplay['items'][number]): item is ImageItem => item.kind === 'image'

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/[.\s]+$/u, '')}.`

/** What the layout itself has to say of the exported pages: first of all, the text that does not fit. */
const layoutWarnings = (newsroom: Newsroom, issue: Issue, layout: IssueLayout, pages: readonly number[]): readonly string[] => {
  const chosen = new Set(pages)
  const placed = new Set(placedOn(issue, pages).map(({ id }) => id))
  // Resolutions are checked against the pictures themselves, by their names.
  const said = layout.diagnostics.filter(({ code, page }) => (page === null || chosen.has(page)) && code !== 'coarsePhoto')
  const overset = layout.fits
    .filter((fit) => fit.overset > 0 && placed.has(fit.article))
    .filter((fit) => !said.some(({ article, code }) => article === fit.article && code === 'overset'))
    .map(({ article, page, overset: lines }) => {
      const count = counted(lines, 'строка', 'строки', 'строк')
      return `Полоса ${page}: Хвост ${count}: ${articleName(newsroom, article)}. Сократите текст или дайте ему больше места.`
    })
  const order = { error: 0, warning: 1 }
  const others = [...said]
    .sort((a, b) => order[a.severity] - order[b.severity] || (a.page ?? 0) - (b.page ?? 0))
    .map(({ message, hint, page }) => `${page === null ? '' : `Полоса ${page}: `}${sentence(message)} ${sentence(hint)}`)
  return [...overset, ...others]
}

interface Work {
  readonly issue: Issue
  readonly request: ExportRequest
  readonly displays: readonly PageDisplay[]
  readonly cancelled: () => boolean
}

/** Draws the pages one after another into the file. */
const writePages = async (
  newsroom: Newsroom,
  { issue, request, displays, cancelled }: Work,
  write: (bytes: Uint8Array) => Promise<void>,
): Promise<Result<readonly PlacedPhoto[]>> => {
  const { environment } = newsroom
  const { publication } = newsroom.settings.get()
  const materials = await readMaterials(newsroom)
  const treatment = await treatmentFor(request.to, materials)
  const { bleed, condition } = newspaperPrinter
  const title = `${publication.name} № ${issue.serial}, ${printDate(issue.plannedFor)}`
  const writer = openPdf({
    facts: { title, author: publication.name, date: new Date(environment.now()) },
    draft: request.draft,
    fonts: materials.fonts,
    print: request.to === 'print' ? { bleed, condition: { profile: materials.profile, name: condition } } : null,
    pages: displays,
  })
  const photos: PlacedPhoto[] = []
  const progress = (done: number, label: string) =>
    newsroom.emit({ type: 'jobProgress', job: request.job, done, total: displays.length, label })
  for (const [i, display] of displays.entries()) {
    await breathe()
    if (cancelled()) return cancelledFailure
    const pictures = new Map<ImageItem, PdfPicture>()
    const images = display.items.filter(isImage)
    const prepared = await Promise.all(images.map((item) => preparePicture(newsroom, item, display.page, treatment)))
    for (const [at, item] of images.entries()) {
      const made = prepared[at]
      if (!made) continue
      if (!made.ok) return made
      pictures.set(item, made.value.picture)
      photos.push({ page: display.page, name: made.value.name, resolution: made.value.resolution })
    }
    await write(writer.addPage(display, pictures))
    const whole = displays.length === issue.pages
    const label = whole ? `Полоса ${i + 1} из ${displays.length}` : `Полоса ${display.page} (${i + 1} из ${displays.length})`
    progress(i + 1, label)
  }
  await breathe()
  if (cancelled()) return cancelledFailure
  await write(writer.finish())
  return success(photos)
}

const writeFailure = (error: unknown): Result<never> | null => {
  const known = fileFailure(error)
  if (!known || known.ok) return known
  return { ok: false, failure: { ...known.failure, safe: 'Прежний файл не изменён, недописанный удалён.' } }
}

/**
 * Writes pages of an issue as PDF. A final export takes approved content only and refuses when an article on its pages
 * is not approved or was changed since; a draft takes the content as it stands and says so on every page. The file
 * appears at its place when it is complete.
 */
export const exportIssue = async (
  newsroom: Newsroom,
  request: ExportRequest,
  layoutOf: LayoutOf,
  cancelled: () => boolean,
): Promise<Result<ExportOutcome>> => {
  const issue = await newsroom.issues.get(request.issue)
  if (!issue) return failure('notFound', `Номера ${request.issue} нет.`, { todo: 'Выберите номер из списка.' })
  const chosen = parsePageList(request.pages, issue.pages)
  if (!chosen.ok) return chosen
  const pages = request.pages === null ? null : chosen.value
  const path = await targetFile(newsroom, request.file, { issue, to: request.to, pages, draft: request.draft })
  if (!path.ok) return path
  if (!request.draft) {
    const released = await checkReleased(newsroom, issue, chosen.value)
    if (!released.ok) return released
    const whole = await checkPhotos(newsroom, issue, chosen.value)
    if (!whole.ok) return whole
  }
  await breathe()
  const layout = await layoutOf(newsroom, issue.serial, request.draft ? 'current' : 'approved')
  const displays = chosen.value.map((number) => {
    const display = layout.pages.find(({ page }) => page === number)
    if (!display) throw new Error(`the layout of ${issue.serial} lacks page ${number}`)
    return display
  })
  try {
    const written = await writeBeside(newsroom.environment, path.value, (write) =>
      writePages(newsroom, { issue, request, displays, cancelled }, write),
    )
    if (!written.ok) return written
    const bytes = await newsroom.environment.files.read(path.value)
    const photos = request.to === 'print' ? written.value : []
    return success({
      file: path.value,
      pages: displays.length,
      bytes: bytes.length,
      draft: request.draft,
      warnings: [
        ...layoutWarnings(newsroom, issue, layout, chosen.value),
        ...checkPages(displays, photos),
        ...checkWritten(bytes, displays.length),
      ],
    })
  } catch (error) {
    const known = writeFailure(error)
    if (known) return known
    throw error
  }
}
