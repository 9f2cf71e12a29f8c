import type { FaceGlyph, Faces } from './faces.ts'
import type { StyledRun } from './line.ts'

/** What a place between two pieces allows beyond what the words themselves do: the author put a soft hyphen or break there. */
export type Allowance = 'hyphen' | 'bare'

/** 0: drawn or fixed, 1: a word space where lines may break, 2: one where they may not. */
export type SpaceKind = 0 | 1 | 2

/**
 * The drawn characters of a paragraph in a row, the same in every size; rows of spaces are one, and there are none at the
 * ends. Lengths in ems.
 */
export interface Pieces {
  /** One unit of UTF-16 for each piece, so that places in it are places in the row. */
  readonly text: string
  readonly clusters: readonly string[]
  readonly glyphs: readonly FaceGlyph[]
  readonly runs: readonly number[]
  readonly spaces: readonly SpaceKind[]
  /** How wide the fixed spaces are, in word spaces, by their places. */
  readonly fixed: ReadonlyMap<number, number>
  /** Kerning between a piece and the next one; none beside spaces or between faces. */
  readonly kerns: Float64Array
  readonly allowances: ReadonlyMap<number, Allowance>
}

const astral = '\ufffc'
const noFixed: ReadonlyMap<number, number> = new Map()
const noAllowances: ReadonlyMap<number, Allowance> = new Map()

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xe000

export function piecesOf(paragraph: readonly StyledRun[], faces: Faces): Pieces {
  const units: string[] = []
  const clusters: string[] = []
  const glyphs: FaceGlyph[] = []
  const runs: number[] = []
  const spaces: SpaceKind[] = []
  const fixed = new Map<number, number>()
  const allowances = new Map<number, Allowance>()

  function add(unit: string, cluster: string, glyph: FaceGlyph, run: number, space: SpaceKind): void {
    units.push(unit)
    clusters.push(cluster)
    glyphs.push(glyph)
    runs.push(run)
    spaces.push(space)
  }

  for (let run = 0; run < paragraph.length; run += 1) {
    const { text, font } = paragraph[run] ?? { text: '', font: 'serif' }
    const face = faces.face(font)
    const content = text.normalize('NFC')
    for (let at = 0; at < content.length; at += 1) {
      const unit = content.charCodeAt(at)
      const codePoint = isSurrogate(unit) ? (content.codePointAt(at) ?? unit) : unit
      if (codePoint > 0xffff) at += 1
      const { use, glyph, drawn } = face.at(codePoint)
      if (use.kind === 'glyph') {
        add(drawn.length === 1 ? drawn : astral, drawn, glyph, run, 0)
      } else if (use.kind === 'space') {
        const last = spaces.at(-1)
        allowances.delete(units.length)
        if (last === 0) add(' ', ' ', glyph, run, use.breaks ? 1 : 2)
        else if (last === 1 && !use.breaks) spaces[spaces.length - 1] = 2
      } else if (use.kind === 'fixedSpace') {
        if (units.length === 0) continue
        fixed.set(units.length, use.natural)
        add('\u202f', ' ', glyph, run, 0)
      } else if (use.kind !== 'nothing' && spaces.at(-1) === 0) {
        allowances.set(units.length, use.kind === 'softHyphen' ? 'hyphen' : 'bare')
      }
    }
  }
  while (spaces.length > 0 && spaces.at(-1) !== 0) for (const row of [units, clusters, glyphs, runs, spaces]) row.pop()
  allowances.delete(units.length)
  return {
    text: units.join(''),
    ...{ clusters, glyphs, runs, spaces },
    kerns: kernsOf(paragraph, faces, { glyphs, runs, spaces }),
    fixed: fixed.size === 0 ? noFixed : fixed,
    allowances: allowances.size === 0 ? noAllowances : allowances,
  }
}

function kernsOf(
  paragraph: readonly StyledRun[],
  faces: Faces,
  { glyphs, runs, spaces }: Pick<Pieces, 'glyphs' | 'runs' | 'spaces'>,
): Float64Array {
  const kerns = new Float64Array(glyphs.length)
  const ofRuns = paragraph.map(({ font }) => ({ font, face: faces.face(font) }))
  for (let at = 0; at + 1 < glyphs.length; at += 1) {
    if (spaces[at] !== 0 || spaces[at + 1] !== 0) continue
    const own = ofRuns[runs[at] ?? 0]
    const [left, right] = [glyphs[at], glyphs[at + 1]]
    if (own === undefined || left === undefined || right === undefined) continue
    if (own.font === ofRuns[runs[at + 1] ?? 0]?.font) kerns[at] = own.face.kern(left, right)
  }
  return kerns
}
