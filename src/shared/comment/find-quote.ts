import type { CommentAnchor } from './comment.ts'

/** How many letters at the end of one text are the end of another, too. */
const commonEnd = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1
  return length
}

const commonStart = (one: string, other: string): number => {
  let length = 0
  while (length < one.length && length < other.length && one[length] === other[length]) length += 1
  return length
}

/**
 * Where the words of an anchor stand in a text, as an offset in UTF-16 units; of several places the one whose
 * surroundings are most like the remembered ones. Null where they stand nowhere.
 */
export const findQuote = (
  text: string,
  { quote, before, after }: Pick<CommentAnchor, 'quote' | 'before' | 'after'>,
): number | null => {
  let best: { readonly at: number; readonly likeness: number } | null = null
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const behind = at + quote.length
    const likeness = commonEnd(text.slice(Math.max(0, at - before.length), at), before) + commonStart(text.slice(behind), after)
    if (!best || likeness > best.likeness) best = { at, likeness }
  }
  return best?.at ?? null
}
