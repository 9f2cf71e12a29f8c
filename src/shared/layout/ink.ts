import { z } from 'zod'

/** Colours a page may use; accent and tint are the publication's own. */
export const inks = ['black', 'grey', 'accent', 'paper', 'tint'] as const
export type Ink = (typeof inks)[number]

const percent = z.number().int().min(0).max(100)
const share = z.number().min(0).max(1)

/** A colour in print (per cent of cyan, magenta, yellow, black) and the one a screen shows for it (shares of sRGB). */
export const inkColourSchema = z.object({
  print: z.tuple([percent, percent, percent, percent]),
  screen: z.tuple([share, share, share]),
})
export type InkColour = z.infer<typeof inkColourSchema>

/** The colours a publication chooses. */
export const pageColoursSchema = z.object({ accent: inkColourSchema, tint: inkColourSchema })
export type PageColours = z.infer<typeof pageColoursSchema>

/**
 * The colours of a publication that has chosen none. Each is one process ink, so that small type stays sharp when the
 * plates are not in register: the accent is pure cyan, greys are screens of black. On a screen accent and grey keep a
 * contrast of at least 4.5 : 1 on white.
 */
export const usualColours: PageColours = {
  accent: { print: [100, 0, 0, 0], screen: [0, 0.44, 0.68] },
  tint: { print: [0, 0, 0, 8], screen: [0.93, 0.93, 0.93] },
}

const fixed: Readonly<Record<Exclude<Ink, keyof PageColours>, InkColour>> = {
  black: { print: [0, 0, 0, 100], screen: [0, 0, 0] },
  grey: { print: [0, 0, 0, 62], screen: [0.38, 0.38, 0.38] },
  paper: { print: [0, 0, 0, 0], screen: [1, 1, 1] },
}

/** An ink of a page in the colours of its publication. */
export const colourOf = (ink: Ink, colours: PageColours): InkColour =>
  ink === 'accent' || ink === 'tint' ? colours[ink] : fixed[ink]

/** The pure process inks on newsprint as a screen shows them. */
const processInks = [
  [0, 0.44, 0.68],
  [0.82, 0.13, 0.42],
  [0.98, 0.87, 0.1],
  [0, 0, 0],
] as const

/** What a screen shows for a colour in print: inks take light away one after another (Demichel without dot gain). */
export const screenOf = (print: InkColour['print']): InkColour['screen'] => {
  const part = (channel: 0 | 1 | 2): number =>
    print.reduce((light, amount, at) => light * (1 - (amount / 100) * (1 - (processInks[at]?.[channel] ?? 1))), 1)
  const rounded = (value: number): number => Math.round(value * 100) / 100
  return [rounded(part(0)), rounded(part(1)), rounded(part(2))]
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Contrast of a colour with white paper, 1 to 21 (WCAG 2.2, relative luminance). */
export const contrastOnPaper = ([red, green, blue]: InkColour['screen']): number =>
  1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05)
