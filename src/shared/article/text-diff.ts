/** One replacement in a text: from `index`, `removed` UTF-16 units give way to `inserted`. */
export interface TextChange {
  readonly index: number
  readonly removed: number
  readonly inserted: string
}

const splitsPair = (text: string, at: number): boolean => {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/**
 * The smallest single replacement that turns one text into another; null when they are equal. `caret` is where the
 * caret stands in the new text: among equal repetitions («лл» → «л») it says which one was typed or deleted. A pair of
 * surrogates is never cut, since the halves could not be stored.
 */
export const findChange = (before: string, after: string, caret: number | null): TextChange | null => {
  if (before === after) return null
  const shorter = Math.min(before.length, after.length)
  // What stands behind the caret was not touched, so the equal ending is looked for first and only so far.
  const behind = caret === null ? 0 : Math.min(shorter, Math.max(0, after.length - caret))
  let end = 0
  const sameEnd = () => before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  while (end < behind && sameEnd()) end += 1
  let start = 0
  while (start < shorter - end && before.charCodeAt(start) === after.charCodeAt(start)) start += 1
  while (end < shorter - start && sameEnd()) end += 1
  while (start > 0 && (splitsPair(before, start) || splitsPair(after, start))) start -= 1
  while (end > 0 && (splitsPair(before, before.length - end) || splitsPair(after, after.length - end))) end -= 1
  return { index: start, removed: before.length - start - end, inserted: after.slice(start, after.length - end) }
}

/** Where a caret goes when the text around it is changed by somebody else: text typed exactly at it stays behind it. */
export const moveCaret = (caret: number, change: TextChange): number => {
  if (caret <= change.index) return caret
  if (caret >= change.index + change.removed) return caret - change.removed + change.inserted.length
  return change.index + change.inserted.length
}

/** A title is one line: line breaks of pasted text become spaces. */
export const toSingleLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ')
