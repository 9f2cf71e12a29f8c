import { counted } from '../../shared/language/plural.ts'
import type { DisplayItem, PageDisplay, TextItem } from '../../shared/layout/display.ts'

/** A photo of the exported pages and the resolution of its source where it stands, in pixels per inch. */
export interface PlacedPhoto {
  readonly page: number
  readonly name: string
  readonly resolution: number
}

/** Below the first the printer sends photos back, below the second they look soft. */
const leastResolution = 150
const goodResolution = 200

const bounds = (item: DisplayItem) =>
  item.kind === 'text'
    ? { left: item.x, right: item.x + item.width, top: item.y - item.size * 0.7, bottom: item.y }
    : { left: item.x, right: item.x + item.width, top: item.y, bottom: item.y + item.height }

const beyond = (page: PageDisplay, item: DisplayItem): boolean => {
  const { left, right, top, bottom } = bounds(item)
  return left < -0.01 || top < -0.01 || right > page.width + 0.01 || bottom > page.height + 0.01
}

const quoted = (item: TextItem): string => {
  const text = item.clusters.join('')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const isText = (item: DisplayItem): item is TextItem => item.kind === 'text'

const checkPage = (page: PageDisplay): readonly string[] => {
  const warnings: string[] = []
  if (!page.items.some(({ tag }) => tag.article !== null)) warnings.push(`Полоса ${page.page} пуста: на ней нет материалов.`)
  const outside = page.items.filter((item) => isText(item) && item.glyphs.length > 0 && beyond(page, item)).filter(isText)
  const first = outside[0]
  if (first) {
    const count = counted(outside.length, 'строка выходит', 'строки выходят', 'строк выходят')
    warnings.push(`Полоса ${page.page}: ${count} за обрез, первая — «${quoted(first)}». Переставьте материал или сократите его.`)
  }
  return warnings
}

const checkPhoto = ({ page, name, resolution }: PlacedPhoto): readonly string[] => {
  const ppi = Math.floor(resolution)
  if (ppi < leastResolution)
    return [
      `Полоса ${page}: снимок «${name}» — ${ppi} точек на дюйм, для печати нужно не меньше ${leastResolution}. Возьмите снимок крупнее или поставьте мельче.`,
    ]
  if (ppi < goodResolution) return [`Полоса ${page}: снимок «${name}» — ${ppi} точек на дюйм, лучше не меньше ${goodResolution}.`]
  return []
}

/** What a person should know of the pages before they go to the printer; in order of pages. */
export const checkPages = (pages: readonly PageDisplay[], photos: readonly PlacedPhoto[]): readonly string[] =>
  pages.flatMap((page) => [...checkPage(page), ...photos.filter((photo) => photo.page === page.page).flatMap(checkPhoto)])

const occurrences = (bytes: Buffer, token: string): number => {
  let count = 0
  for (let at = bytes.indexOf(token); at >= 0; at = bytes.indexOf(token, at + token.length)) count += 1
  return count
}

/** Checks a written PDF as it lies on the disk: is it whole, has it the pages it should, are its fonts in it? */
export const checkWritten = (file: Uint8Array, pages: number): readonly string[] => {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const warnings: string[] = []
  if (bytes.toString('latin1', 0, 5) !== '%PDF-' || !bytes.toString('latin1', bytes.length - 16).includes('%%EOF'))
    warnings.push('Записанный файл неполон. Запишите его ещё раз, лучше на другой диск.')
  const found = occurrences(bytes, '/Type /Page\n')
  if (found !== pages) warnings.push(`В записанном файле полос ${found}, а должно быть ${pages}. Запишите его ещё раз.`)
  const fonts = occurrences(bytes, '/Type /FontDescriptor\n')
  if (fonts === 0 || fonts !== occurrences(bytes, '/FontFile2 '))
    warnings.push('В записанный файл вошли не все шрифты. Не отправляйте его в типографию.')
  return warnings
}
