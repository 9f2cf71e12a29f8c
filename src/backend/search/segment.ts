/** An article as a segment knows it. */
export interface IndexedArticle {
  readonly id: string
  /** Hash of the content it was indexed at. */
  readonly hash: string
  /** Words in it. */
  readonly length: number
}

/**
 * A part of the index, never changed once it is made. Forms are sorted; every form has its postings (which articles,
 * how heavily) and its positions. The layout of both is that of `postings.ts`.
 */
export interface Segment {
  readonly articles: readonly IndexedArticle[]
  /** All forms one after another; form `i` is `[formStarts[i], formStarts[i + 1])`. */
  readonly forms: string
  readonly formStarts: Uint32Array
  readonly stemLengths: Uint8Array
  readonly postings: Uint8Array
  readonly postingStarts: Uint32Array
  readonly positions: Uint8Array
  readonly positionStarts: Uint32Array
}

export const formCount = ({ stemLengths }: Segment): number => stemLengths.length

export const formAt = ({ forms, formStarts }: Segment, at: number): string => forms.slice(formStarts[at], formStarts[at + 1])

/** The first form that is not before `text`. */
const lowerBound = (segment: Segment, text: string): number => {
  let low = 0
  let high = formCount(segment)
  while (low < high) {
    const middle = (low + high) >>> 1
    if (formAt(segment, middle) < text) low = middle + 1
    else high = middle
  }
  return low
}

/** The forms that begin with `beginning`: `[from, to)`. */
const formsFrom = (segment: Segment, beginning: string): readonly [number, number] => [
  lowerBound(segment, beginning),
  lowerBound(segment, `${beginning}\uFFFF`),
]

/** Where a form stands, or null. */
export const findForm = (segment: Segment, form: string): number | null => {
  const at = lowerBound(segment, form)
  return at < formCount(segment) && formAt(segment, at) === form ? at : null
}

/** The forms that begin with `beginning`. */
export const formsBeginning = (segment: Segment, beginning: string): readonly number[] => {
  const [from, to] = formsFrom(segment, beginning)
  return Array.from({ length: to - from }, (_, i) => from + i)
}

/** The forms that have this very stem. */
export const formsOfStem = (segment: Segment, stem: string): readonly number[] => {
  const [from, to] = formsFrom(segment, stem)
  const found: number[] = []
  for (let at = from; at < to; at += 1) if (segment.stemLengths[at] === stem.length) found.push(at)
  return found
}
