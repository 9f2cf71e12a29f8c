/** How a character is set when it is no ordinary letter: nothing, a fixed space, an elastic space, or another's glyph. */
export type CharacterUse =
  | { readonly kind: 'glyph'; readonly codePoint: number }
  | { readonly kind: 'space'; readonly breaks: boolean }
  | { readonly kind: 'fixedSpace'; readonly natural: number }
  | { readonly kind: 'softHyphen' }
  | { readonly kind: 'breakOpportunity' }
  | { readonly kind: 'nothing' }

const breaking: CharacterUse = { kind: 'space', breaks: true }
const unbreaking: CharacterUse = { kind: 'space', breaks: false }
const nothing: CharacterUse = { kind: 'nothing' }

/** Widths of the fixed spaces are parts of the natural word space: PT has no glyphs for them. */
const special: ReadonlyMap<number, CharacterUse> = new Map<number, CharacterUse>([
  [0x09, breaking],
  [0x0a, breaking],
  [0x0d, breaking],
  [0x20, breaking],
  [0xa0, unbreaking],
  [0xad, { kind: 'softHyphen' }],
  [0x2002, { kind: 'fixedSpace', natural: 2 }],
  [0x2003, { kind: 'fixedSpace', natural: 4 }],
  [0x2007, { kind: 'fixedSpace', natural: 1 }],
  [0x2008, { kind: 'fixedSpace', natural: 0.8 }],
  [0x2006, { kind: 'fixedSpace', natural: 0.6 }],
  [0x2009, { kind: 'fixedSpace', natural: 0.6 }],
  [0x200a, { kind: 'fixedSpace', natural: 0.4 }],
  [0x202f, { kind: 'fixedSpace', natural: 0.6 }],
  [0x200b, { kind: 'breakOpportunity' }],
  [0x200c, nothing],
  [0x200d, nothing],
  [0x200e, nothing],
  [0x200f, nothing],
  [0x2028, breaking],
  [0x2029, breaking],
  [0x2060, nothing],
  [0xfe0e, nothing],
  [0xfe0f, nothing],
  [0xfeff, nothing],
])

/** Stand-ins, the nearest first, for what the PT faces do not draw. */
const standIns: ReadonlyMap<string, string> = new Map([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '–'],
  ['\u2015', '—'],
  ['\u2043', '–'],
  ['→', '›'],
  ['⇒', '›'],
  ['➔', '›'],
  ['➡', '›'],
  ['←', '‹'],
  ['⇐', '‹'],
  ['⬅', '‹'],
  ['′', '’'],
  ['″', '”'],
  ['‟', '“'],
  ['‛', '‘'],
  ['■', '•'],
  ['▪', '•'],
  ['●', '•'],
  ['◆', '•'],
  ['◼', '•'],
  ['★', '*'],
  ['☆', '*'],
  ['∙', '·'],
  ['⋅', '·'],
  ['∕', '/'],
  ['∗', '*'],
  ['✓', '√'],
  ['✔', '√'],
])

/** The use of a character in a face that has the glyphs `has` tells of. */
export function characterUse(codePoint: number, has: (codePoint: number) => boolean): CharacterUse {
  const known = special.get(codePoint)
  if (known !== undefined) return known
  if (has(codePoint)) return { kind: 'glyph', codePoint }
  const standIn = standIns.get(String.fromCodePoint(codePoint))?.codePointAt(0)
  return { kind: 'glyph', codePoint: standIn !== undefined && has(standIn) ? standIn : codePoint }
}
