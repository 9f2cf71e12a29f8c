import type { PageDisplay } from '../layout/display.ts'
import { compareFrames, type Frame } from './frames.ts'
import type { PageChange } from './page-change.ts'
import { type PlacedWord, pageWords, type TextPart, type WordStream } from './page-words.ts'
import { around, type Place } from './place.ts'
import { diffWords, type WordChange } from './word-diff.ts'

/** Unchanged words on each side that a change is recognised by. */
const contextWords = 3

interface TextPair {
  readonly article: string | null
  readonly part: TextPart
  readonly before: readonly PlacedWord[]
  readonly after: readonly PlacedWord[]
}

const joined = (words: readonly PlacedWord[]): string => words.map(({ text }) => text).join(' ')

const placesOf = (words: readonly PlacedWord[]): Place[] => words.flatMap(({ places }) => places)

/** The place between two words: behind the one before it, or in front of the one after it where it begins the text. */
const gap = (words: readonly PlacedWord[], at: number): Place[] => {
  const before = words[at - 1]?.places.at(-1)
  if (before !== undefined) return [{ x: before.x + before.width, y: before.y, width: 0, height: before.height }]
  const after = words[at]?.places[0]
  return after === undefined ? [] : [{ x: after.x, y: after.y, width: 0, height: after.height }]
}

const placesIn = (words: readonly PlacedWord[], { from, to }: WordChange['before']): Place[] =>
  to > from ? placesOf(words.slice(from, to)) : gap(words, from)

/** Where a story's text on a page may be cut off by the edges of that page. */
interface Edges {
  readonly begins: boolean
  readonly ends: boolean
}

/** Does a story come from an earlier page, and does its text go on beyond this one or want room? */
const edgesOf = (page: PageDisplay, article: string): Edges => {
  const blocks = (role: string) =>
    page.items.flatMap((item) => (item.tag.article === article && item.tag.role === role ? [item.tag.block] : []))
  const firstText = Math.min(...blocks('lead'), ...blocks('body'), ...blocks('subhead'), ...blocks('quote'))
  const zone = page.zones.find((each) => each.article === article)
  return {
    begins: blocks('jumpLine').some((block) => block < firstText),
    ends: zone !== undefined && (zone.overset === null || zone.overset > 0),
  }
}

/** Is the text cut by an edge of the page there, so that the words only went to the next page or came from it? */
const isFlow = ({ before, after }: WordChange, pair: TextPair, old: Edges, now: Edges): boolean => {
  if (pair.part !== 'text') return false
  const [left, came] = [before.to - before.from, after.to - after.from]
  if (left > 0 && came > 0) return false
  if (left > 0) return (now.ends && after.to === pair.after.length) || (now.begins && after.from === 0)
  return (old.ends && before.to === pair.before.length) || (old.begins && before.from === 0)
}

const compareText = (pair: TextPair, old: PageDisplay, now: PageDisplay): readonly PageChange[] => {
  const { article, part, before, after } = pair
  const changes = diffWords(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  if (changes.length === 0) return []
  const whole = { begins: false, ends: false }
  const [oldEdges, nowEdges] = article === null ? [whole, whole] : [edgesOf(old, article), edgesOf(now, article)]
  return changes.map((change) => {
    const { from, to } = change.before
    const isInserted = to === from
    const isDeleted = change.after.to === change.after.from
    const kind = isInserted ? 'inserted' : isDeleted ? 'deleted' : 'replaced'
    return {
      kind: isFlow(change, pair, oldEdges, nowEdges) ? 'flowed' : kind,
      ...{ part, article },
      before: joined(before.slice(from, to)),
      after: joined(after.slice(change.after.from, change.after.to)),
      lead: joined(before.slice(Math.max(0, from - contextWords), from)),
      tail: joined(before.slice(to, to + contextWords)),
      beforePlaces: placesIn(before, change.before),
      afterPlaces: placesIn(after, change.after),
    }
  })
}

const nameOf = ({ article, part }: WordStream): string => `${part} ${article ?? ''}`

/** The stories that stand on a page, in reading order. */
const storiesOn = (page: PageDisplay): readonly string[] => [
  ...new Set([
    ...page.zones.map(({ article }) => article),
    ...page.items.flatMap(({ tag }) => (tag.article === null || tag.role === 'teaser' ? [] : [tag.article])),
  ]),
]

/** What a story is called on the page, and where it stands. */
const storyOn = (page: PageDisplay, streams: readonly WordStream[], article: string) => {
  const own = streams.filter((stream) => stream.article === article)
  const headline = own.find(({ part }) => part === 'headline') ?? own.find(({ part }) => part === 'text')
  const zone = page.zones.find((each) => each.article === article)
  const place =
    zone === undefined
      ? around(own.flatMap(({ words }) => placesOf(words)))
      : { x: zone.x, y: zone.y, width: zone.width, height: zone.height }
  return { title: joined(headline?.words.slice(0, 12) ?? []), places: place === null ? [] : [place] }
}

const wholeStory = (kind: 'came' | 'left', article: string, { title, places }: ReturnType<typeof storyOn>): PageChange => ({
  ...{ kind, part: 'story', article, lead: '', tail: '' },
  before: kind === 'left' ? title : '',
  after: kind === 'came' ? title : '',
  beforePlaces: kind === 'left' ? places : [],
  afterPlaces: kind === 'came' ? places : [],
})

const frameName = (frame: Frame | null): string => (frame === null ? '' : frame.alternative || frame.media)
const framePlaces = (frame: Frame | null): Place[] =>
  frame === null ? [] : [{ x: frame.x, y: frame.y, width: frame.width, height: frame.height }]

/**
 * What differs between two states of a page, story by story and from top to bottom: words, pictures, stories, adverts.
 * Where a line stands and how it is broken is no difference. Every word that is on one of them only is in exactly one
 * change; those of a story that came or left are in the change that says so.
 */
export const comparePages = (before: PageDisplay, after: PageDisplay): readonly PageChange[] => {
  const [oldStreams, nowStreams] = [pageWords(before), pageWords(after)]
  const [oldStories, nowStories] = [storiesOn(before), storiesOn(after)]
  const came = nowStories.filter((article) => !oldStories.includes(article))
  const left = oldStories.filter((article) => !nowStories.includes(article))
  const isWhole = (article: string | null): boolean => article !== null && (came.includes(article) || left.includes(article))
  const names = new Map([...nowStreams, ...oldStreams].map((stream) => [nameOf(stream), stream]))
  const wordsIn = (streams: readonly WordStream[], name: string) => streams.find((each) => nameOf(each) === name)?.words ?? []
  const texts = [...names]
    .filter(([, { article }]) => !isWhole(article))
    .flatMap(([name, { article, part }]) =>
      compareText({ article, part, before: wordsIn(oldStreams, name), after: wordsIn(nowStreams, name) }, before, after),
    )
  const frames = compareFrames(before, after)
    .filter((change) => !isWhole((change.after ?? change.before)?.article ?? null))
    .map(
      (change): PageChange => ({
        kind: change.kind,
        part: (change.after ?? change.before)?.article === null ? 'advert' : 'photo',
        article: (change.after ?? change.before)?.article ?? null,
        ...{ before: frameName(change.before), after: frameName(change.after), lead: '', tail: '' },
        ...{ beforePlaces: framePlaces(change.before), afterPlaces: framePlaces(change.after) },
      }),
    )
  const stories = [
    ...left.map((article) => wholeStory('left', article, storyOn(before, oldStreams, article))),
    ...came.map((article) => wholeStory('came', article, storyOn(after, nowStreams, article))),
  ]
  const order = [...new Set<string | null>([...nowStories, ...oldStories, null])]
  return [...stories, ...texts, ...frames].sort((a, b) => order.indexOf(a.article) - order.indexOf(b.article))
}
