import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ExportTarget } from '../../shared/export/api.ts'
import type { PrinterProfile } from '../../shared/export/printer-profile.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { FontId, ImageItem, PageDisplay } from '../../shared/layout/display.ts'
import { printDate } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { publicationOf } from '../settings/publication-of.ts'
import { openPlaced } from './document/open-placed.ts'
import { type PdfMemory, pdfMemory } from './pdf/pdf-memory.ts'
import type { PdfPicture } from './pdf/write-pdf.ts'
import { preparePicture } from './pictures/prepare-picture.ts'
import { printTreatment } from './pictures/print-treatment.ts'
import type { PictureTreatment } from './pictures/render-picture.ts'
import { conditionOf, profileFile, readProfile } from './printers.ts'
import { unlessCancelled } from './unless-cancelled.ts'

/** What stands across the pages of a draft. */
export const draftWord = 'черновик'

/** What files are to be made of. */
export interface FileWish {
  readonly issue: Issue
  readonly to: ExportTarget
  readonly draft: boolean
  /** What the printer asks for; of no account for the web. */
  readonly printer: PrinterProfile
  readonly displays: readonly PageDisplay[]
  /** One file, or one for every page. */
  readonly files: 'one' | 'pages'
}

/** A finished file in memory, in parts, and the pages in it, in order. */
export interface ComposedFile {
  readonly parts: readonly Uint8Array[]
  /** Bytes in all. */
  readonly size: number
  readonly pages: readonly number[]
}

/** How the making goes: asked between pages, told after each. */
export interface Making {
  readonly cancelled: () => boolean
  readonly progress: (done: number, label: string) => void
  /** Hears of a picture that can't be made; the page is then made without it. Without this such a picture ends all. */
  readonly onBroken?: (item: ImageItem, page: number, what: string) => void
}

/** Lets other requests be heard between two pages. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The answer of an export that was cancelled. */
export const cancelledFailure = failure('cancelled', 'Экспорт остановлен.', {
  safe: 'Прежний файл не изменён, недописанный удалён.',
})

/** The font files that go into a PDF, as subsets. */
export const readFonts = async ({
  environment: { files, resources },
}: Newsroom): Promise<Readonly<Record<FontId, Uint8Array>>> => {
  const font = (id: FontId) => files.read(join(resources, 'fonts', `${id}.ttf`))
  return {
    serif: await font('serif'),
    serifItalic: await font('serifItalic'),
    serifBold: await font('serifBold'),
    serifBoldItalic: await font('serifBoldItalic'),
    sans: await font('sans'),
    sansBold: await font('sansBold'),
    narrow: await font('narrow'),
    narrowBold: await font('narrowBold'),
  }
}

const isImage = (item: PageDisplay['items'][number]): item is ImageItem => item.kind === 'image'

interface ReadyPage {
  readonly display: PageDisplay
  readonly pictures: ReadonlyMap<ImageItem, PdfPicture>
}

/** A page with its pictures made for a target. */
export const readyPage = async (
  newsroom: Newsroom,
  display: PageDisplay,
  treatment: PictureTreatment,
  onBroken: Making['onBroken'],
): Promise<Result<ReadyPage>> => {
  const pictures = new Map<ImageItem, PdfPicture>()
  const broken = new Set<ImageItem>()
  const images = display.items.filter(isImage)
  const prepared = await Promise.all(images.map((item) => preparePicture(newsroom, item, display.page, treatment)))
  for (const [at, item] of images.entries()) {
    const made = prepared[at]
    if (!made) continue
    if (made.ok) pictures.set(item, made.value)
    else if (onBroken && made.failure.code === 'damaged') {
      broken.add(item)
      onBroken(item, display.page, made.failure.what)
    } else return made
  }
  const items = display.items.filter((item) => !isImage(item) || !broken.has(item))
  return success({ display: { ...display, items }, pictures })
}

const memories = new WeakMap<Newsroom, PdfMemory>()

/** What the files of an open newsroom leave for the next one. */
const memoryOf = (newsroom: Newsroom): PdfMemory => {
  const memory = memories.get(newsroom) ?? pdfMemory()
  memories.set(newsroom, memory)
  return memory
}

/** Profiles that were packed ahead, by their files. */
const aheadOf = new WeakMap<Newsroom, Map<string, Promise<void>>>()

/** Begins what needs no layout while the pages are being laid out: packs the printer's colour profile. */
export const beginFiles = (newsroom: Newsroom, to: ExportTarget, printer: PrinterProfile): void => {
  if (to !== 'print') return
  const known = aheadOf.get(newsroom) ?? new Map<string, Promise<void>>()
  aheadOf.set(newsroom, known)
  const file = profileFile(newsroom, printer.colours)
  if (known.has(file)) return
  const packing = newsroom.environment.files.read(file).then(memoryOf(newsroom).packAhead)
  known.set(file, packing)
  // A file that can't be read is told of where it is needed.
  packing.catch(() => known.delete(file))
}

const composed = (parts: readonly Uint8Array[], pages: readonly number[]): ComposedFile => ({
  ...{ parts, pages },
  size: parts.reduce((sum, { length }) => sum + length, 0),
})

/** Makes PDF files of laid out pages, in memory. */
export const composeFiles = async (
  newsroom: Newsroom,
  wish: FileWish,
  making: Making,
): Promise<Result<readonly ComposedFile[]>> => {
  const { issue, displays, printer, draft } = wish
  const publication = publicationOf(newsroom, issue)
  // Nothing but an export needs it.
  const { openPdf } = await import('./pdf/write-pdf.ts')
  const fonts = await readFonts(newsroom)
  const read = await readProfile(newsroom, printer.colours)
  if (!read.ok) return read
  const profile = read.value
  const treatment: PictureTreatment =
    wish.to === 'web' ? { target: 'web' } : printTreatment(profile, profileFile(newsroom, printer.colours), printer.inkLimit)
  const condition = { profile, name: conditionOf(printer) }
  const open = (pages: readonly PageDisplay[]) =>
    openPdf({
      facts: {
        title: `${publication.name} № ${issue.serial}, ${printDate(issue.plannedFor)}`,
        author: publication.name,
        date: new Date(newsroom.environment.now()),
      },
      mark: draft ? draftWord : null,
      fonts,
      print: wish.to === 'print' ? { bleed: printer.bleed, marks: printer.marks, condition } : null,
      pages,
      memory: memoryOf(newsroom),
    })
  const whole = displays.length === issue.pages
  const made: ComposedFile[] = []
  let writer = open(displays)
  let parts: Uint8Array[] = []
  let coming: ReturnType<typeof readyPage> | null = null
  for (const [i, display] of displays.entries()) {
    await breathe()
    if (making.cancelled()) return cancelledFailure
    if (wish.files === 'pages') writer = open([display])
    const ready = await unlessCancelled(coming ?? readyPage(newsroom, display, treatment, making.onBroken), making.cancelled)
    if (ready === null) return cancelledFailure
    if (!ready.ok) return ready
    // The pictures of the next page are made while this one is drawn.
    const after = displays[i + 1]
    coming = after === undefined ? null : readyPage(newsroom, after, treatment, making.onBroken)
    coming?.catch(() => undefined)
    parts.push(...writer.addPage(ready.value.display, ready.value.pictures, await openPlaced(newsroom, display)))
    if (wish.files === 'pages') {
      made.push(composed([...parts, ...writer.finish()], [display.page]))
      parts = []
    }
    making.progress(
      i + 1,
      whole ? `Полоса ${i + 1} из ${displays.length}` : `Полоса ${display.page} (${i + 1} из ${displays.length})`,
    )
  }
  await breathe()
  if (making.cancelled()) return cancelledFailure
  if (wish.files === 'one') {
    const pages = displays.map(({ page }) => page)
    made.push(composed([...parts, ...writer.finish()], pages))
  }
  return success(made)
}
