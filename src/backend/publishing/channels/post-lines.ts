/** Formatting that posts use, outermost first; the tags of Telegram's HTML mode. */
const textTags = ['b', 'i'] as const
export type TextTag = (typeof textTags)[number]

export interface Run {
  readonly text: string
  readonly tags: readonly TextTag[]
  /** Target of a link; null when it is none. */
  readonly href: string | null
}

/** One line of a post: a paragraph of the article or a line of its head or foot. */
export interface Line {
  readonly runs: readonly Run[]
  readonly quote: boolean
  /** Follows the line before it without a blank line. */
  readonly tight: boolean
}

/** Escapes the four characters that Telegram's HTML mode needs escaped; it knows no other named entities. */
const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const separator = (line: Line): string => (line.tight ? '\n' : '\n\n')

/** Length of a line in UTF-16 code units after entities are parsed: what Telegram counts. */
const lineLength = (line: Line): number => line.runs.reduce((sum, run) => sum + run.text.length, 0)

/** Length of a post made of these lines, in the same units. */
export const textLength = (lines: readonly Line[]): number =>
  lines.reduce((sum, line, i) => sum + lineLength(line) + (i === 0 ? 0 : separator(line).length), 0)

const runHtml = ({ text, tags, href }: Run): string => {
  const marked = textTags
    .filter((tag) => tags.includes(tag))
    .reduceRight((html, tag) => `<${tag}>${html}</${tag}>`, escapeHtml(text))
  return href === null ? marked : `<a href="${escapeHtml(href)}">${marked}</a>`
}

/** The post as HTML of the few tags and entities that Telegram's HTML mode knows; other networks get its plain text. */
export const toHtml = (lines: readonly Line[]): string =>
  lines
    .map((line, i) => {
      const html = line.runs.map(runHtml).join('')
      return `${i === 0 ? '' : separator(line)}${line.quote ? `<blockquote>${html}</blockquote>` : html}`
    })
    .join('')

/** The beginning of a line, `length` units long. */
const startOf = (line: Line, length: number): Line => {
  const runs: Run[] = []
  let left = length
  for (const run of line.runs) {
    if (left <= 0) break
    runs.push({ ...run, text: run.text.slice(0, left) })
    left -= run.text.length
  }
  return { ...line, runs }
}

/** Where to cut a text so that at most `limit` units stay: after a sentence, else after a word; 0 when neither fits. */
const cutPoint = (text: string, limit: number): { at: number; whole: boolean } => {
  const room = text.slice(0, limit + 1)
  const sentences = [...room.matchAll(/[.!?…]["»)]*(?=\s)/g)].map((match) => match.index + match[0].length)
  const sentence = sentences.at(-1) ?? 0
  if (sentence > limit / 3) return { at: sentence, whole: true }
  const word = room.slice(0, limit).search(/\s+\S*$/)
  return { at: Math.max(word, 0), whole: false }
}

/**
 * The longest beginning of a post that takes at most `limit` units: whole lines, then as much of the next one as ends
 * with a sentence or, with «…», a word.
 */
export const shorten = (lines: readonly Line[], limit: number): readonly Line[] => {
  const kept: Line[] = []
  for (const line of lines) {
    if (textLength([...kept, line]) <= limit) {
      kept.push(line)
      continue
    }
    const before = kept.length === 0 ? 0 : textLength(kept) + separator(line).length
    const room = limit - before - 1
    if (room < 1) break
    const text = line.runs.map((run) => run.text).join('')
    const { at, whole } = cutPoint(text, room)
    if (at > 0) {
      const start = startOf(line, at)
      kept.push(whole ? start : { ...start, runs: [...start.runs, { text: '…', tags: [], href: null }] })
    } else if (kept.length === 0) {
      // One unbroken word fills the post: cut between whole characters, never inside a surrogate pair.
      const end = /[\uD800-\uDBFF]$/.test(text.slice(0, room)) ? room - 1 : room
      kept.push({ ...startOf(line, end), runs: [...startOf(line, end).runs, { text: '…', tags: [], href: null }] })
    }
    break
  }
  return kept
}
