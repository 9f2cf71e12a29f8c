import type { FontId } from '../layout/display.ts'

/** The families that ship with the program, in `resources/fonts`. */
export const fontFamilyIds = ['ptSerif', 'ptSans', 'ptSansNarrow'] as const
export type FontFamilyId = (typeof fontFamilyIds)[number]

/** The faces of a family; one that has no italics sets them upright. */
export interface FontFamily {
  readonly name: string
  readonly regular: FontId
  readonly bold: FontId
  readonly italic: FontId
  readonly hasItalics: boolean
  /** Height of the capitals as a part of the em, as the files have it. */
  readonly capHeight: number
}

export const fontFamilies: Readonly<Record<FontFamilyId, FontFamily>> = {
  ptSerif: {
    name: 'PT Serif',
    regular: 'serif',
    bold: 'serifBold',
    italic: 'serifItalic',
    hasItalics: true,
    capHeight: 0.7,
  },
  ptSans: { name: 'PT Sans', regular: 'sans', bold: 'sansBold', italic: 'sans', hasItalics: false, capHeight: 0.7 },
  ptSansNarrow: {
    name: 'PT Sans Narrow',
    regular: 'narrow',
    bold: 'narrowBold',
    italic: 'narrow',
    hasItalics: false,
    capHeight: 0.7,
  },
}
