import type { FaceGlyph, Faces } from './faces.ts'
import type { StyledRun } from './line.ts'

/** What a place between two pieces allows beyond what the words themselves do: the author put a soft hyphen or break there. */
export type Allowance = 'hyphen' | 'bare'

/** 0: drawn or fixed, 1: a word space where lines may break, 2: one where they may not. */
export type SpaceKind = 0 | 1 | 2

/** The drawn characters of a paragraph in a row; rows of spaces are one, and there are none at the ends. */
export interface Pieces {
  /** One unit of UTF-16 for each piece, so that places in it are places in the row. */
  readonly text: string
  readonly clusters: readonly string[]
  readonly glyphs: readonly FaceGlyph[]
  readonly runs: readonly number[]
  readonly spaces: readonly SpaceKind[]
  /** In points. */
  readonly advances: readonly number[]
  readonly allowances: ReadonlyMap<number, Allowance>
}

const astral = '\ufffc'

export function piecesOf(paragraph: readonly StyledRun[], faces: Faces, size: number): Pieces {
  const units: string[] = []
  const clusters: string[] = []
  const glyphs: FaceGlyph[] = []
  const runs: number[] = []
  const spaces: SpaceKind[] = []
  const advances: number[] = []
  const allowances = new Map<number, Allowance>()

  function add(unit: string, cluster: string, glyph: FaceGlyph, run: number, space: SpaceKind, advance: number): void {
    units.push(unit)
    clusters.push(cluster)
    glyphs.push(glyph)
    runs.push(run)
    spaces.push(space)
    advances.push(advance)
  }

  for (const [run, { text, font }] of paragraph.entries()) {
    const face = faces.face(font)
    for (const character of text.normalize('NFC')) {
      const { use, glyph } = face.character(character)
      if (use.kind === 'glyph') {
        add(character.length === 1 ? character : astral, character, glyph, run, 0, glyph.advance * size)
      } else if (use.kind === 'space') {
        const last = spaces.at(-1)
        allowances.delete(units.length)
        if (last === 0) add(' ', ' ', glyph, run, use.breaks ? 1 : 2, glyph.advance * size)
        else if (last === 1 && !use.breaks) spaces[spaces.length - 1] = 2
      } else if (use.kind === 'fixedSpace') {
        if (units.length > 0) add('\u202f', ' ', glyph, run, 0, glyph.advance * size * use.natural)
      } else if (use.kind !== 'nothing' && spaces.at(-1) === 0) {
        allowances.set(units.length, use.kind === 'softHyphen' ? 'hyphen' : 'bare')
      }
    }
  }
  while (spaces.length > 0 && spaces.at(-1) !== 0) for (const row of [units, clusters, glyphs, runs, spaces, advances]) row.pop()
  allowances.delete(units.length)
  return { text: units.join(''), clusters, glyphs, runs, spaces, advances, allowances }
}
