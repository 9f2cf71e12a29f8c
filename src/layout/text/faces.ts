import { type FontId, fontIds } from '../../shared/layout/display.ts'
import type { FontFiles } from '../input.ts'
import { type BoundedCache, boundedCache } from './bounded-cache.ts'
import { type CharacterUse, characterUse } from './characters.ts'
import { type FontFile, fontFile } from './font-file.ts'
import type { ParagraphVariant, SetLine } from './line.ts'
import { type PairKerning, pairKerning } from './pair-kerning.ts'

/** One drawn character: its glyph and how far it moves the pen, in ems, without kerning. */
export interface FaceGlyph {
  readonly id: number
  readonly advance: number
  readonly codePoint: number
  /** Its number among the characters that the face was asked for. */
  readonly order: number
}

/** A character and the glyph it is drawn with; spaces of all kinds have that of the word space. */
export interface FaceCharacter {
  readonly use: CharacterUse
  readonly glyph: FaceGlyph
  /** The character itself. */
  readonly drawn: string
  /** The face can't draw it, not even with a stand-in. */
  readonly lacking: boolean
}

/** A word with its glyphs; `kerns[i]` is what stands between glyph i and the next one, in ems. */
export interface ShapedWord {
  readonly glyphs: readonly FaceGlyph[]
  readonly clusters: readonly string[]
  readonly kerns: readonly number[]
  readonly width: number
}

/** One font face. All lengths are fractions of the em; `descent` is negative. */
export interface Face {
  readonly id: FontId
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
  /** The word space as the designer drew it. */
  readonly space: number
  readonly spaceGlyph: number
  readonly hyphen: FaceGlyph
  /** How the face sets a character (one code point). */
  character(drawn: string): FaceCharacter
  /** The same by its code point. */
  at(codePoint: number): FaceCharacter
  /** Kerning between two characters; no ligature is ever made, so pairs tell all. */
  kern(left: FaceGlyph, right: FaceGlyph): number
  /** Shapes characters that stand together; spaces of any kind are not for it. */
  shape(word: string): ShapedWord
  /** Natural width of a text, its word spaces included. */
  measure(text: string): number
}

/** The faces of a publication, with everything that is remembered between calls. */
export interface Faces {
  face(id: FontId): Face
  readonly paragraphs: BoundedCache<readonly SetLine[]>
  readonly variants: BoundedCache<readonly ParagraphVariant[]>
  readonly missing: BoundedCache<readonly string[]>
}

const wordCapacity = 40_000
/** Letters of the paragraphs set, and of the texts looked through: those of two large issues. */
const paragraphCapacity = 500_000
const missingCapacity = 500_000

/** Reads the font files and makes the faces; throws where a file is not a font (they ship with the product). */
export function createFaces(files: FontFiles): Faces {
  const faces = new Map<FontId, Face>()
  for (const id of fontIds) faces.set(id, createFace(id, fontFile(files[id]), pairKerning(files[id])))
  return {
    face(id) {
      const face = faces.get(id)
      if (face === undefined) throw new Error(`No face ${id}`)
      return face
    },
    paragraphs: boundedCache(paragraphCapacity, (_lines, key) => key.length),
    variants: boundedCache(paragraphCapacity, (_variants, key) => key.length),
    missing: boundedCache(missingCapacity, (_found, text) => text.length),
  }
}

const mark = /\p{M}/u

/** Characters below this one, Latin and Cyrillic among them, are looked up by their number. */
const firstRare = 0x500

function createFace(id: FontId, font: FontFile, pairs: PairKerning): Face {
  const em = 1 / font.unitsPerEm
  const common: (FaceCharacter | undefined)[] = new Array(firstRare).fill(undefined)
  const rare = new Map<number, FaceCharacter>()
  /** By the orders of both glyphs. */
  const kerns: (number | undefined)[][] = []
  const words = boundedCache<ShapedWord>(wordCapacity)
  const has = (codePoint: number) => font.glyphOf(codePoint) !== 0

  function at(codePoint: number): FaceCharacter {
    return (codePoint < firstRare ? common[codePoint] : rare.get(codePoint)) ?? met(codePoint)
  }

  function met(codePoint: number): FaceCharacter {
    const use = characterUse(codePoint, has)
    const shown = use.kind === 'glyph' ? use.codePoint : 0x20
    const glyph = font.glyphOf(shown)
    const order = kerns.length
    kerns.push([])
    const drawn = String.fromCodePoint(codePoint)
    const lacking = use.kind === 'glyph' && !has(shown)
    const made = { use, glyph: { id: glyph, advance: font.advanceOf(glyph) * em, codePoint: shown, order }, drawn, lacking }
    if (codePoint < firstRare) common[codePoint] = made
    else rare.set(codePoint, made)
    return made
  }

  const character = (drawn: string): FaceCharacter => at(drawn.codePointAt(0) ?? 0)

  function kern(left: FaceGlyph, right: FaceGlyph): number {
    const known = kerns[left.order]?.[right.order]
    if (known !== undefined) return known
    // A mark that the face has stands over the letter before it and does not move the pen.
    const moves = left.id === 0 || !mark.test(String.fromCodePoint(left.codePoint))
    const found = moves ? pairs(left.id, right.id) * em : -left.advance
    const row = kerns[left.order] ?? []
    // In order, so that the row stays a plain list.
    for (let order = row.length; order < right.order; order += 1) row.push(undefined)
    row[right.order] = found
    return found
  }

  function shapeAnew(word: string): ShapedWord {
    const shaped: FaceGlyph[] = []
    const clusters: string[] = []
    const between: number[] = []
    let width = 0
    for (const cluster of word) {
      const next = character(cluster).glyph
      const last = shaped.at(-1)
      if (last !== undefined) {
        const pair = kern(last, next)
        between.push(pair)
        width += pair
      }
      shaped.push(next)
      clusters.push(cluster)
      width += next.advance
    }
    between.push(0)
    return { glyphs: shaped, clusters, kerns: between, width }
  }

  const shape = (word: string) => words.remember(word, () => shapeAnew(word))
  const space = font.glyphOf(0x20)
  const natural = font.advanceOf(space) * em

  function measure(text: string): number {
    let width = 0
    let word = ''
    const flush = () => {
      if (word !== '') width += shape(word).width
      word = ''
    }
    for (const drawn of text.normalize('NFC')) {
      const found = character(drawn).use
      if (found.kind === 'glyph') word += drawn
      else if (found.kind === 'space') {
        flush()
        width += natural
      } else if (found.kind === 'fixedSpace') {
        flush()
        width += natural * found.natural
      }
    }
    flush()
    return width
  }

  return {
    id,
    ascent: font.ascent * em,
    descent: font.descent * em,
    capHeight: font.capHeight * em,
    xHeight: font.xHeight * em,
    space: natural,
    spaceGlyph: space,
    hyphen: character('-').glyph,
    character,
    at,
    kern,
    shape,
    measure,
  }
}
