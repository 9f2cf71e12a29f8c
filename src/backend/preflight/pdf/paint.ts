import { areaOf, type Box, trimOf } from './box.ts'
import { spaceName } from './colour-space.ts'
import type { ReadDocument } from './document.ts'
import { boxAround, growth, identity, type Matrix, pointOf, times } from './matrix.ts'
import type { Colour, Painted } from './painted.ts'
import { bytesOf, isArray, isOperator, nameOf, numberOf, type PdfDictionary, type PdfValue, readValues } from './value.ts'
import { widthsOf } from './widths.ts'

interface State {
  readonly matrix: Matrix
  readonly fill: Colour
  readonly stroke: Colour
  readonly lineWidth: number
  readonly overprint: boolean
  readonly keeps: boolean
  readonly opacity: number
  readonly font: ((code: number) => number) | null
  readonly size: number
  readonly scale: number
  readonly tracking: number
  readonly leading: number
  readonly hidden: boolean
}

const black: Colour = { space: 'DeviceGray', values: [0] }

const initial: State = {
  matrix: identity,
  fill: black,
  stroke: black,
  lineWidth: 1,
  overprint: false,
  keeps: false,
  opacity: 1,
  font: null,
  size: 0,
  scale: 1,
  tracking: 0,
  leading: 0,
  hidden: false,
}

const fillSpaces: ReadonlyMap<string, string> = new Map([
  ['g', 'DeviceGray'],
  ['rg', 'DeviceRGB'],
  ['k', 'DeviceCMYK'],
])
const strokeSpaces: ReadonlyMap<string, string> = new Map(
  [...fillSpaces].map(([operator, space]) => [operator.toUpperCase(), space]),
)

const startOf = (space: string): Colour => ({ space, values: space === 'DeviceCMYK' ? [0, 0, 0, 1] : [0] })

/** Follows the operators of a page or a form as a viewer does (ISO 32000-1, 8 and 9) and tells what they paint. */
class Painter {
  readonly painted: Painted[] = []
  private readonly document: ReadDocument
  private readonly trim: Box
  private readonly widths = new Map<PdfDictionary, (code: number) => number>()

  constructor(document: ReadDocument, trim: Box) {
    this.document = document
    this.trim = trim
  }

  private widthsFor(font: PdfDictionary): (code: number) => number {
    const known = this.widths.get(font) ?? widthsOf(this.document, font)
    this.widths.set(font, known)
    return known
  }

  private extended(state: State, settings: PdfDictionary): State {
    const { document } = this
    const fills = document.resolve(settings.get('op') ?? settings.get('OP'))
    const mode = document.resolve(settings.get('OPM'))
    const opacity = document.resolve(settings.get('ca'))
    return {
      ...state,
      overprint: typeof fills === 'boolean' ? fills : state.overprint,
      keeps: typeof mode === 'number' ? mode === 1 : state.keeps,
      opacity: typeof opacity === 'number' ? opacity : state.opacity,
    }
  }

  private image(object: PdfValue, dictionary: PdfDictionary, resources: PdfDictionary, { matrix }: State): void {
    const { document } = this
    const pixels = (key: string) => numberOf(document.resolve(dictionary.get(key))) ?? 1
    const across = (pixels('Width') * 72) / Math.max(Math.hypot(matrix[0], matrix[1]), 1e-6)
    const down = (pixels('Height') * 72) / Math.max(Math.hypot(matrix[2], matrix[3]), 1e-6)
    const mask = document.resolve(dictionary.get('ImageMask')) === true
    this.painted.push({
      kind: 'image',
      object,
      space: mask ? 'mask' : spaceName(document, document.resolve(dictionary.get('ColorSpace')), resources),
      least: Math.min(across, down),
      most: Math.max(across, down),
      area: areaOf(boxAround(matrix, 0, 0, 1, 1), this.trim),
    })
  }

  /** Paints the operators of a stream; `state` is what holds at its beginning. */
  run(content: string, resources: PdfDictionary, begin: State, depth: number): void {
    const { document } = this
    const reader = readValues(content)
    const saved: State[] = []
    let state = begin
    let operands: PdfValue[] = []
    let textMatrix = identity
    let lineMatrix = identity
    let points: (readonly [number, number])[] = []
    const value = (i: number): number => numberOf(operands[i]) ?? 0
    const matrixOf = (): Matrix => [value(0), value(1), value(2), value(3), value(4), value(5)]
    const numbers = (): readonly number[] => operands.flatMap((operand) => (typeof operand === 'number' ? [operand] : []))
    const add = (x: number, y: number) => points.push(pointOf(state.matrix, x, y))
    const pathBox = (): Box => {
      let [left, bottom, right, top] = [
        Number.POSITIVE_INFINITY,
        Number.POSITIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
        Number.NEGATIVE_INFINITY,
      ]
      for (const [x, y] of points)
        [left, bottom, right, top] = [Math.min(left, x), Math.min(bottom, y), Math.max(right, x), Math.max(top, y)]
      return points.length > 0 ? [left, bottom, right, top] : [0, 0, 0, 0]
    }
    const paintPath = (fills: boolean, strokes: boolean) => {
      const area = areaOf(pathBox(), this.trim)
      const { fill: colour, overprint, opacity } = state
      if (fills && points.length > 0) this.painted.push({ kind: 'fill', colour, overprint, opacity, area })
      if (strokes && points.length > 0)
        this.painted.push({ kind: 'stroke', colour: state.stroke, width: state.lineWidth * growth(state.matrix), area })
      points = []
    }
    const moveLine = (x: number, y: number) => {
      lineMatrix = times([1, 0, 0, 1, x, y], lineMatrix)
      textMatrix = lineMatrix
    }
    const show = (parts: readonly PdfValue[]) => {
      const { font, size, scale, tracking } = state
      let pen = 0
      let glyphs = 0
      for (const part of parts) {
        if (typeof part === 'number') pen -= (part * size * scale) / 1000
        const bytes = bytesOf(part) ?? ''
        for (let i = 0; i + 1 < bytes.length; i += 2) {
          const code = bytes.charCodeAt(i) * 256 + bytes.charCodeAt(i + 1)
          pen += (((font?.(code) ?? 0) * size) / 1000 + tracking) * scale
          glyphs += 1
        }
      }
      const matrix = times(textMatrix, state.matrix)
      textMatrix = times([1, 0, 0, 1, pen, 0], textMatrix)
      if (glyphs === 0 || state.hidden) return
      this.painted.push({
        kind: 'text',
        size: size * Math.hypot(matrix[2], matrix[3]),
        colour: state.fill,
        overprint: state.overprint,
        keeps: state.keeps,
        area: areaOf(boxAround(matrix, 0, -0.2 * size, pen, 0.95 * size), this.trim),
      })
    }
    const setSpace = (): Colour => startOf(spaceName(document, operands[0] ?? null, resources))
    const operations: Readonly<Record<string, () => void>> = {
      q: () => saved.push(state),
      Q: () => {
        state = saved.pop() ?? state
      },
      cm: () => {
        state = { ...state, matrix: times(matrixOf(), state.matrix) }
      },
      w: () => {
        state = { ...state, lineWidth: value(0) }
      },
      gs: () => {
        const named = document.dictionary(resources.get('ExtGState')).get(nameOf(operands[0]) ?? '')
        state = this.extended(state, document.dictionary(named))
      },
      cs: () => {
        state = { ...state, fill: setSpace() }
      },
      CS: () => {
        state = { ...state, stroke: setSpace() }
      },
      sc: () => {
        state = { ...state, fill: { ...state.fill, values: numbers() } }
      },
      SC: () => {
        state = { ...state, stroke: { ...state.stroke, values: numbers() } }
      },
      m: () => add(value(0), value(1)),
      l: () => add(value(0), value(1)),
      c: () => {
        add(value(0), value(1))
        add(value(2), value(3))
        add(value(4), value(5))
      },
      v: () => {
        add(value(0), value(1))
        add(value(2), value(3))
      },
      re: () => {
        add(value(0), value(1))
        add(value(0) + value(2), value(1))
        add(value(0), value(1) + value(3))
        add(value(0) + value(2), value(1) + value(3))
      },
      n: () => {
        points = []
      },
      BT: () => {
        textMatrix = identity
        lineMatrix = identity
      },
      Tf: () => {
        const font = document.dictionary(document.dictionary(resources.get('Font')).get(nameOf(operands[0]) ?? ''))
        state = { ...state, font: this.widthsFor(font), size: value(1) }
      },
      Tz: () => {
        state = { ...state, scale: value(0) / 100 }
      },
      Tc: () => {
        state = { ...state, tracking: value(0) }
      },
      TL: () => {
        state = { ...state, leading: value(0) }
      },
      // Invisible text (mode 3) is there to be found, not to be printed.
      Tr: () => {
        state = { ...state, hidden: value(0) === 3 }
      },
      Tm: () => {
        lineMatrix = matrixOf()
        textMatrix = lineMatrix
      },
      Td: () => moveLine(value(0), value(1)),
      TD: () => {
        state = { ...state, leading: -value(1) }
        moveLine(value(0), value(1))
      },
      'T*': () => moveLine(0, -state.leading),
      Tj: () => show(operands),
      TJ: () => show(isArray(operands[0]) ? operands[0] : []),
      "'": () => {
        moveLine(0, -state.leading)
        show(operands)
      },
      sh: () => {
        const shading = document.dictionary(document.dictionary(resources.get('Shading')).get(nameOf(operands[0]) ?? ''))
        const space = spaceName(document, document.resolve(shading.get('ColorSpace')), resources)
        this.painted.push({ kind: 'shading', space, area: areaOf(this.trim, this.trim) })
      },
      Do: () => {
        const object = document.dictionary(resources.get('XObject')).get(nameOf(operands[0]) ?? '') ?? null
        const dictionary = document.dictionary(object)
        const kind = nameOf(document.resolve(dictionary.get('Subtype')))
        if (kind === 'Image') this.image(object, dictionary, resources, state)
        if (kind !== 'Form' || depth > 20) return
        const own = document.resolve(dictionary.get('Matrix'))
        const parts = isArray(own) ? own.map((part) => numberOf(part) ?? 0) : []
        const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = parts
        const inner = { ...state, matrix: times([a, b, c, d, e, f], state.matrix) }
        const bytes = document.stream(object)
        const ownResources = document.resolve(dictionary.get('Resources'))
        if (bytes)
          this.run(
            Buffer.from(bytes).toString('latin1'),
            ownResources === null ? resources : document.dictionary(ownResources),
            inner,
            depth + 1,
          )
      },
    }
    const more: Readonly<Record<string, () => void>> = {
      scn: operations.sc ?? (() => undefined),
      SCN: operations.SC ?? (() => undefined),
      y: operations.v ?? (() => undefined),
      S: () => paintPath(false, true),
      s: () => paintPath(false, true),
      f: () => paintPath(true, false),
      F: () => paintPath(true, false),
      'f*': () => paintPath(true, false),
      B: () => paintPath(true, true),
      b: () => paintPath(true, true),
      'B*': () => paintPath(true, true),
      'b*': () => paintPath(true, true),
    }
    while (!reader.ended()) {
      const next = reader.next()
      if (!isOperator(next)) {
        operands.push(next)
        continue
      }
      const { operator } = next
      const fills = fillSpaces.get(operator)
      const strokes = strokeSpaces.get(operator)
      if (fills !== undefined) state = { ...state, fill: { space: fills, values: numbers() } }
      else if (strokes !== undefined) state = { ...state, stroke: { space: strokes, values: numbers() } }
      else (operations[operator] ?? more[operator])?.()
      operands = []
    }
  }
}

/** Everything a page paints, in order, at its places on the trimmed page. */
export const paintedOn = (document: ReadDocument, page: PdfDictionary): readonly Painted[] => {
  const painter = new Painter(document, trimOf(document, page))
  const contents = document.resolve(page.get('Contents'))
  const parts = isArray(contents) ? contents : [page.get('Contents') ?? null]
  const text = parts.map((part) => Buffer.from(document.stream(part) ?? []).toString('latin1')).join('\n')
  painter.run(text, document.dictionary(document.inherited(page, 'Resources')), initial, 0)
  return painter.painted
}
