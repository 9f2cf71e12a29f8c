import { byteWriter, readNumber, readPlaces, writePosting } from './postings.ts'
import { formAt, formCount, type IndexedArticle, type Segment } from './segment.ts'
import { segmentWriter } from './segment-builder.ts'

/** A segment to merge, and which of its articles are still of use. */
export interface MergePart {
  readonly segment: Segment
  readonly alive: Uint8Array
}

interface Source {
  readonly segment: Segment
  /** The new number of each article; -1 for those left out. */
  readonly numbers: Int32Array
  /** The form that comes next, and its text; null at the end. */
  next: number
  form: string | null
}

const advance = (source: Source): void => {
  source.next += 1
  source.form = source.next < formCount(source.segment) ? formAt(source.segment, source.next) : null
}

/** After this many postings the merging pauses: a millisecond or so. */
const postingsAPause = 20_000

/** One segment out of several; pauses every millisecond or so, for whoever drives it to let other work through. */
export function* mergeSegments(parts: readonly MergePart[]): Generator<undefined, Segment> {
  const articles: IndexedArticle[] = []
  const sources = parts.map(({ segment, alive }): Source => {
    const numbers = Int32Array.from(segment.articles, (article, i) => (alive[i] ? articles.push(article) - 1 : -1))
    return { segment, numbers, next: 0, form: formCount(segment) > 0 ? formAt(segment, 0) : null }
  })
  const writer = segmentWriter()
  const places: number[] = []
  let since = 0
  for (;;) {
    let form: string | null = null
    for (const source of sources) if (source.form !== null && (form === null || source.form < form)) form = source.form
    if (form === null) break
    const postings = byteWriter()
    const positions = byteWriter()
    let last = -1
    let stem = form.length
    for (const source of sources) {
      if (source.form !== form) continue
      const { segment, next } = source
      stem = segment.stemLengths[next] ?? stem
      const from = { bytes: segment.postings, at: segment.postingStarts[next] ?? 0 }
      const fromPositions = { bytes: segment.positions, at: segment.positionStarts[next] ?? 0 }
      const end = segment.postingStarts[next + 1] ?? 0
      for (let article = -1; from.at < end; ) {
        const step = readNumber(from)
        article += step >>> 1
        const single = (step & 1) === 1
        const weight = single ? 1 : readNumber(from)
        readPlaces(fromPositions, single, places)
        since += 1
        const number = source.numbers[article] ?? -1
        if (number < 0) continue
        writePosting(postings, positions, last, number, weight, places)
        last = number
      }
      advance(source)
    }
    if (last >= 0) writer.add(form, stem, postings.bytes(), positions.bytes())
    since += 20
    if (since < postingsAPause) continue
    since = 0
    yield
  }
  return writer.finish(articles)
}
