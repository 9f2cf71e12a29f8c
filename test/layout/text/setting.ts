import { readFileSync } from 'node:fs'
import type { FontFiles } from '../../../src/layout/input.ts'
import { createFaces, type Faces } from '../../../src/layout/text/faces.ts'
import type { SetLine, StyledRun } from '../../../src/layout/text/line.ts'
import { type FontId, fontIds } from '../../../src/shared/layout/display.ts'

const fontFile = (id: FontId): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../resources/fonts/${id}.ttf`, import.meta.url)))

const files: FontFiles = {
  serif: fontFile('serif'),
  serifItalic: fontFile('serifItalic'),
  serifBold: fontFile('serifBold'),
  serifBoldItalic: fontFile('serifBoldItalic'),
  sans: fontFile('sans'),
  sansBold: fontFile('sansBold'),
  narrow: fontFile('narrow'),
  narrowBold: fontFile('narrowBold'),
}

/** Faces that remember nothing yet. */
export const freshFaces = (): Faces => createFaces(files)
export const faces = freshFaces()
export { fontIds }

/** Column widths of an A3 page with margins of 14 mm and gutters of 4 mm, in points. */
export const columnOf5 = ((297 - 28 - 16) / 5) * (72 / 25.4)
export const columnOf4 = ((297 - 28 - 12) / 4) * (72 / 25.4)

export const serif = (text: string): readonly StyledRun[] => [{ text, font: 'serif', href: null }]

/** What a line draws; a hyphen that divides a word is U+00AD. */
export const drawn = (line: SetLine): string => line.segments.map(({ clusters }) => clusters.join('')).join('')

/** The lines put together again as a reader of the PDF would. */
export const joined = (lines: readonly SetLine[]): string => lines.map(drawn).join('').replaceAll('\u00ad', '')

/** A text as it should come back from its lines: spaces of all kinds alike, single and only between words. */
export const flattened = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
