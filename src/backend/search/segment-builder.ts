import type { ArticleContent, Block } from '../../shared/article/content.ts'
import { textOf } from '../../shared/article/content.ts'
import { type ByteWriter, byteWriter, writePosting } from './postings.ts'
import type { IndexedArticle, Segment } from './segment.ts'
import { numbered, stemLength, wordsOf } from './words.ts'

/** How much a word counts by where it stands (rule F5). */
const weights = { headline: 8, rubric: 5, byline: 5, kicker: 4, deck: 3, body: 1 } as const

/** What is written beside an inset. */
const besideOf = (block: Block): readonly string[] => {
  if (block.type === 'photo') return [block.attrs.credit, block.attrs.alternative]
  return block.type === 'attachment' ? [block.attrs.name] : []
}

/** The texts of an article with the weight of their words, each one a place that a phrase does not cross. */
const partsOf = (content: ArticleContent): readonly { readonly text: string; readonly weight: number }[] => [
  { text: content.headline, weight: weights.headline },
  { text: content.rubric, weight: weights.rubric },
  { text: content.byline, weight: weights.byline },
  { text: content.kicker, weight: weights.kicker },
  { text: content.deck, weight: weights.deck },
  ...content.body.flatMap((block) => [
    { text: textOf(block.content), weight: weights.body },
    ...besideOf(block).map((text) => ({ text, weight: weights.body })),
  ]),
]

interface FormInArticle {
  weight: number
  readonly places: number[]
}

interface FormInSegment {
  last: number
  readonly postings: ByteWriter
  readonly positions: ByteWriter
}

/** Takes articles in one by one and makes a segment of them. */
export interface SegmentBuilder {
  readonly size: () => number
  add(id: string, hash: string, content: ArticleContent): void
  build(): Segment
}

/** Joins what was written for each form, in the order of the forms, to the parts of a segment. */
export interface SegmentWriter {
  add(form: string, stem: number, postings: Uint8Array, positions: Uint8Array): void
  finish(articles: readonly IndexedArticle[]): Segment
}

const joined = (parts: readonly Uint8Array[], length: number): Uint8Array => {
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

export const segmentWriter = (): SegmentWriter => {
  const forms: string[] = []
  const stems: number[] = []
  const formStarts = [0]
  const postingStarts = [0]
  const positionStarts = [0]
  const postings: Uint8Array[] = []
  const positions: Uint8Array[] = []
  const last = (starts: readonly number[]) => starts.at(-1) ?? 0
  return {
    add: (form, stem, formPostings, formPositions) => {
      forms.push(form)
      stems.push(stem)
      postings.push(formPostings)
      positions.push(formPositions)
      formStarts.push(last(formStarts) + form.length)
      postingStarts.push(last(postingStarts) + formPostings.length)
      positionStarts.push(last(positionStarts) + formPositions.length)
    },
    finish: (articles) => ({
      articles,
      forms: forms.join(''),
      formStarts: Uint32Array.from(formStarts),
      stemLengths: Uint8Array.from(stems),
      postings: joined(postings, last(postingStarts)),
      postingStarts: Uint32Array.from(postingStarts),
      positions: joined(positions, last(positionStarts)),
      positionStarts: Uint32Array.from(positionStarts),
    }),
  }
}

export const segmentBuilder = (): SegmentBuilder => {
  const articles: IndexedArticle[] = []
  const forms = new Map<string, FormInSegment>()

  const put = (form: string, article: number, { weight, places }: FormInArticle): void => {
    let written = forms.get(form)
    if (!written) {
      written = { last: -1, postings: byteWriter(8), positions: byteWriter(8) }
      forms.set(form, written)
    }
    writePosting(written.postings, written.positions, written.last, article, weight, places)
    written.last = article
  }

  return {
    size: () => articles.length,
    add: (id, hash, content) => {
      const found = new Map<string, FormInArticle>()
      const note = (form: string, weight: number, place: number): void => {
        const known = found.get(form)
        if (!known) {
          found.set(form, { weight, places: [place] })
          return
        }
        known.weight += weight
        known.places.push(place)
      }
      let place = 0
      let length = 0
      for (const { text, weight } of partsOf(content)) {
        for (const word of wordsOf(text)) {
          note(word.form, weight, place)
          if (word.sign !== null) note(numbered(word.form), weight, place)
          place += 1
          length += 1
        }
        // A gap, so that no phrase reaches from one part into the next.
        place += 1
      }
      const article = articles.length
      articles.push({ id, hash, length })
      for (const [form, inArticle] of found) put(form, article, inArticle)
    },
    build: () => {
      const writer = segmentWriter()
      for (const form of [...forms.keys()].sort()) {
        const written = forms.get(form)
        if (written) writer.add(form, stemLength(form), written.postings.bytes(), written.positions.bytes())
      }
      return writer.finish(articles)
    },
  }
}
