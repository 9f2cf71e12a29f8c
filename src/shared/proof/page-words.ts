import { isDropCap, type PageDisplay, type PageRole, type TextItem } from '../layout/display.ts'
import type { Place } from './place.ts'

/**
 * The parts of a page whose words are compared for themselves: what is inserted into a story's text is never paired
 * with what was deleted from a caption.
 */
export const textParts = [
  'kicker',
  'headline',
  'deck',
  'byline',
  'text',
  'caption',
  'table',
  'jumpLine',
  'teaser',
  'join',
  'advertMark',
  'furniture',
] as const
export type TextPart = (typeof textParts)[number]

const partOf: Readonly<Record<PageRole, TextPart | null>> = {
  nameplate: 'furniture',
  runningHead: 'furniture',
  folio: 'furniture',
  imprint: 'furniture',
  kicker: 'kicker',
  headline: 'headline',
  deck: 'deck',
  byline: 'byline',
  lead: 'text',
  body: 'text',
  subhead: 'text',
  quote: 'text',
  sidebar: 'text',
  table: 'table',
  teaser: 'teaser',
  join: 'join',
  caption: 'caption',
  credit: 'caption',
  jumpLine: 'jumpLine',
  storyLink: 'jumpLine',
  endMark: null,
  rule: null,
  photo: null,
  advert: 'advertMark',
  advertMark: 'advertMark',
  draft: null,
}

/** Stands among the words of a text where a paragraph ends and another begins. */
export const paragraphMark = '¶'

/** A word as it stands on a page; one that is divided has two places or more. */
export interface PlacedWord {
  readonly text: string
  readonly places: readonly Place[]
}

/** The words of one part of one story, or of the furniture where `article` is null, in reading order. */
export interface WordStream {
  readonly article: string | null
  readonly part: TextPart
  readonly words: readonly PlacedWord[]
}

/** How far letters reach above the baseline and below it, in parts of the size. */
const ascent = 0.78
const descent = 0.22

/** Points by which two pieces of one line may be apart. */
const joint = 1

const goesOnInLine = (before: TextItem, item: TextItem): boolean =>
  isDropCap(before, item) ||
  (Math.abs(before.y - item.y) < 0.01 && Math.abs(item.x - before.x - before.width) < joint + item.size * 0.6)

interface Piece {
  readonly text: string
  readonly place: Place
}

/** The words of one line, or parts of words, with their places. */
const piecesOf = (item: TextItem): readonly Piece[] => {
  const pieces: Piece[] = []
  let text = ''
  let from = 0
  const close = (to: number) => {
    if (text !== '')
      pieces.push({
        text,
        place: {
          x: item.x + from,
          y: item.y - item.size * ascent,
          width: to - from,
          height: item.size * (ascent + descent),
        },
      })
    text = ''
  }
  item.clusters.forEach((cluster, at) => {
    const start = item.xs[at] ?? 0
    if (/^\s+$/u.test(cluster)) close(start)
    else {
      if (text === '') from = start
      text += cluster
    }
  })
  close(item.width)
  return pieces
}

const endsInSpace = (item: TextItem): boolean => /\s$/u.test(item.clusters.at(-1) ?? ' ')
const beginsWithSpace = (item: TextItem): boolean => /^\s/u.test(item.clusters[0] ?? ' ')
const endsInSoftHyphen = (item: TextItem): boolean => item.clusters.at(-1) === '\u00ad'

/**
 * Does the first word of an item go on the last one of the item before it? A line of a story that broke at a space ends
 * in one. Lines of the furniture and cells of a table stand each for itself.
 */
const goesOnInWord = (before: TextItem, item: TextItem): boolean => {
  if (endsInSpace(before) || beginsWithSpace(item)) return false
  if (goesOnInLine(before, item) || endsInSoftHyphen(before)) return true
  return item.tag.article !== null && item.tag.role !== 'table'
}

interface Stream {
  readonly article: string | null
  readonly part: TextPart
  readonly passages: Map<string, TextItem[]>
}

const bare = (text: string): string => text.replaceAll('\u00ad', '')

const wordsOf = (passages: readonly (readonly TextItem[])[]): readonly PlacedWord[] => {
  const words: { text: string; places: Place[] }[] = []
  passages.forEach((items, at) => {
    const end = words.at(-1)?.places.at(-1)
    if (at > 0 && end !== undefined)
      words.push({ text: paragraphMark, places: [{ x: end.x + end.width, y: end.y, width: 0, height: end.height }] })
    let before: TextItem | null = null
    for (const item of items) {
      const goesOn = before !== null && goesOnInWord(before, item)
      piecesOf(item).forEach(({ text, place }, index) => {
        const last = words.at(-1)
        if (index === 0 && goesOn && last !== undefined) {
          last.text += text
          last.places.push(place)
        } else words.push({ text, places: [place] })
      })
      before = item
    }
  })
  return words.map(({ text, places }) => ({ text: bare(text), places })).filter(({ text }) => text !== '')
}

/**
 * Everything that can be read on a page as words with their places, story by story and part by part. Words that the
 * setting divides are whole again, and how the spaces between them are set is of no account.
 */
export const pageWords = (page: PageDisplay): readonly WordStream[] => {
  const streams = new Map<string, Stream>()
  for (const item of page.items) {
    const part = partOf[item.tag.role]
    if (item.kind !== 'text' || part === null) continue
    const { article, block, role } = item.tag
    const name = `${part} ${article ?? ''}`
    const stream = streams.get(name) ?? { article, part, passages: new Map() }
    streams.set(name, stream)
    const passage = `${block} ${role}`
    const items = stream.passages.get(passage) ?? []
    stream.passages.set(passage, items)
    items.push(item)
  }
  return [...streams.values()].map(({ article, part, passages }) => ({
    article,
    part,
    words: wordsOf([...passages.values()].sort((a, b) => (a[0]?.tag.block ?? 0) - (b[0]?.tag.block ?? 0))),
  }))
}
