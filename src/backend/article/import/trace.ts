/** Who did something in a document and when, in milliseconds since 1970; null where it does not say. */
export interface TraceAuthor {
  readonly author: string
  readonly at: number | null
}

/** One contribution to a conversation on the margin. */
export interface MarginMessage extends TraceAuthor {
  readonly text: string
}

/** What was suggested or said in a document that is not its text as it stands. */
export type Trace =
  | (TraceAuthor & {
      /** Around words: they came in or went. At the end of a paragraph: that it ends or no more ends here. In a row: that it came or went. */
      readonly kind: 'insertion' | 'deletion' | 'break' | 'join' | 'rowInserted' | 'rowDeleted'
    })
  | { readonly kind: 'comment'; readonly messages: readonly MarginMessage[]; readonly resolved: boolean }

/**
 * Traces travel through the converter as letters of the text: each has a letter that begins and one that ends it, from the
 * two planes of Unicode that nobody else may use.
 */
const [firstPlane, secondPlane] = [0xf0000, 0x100000]
/** Letters of a plane. */
export const traceLimit = 0xfffd

const letters = /[\u{f0000}-\u{10ffff}]/gu

export const beginSign = (trace: number): string => String.fromCodePoint(firstPlane + trace)
export const endSign = (trace: number): string => String.fromCodePoint(secondPlane + trace)

/** A text without such letters: what a file itself wrote with them means nothing. */
export const withoutSigns = (text: string): string => text.replace(letters, '')

/** A part of a text: words, or the beginning or the end of a trace by its number. */
export type SignedPart = string | { readonly trace: number; readonly begins: boolean }

/** A text in parts, in order; none is an empty string. */
export const splitAtSigns = (text: string): readonly SignedPart[] => {
  const parts: SignedPart[] = []
  let from = 0
  for (const { index, 0: sign } of text.matchAll(letters)) {
    if (index > from) parts.push(text.slice(from, index))
    const code = sign.codePointAt(0) ?? 0
    const begins = code < secondPlane
    parts.push({ trace: code - (begins ? firstPlane : secondPlane), begins })
    from = index + sign.length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

/** One line of text as it would be with every change accepted: for titles and captions, in which nothing is suggested. */
export const acceptedText = (text: string, traces: readonly Trace[]): string => {
  let struck = 0
  const kept: string[] = []
  for (const part of splitAtSigns(text)) {
    if (typeof part === 'string') {
      if (struck === 0) kept.push(part)
    } else if (traces[part.trace]?.kind === 'deletion') struck += part.begins ? 1 : -1
  }
  return kept.join('').replace(/ {2,}/g, ' ').trim()
}
