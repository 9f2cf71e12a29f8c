import type { Term } from './query.ts'
import { findForm, formsBeginning, formsOfStem, type Segment } from './segment.ts'

/** How heavily each article of a segment has a term; 0 where it has not. */
export type Weights = Uint16Array

const heaviest = 0xffff

/**
 * Adds what a form has to the weights. This and `placesOf` are the inner loops of searching: they read the numbers of
 * `postings.ts` in place, for a function call a number would double their time.
 */
const addForm = ({ postings, postingStarts }: Segment, form: number, weights: Weights): void => {
  const end = postingStarts[form + 1] ?? 0
  let at = postingStarts[form] ?? 0
  let article = -1
  while (at < end) {
    let byte = postings[at++] ?? 0
    let step = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] ?? 0
      step |= (byte & 127) << shift
    }
    article += step >>> 1
    let weight = 1
    if ((step & 1) === 0) {
      byte = postings[at++] ?? 0
      weight = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = postings[at++] ?? 0
        weight |= (byte & 127) << shift
      }
    }
    const sum = (weights[article] ?? 0) + weight
    weights[article] = sum > heaviest ? heaviest : sum
  }
}

/** Where a phrase, as far as it was followed, ends in each article. */
interface Places {
  /** Articles in order, and where the places of each begin in `places`; one more start at the end. */
  readonly articles: Uint32Array
  readonly starts: Uint32Array
  readonly places: Uint32Array
  readonly weights: Uint32Array
  readonly count: number
}

/** The places of one form; with `before`, only those right after a place that `before` has. */
const placesOf = (segment: Segment, form: number, before: Places | null): Places => {
  const { postings, positions } = segment
  const end = segment.postingStarts[form + 1] ?? 0
  let at = segment.postingStarts[form] ?? 0
  let positionAt = segment.positionStarts[form] ?? 0
  const most = end - at
  const articles = new Uint32Array(most)
  const weights = new Uint32Array(most)
  const starts = new Uint32Array(most + 1)
  const places = new Uint32Array((segment.positionStarts[form + 1] ?? 0) - positionAt)
  let count = 0
  let placeCount = 0
  let article = -1
  let beforeAt = 0
  while (at < end) {
    let byte = postings[at++] ?? 0
    let step = byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[at++] ?? 0
      step |= (byte & 127) << shift
    }
    article += step >>> 1
    let weight = 1
    let left = 1
    if ((step & 1) === 0) {
      byte = postings[at++] ?? 0
      weight = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = postings[at++] ?? 0
        weight |= (byte & 127) << shift
      }
      byte = positions[positionAt++] ?? 0
      left = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[positionAt++] ?? 0
        left |= (byte & 127) << shift
      }
    }
    // The places of `before` in this article: two pointers that only go forward.
    let near = 0
    let nearEnd = 0
    if (before !== null) {
      while (beforeAt < before.count && (before.articles[beforeAt] ?? 0) < article) beforeAt += 1
      if (beforeAt < before.count && before.articles[beforeAt] === article) {
        near = before.starts[beforeAt] ?? 0
        nearEnd = before.starts[beforeAt + 1] ?? 0
      }
    }
    const first = placeCount
    let place = 0
    for (; left > 0; left -= 1) {
      byte = positions[positionAt++] ?? 0
      let distance = byte & 127
      for (let shift = 7; byte > 127; shift += 7) {
        byte = positions[positionAt++] ?? 0
        distance |= (byte & 127) << shift
      }
      place += distance
      if (before !== null) {
        while (near < nearEnd && (before.places[near] ?? 0) < place - 1) near += 1
        if (near === nearEnd || before.places[near] !== place - 1) continue
      }
      places[placeCount++] = place
    }
    if (placeCount === first) continue
    articles[count] = article
    starts[count] = first
    const weightBefore = before === null ? weight : (before.weights[beforeAt] ?? weight)
    weights[count] = weight < weightBefore ? weight : weightBefore
    count += 1
    starts[count] = placeCount
  }
  return { articles, starts, places, weights, count }
}

const addPhrase = (segment: Segment, phrase: readonly string[], weights: Weights): void => {
  const forms: number[] = []
  for (const text of phrase) {
    const form = findForm(segment, text)
    if (form === null) return
    forms.push(form)
  }
  let found: Places | null = null
  for (const form of forms) found = placesOf(segment, form, found)
  if (found === null) return
  for (let i = 0; i < found.count; i += 1) weights[found.articles[i] ?? 0] = Math.min(heaviest, found.weights[i] ?? 0)
}

/** How heavily each article of a segment has a term: all forms of its word together, or the phrase. */
export const weigh = (segment: Segment, term: Term): Weights => {
  const weights = new Uint16Array(segment.articles.length)
  if (term.kind === 'phrase') {
    addPhrase(segment, term.forms, weights)
    return weights
  }
  const forms = new Set(formsOfStem(segment, term.stem))
  if (term.unfinished) for (const form of formsBeginning(segment, term.form)) forms.add(form)
  for (const form of forms) addForm(segment, form, weights)
  return weights
}
