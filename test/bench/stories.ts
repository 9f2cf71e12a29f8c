import { type ArticleContent, emptyContent, textOf } from '../../src/shared/article/content.ts'

/** A generator of numbers in [0, 1) that gives the same row for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed >>> 0 || 1
  return () => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state / 4294967296
  }
}

const sentencesOf = (contents: readonly ArticleContent[]): readonly string[] =>
  contents
    .flatMap((content) => content.body.filter((block) => block.type === 'paragraph').map((block) => textOf(block.content)))
    .flatMap((text) => text.match(/[^.!?]+[.!?]»?/g) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 30)

/** Stories of about `characters` each, put together from the sentences of real ones in a seeded order. */
export const benchStories = (
  from: readonly ArticleContent[],
  count: number,
  characters: number,
  seed: number,
): ArticleContent[] => {
  const next = seeded(seed)
  const sentences = sentencesOf(from)
  const sentence = () => sentences[Math.floor(next() * sentences.length)] ?? ''
  return Array.from({ length: count }, (_, i) => {
    const body: ArticleContent['body'] = []
    for (let length = 0; length < characters; ) {
      const text = Array.from({ length: 2 + Math.floor(next() * 4) }, sentence).join(' ')
      body.push({ type: 'paragraph', attrs: { kind: 'paragraph', medium: 'everywhere' }, content: [{ type: 'text', text }] })
      length += text.length
    }
    const headline = sentence().split(/[ ,]+/).slice(0, 6).join(' ')
    return { ...emptyContent, headline: `${headline} ${i + 1}`, byline: 'Собственный корреспондент', body }
  })
}
