/** Words with their emphasis and where they lead. */
export interface MarkupRun {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly href: string | null
}

/** A line of a post; `tight` follows the line before it without a blank one. */
export interface MarkupLine {
  readonly runs: readonly MarkupRun[]
  readonly quote: boolean
  readonly tight: boolean
}

/** The sign that would be read as markup gets a backslash before it; at the ends of a run it could meet its like. */
const guarded = (text: string): string => text.replace(/[\\[\]]|^[*_]|[*_]$|\*(?=\*)|(?<=\*)\*|_(?=_)|(?<=_)_/g, '\\$&')

const addressOf = (href: string): string => href.replaceAll('(', '%28').replaceAll(')', '%29').replace(/\s/g, '%20')

const markedRun = ({ text, bold, italic }: MarkupRun): string => {
  const inner = italic ? `__${guarded(text)}__` : guarded(text)
  return bold ? `**${inner}**` : inner
}

/** Runs that follow one another in one style are one. */
const joined = (runs: readonly MarkupRun[]): readonly MarkupRun[] => {
  const all: MarkupRun[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (run.text === '') continue
    if (last && last.bold === run.bold && last.italic === run.italic && last.href === run.href)
      all.splice(-1, 1, { ...last, text: last.text + run.text })
    else all.push(run)
  }
  return all
}

const writeLine = ({ runs, quote }: MarkupLine): string => {
  let text = ''
  let href: string | null = null
  for (const run of joined(runs)) {
    if (run.href !== href) {
      if (href !== null) text += `](${addressOf(href)})`
      if (run.href !== null) text += '['
      href = run.href
    }
    text += markedRun(run)
  }
  if (href !== null) text += `](${addressOf(href)})`
  const safe = text.startsWith('>') ? `\\${text}` : text
  return quote ? `> ${safe}` : safe
}

/** Lines as a person writes them: «**жирный**», «__курсив__», «[слова](https://адрес)», «> цитата»; a blank line between paragraphs. */
export const writeMarkup = (lines: readonly MarkupLine[]): string =>
  lines.map((line, at) => `${at === 0 ? '' : line.tight ? '\n' : '\n\n'}${writeLine(line)}`).join('')

const linkEnd = /^\]\((https?:\/\/[^\s()]+)\)/

/** Where the words of a link that begins here end; null when it is none. */
const linkAt = (text: string, from: number): { readonly words: string; readonly href: string; readonly end: number } | null => {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text[at] === '[') return null
    else if (text[at] === ']') {
      const found = linkEnd.exec(text.slice(at))
      const href = found?.[1]
      return found && href !== undefined ? { words: text.slice(from + 1, at), href, end: at + found[0].length } : null
    }
  }
  return null
}

const closes = (text: string, sign: string, from: number): boolean => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1
    else if (text.startsWith(sign, at)) return true
  }
  return false
}

type Style = Omit<MarkupRun, 'text'>

const readRuns = (text: string, outside: Style): readonly MarkupRun[] => {
  const runs: MarkupRun[] = []
  let style = outside
  const take = (words: string) => runs.push({ ...style, text: words })
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at, at + 2)
    if (rest[0] === '\\' && /^[\\*_[\]>]$/.test(rest[1] ?? '')) {
      take(rest[1] ?? '')
      at += 1
      continue
    }
    const kind = rest === '**' ? 'bold' : rest === '__' ? 'italic' : null
    // A sign without its counterpart is a sign.
    if (kind !== null && (style[kind] !== outside[kind] || closes(text, rest, at + 2))) {
      style = { ...style, [kind]: !style[kind] }
      at += 1
      continue
    }
    const link = rest[0] === '[' && style.href === null ? linkAt(text, at) : null
    if (link) {
      runs.push(...readRuns(link.words, { ...style, href: link.href }))
      at = link.end - 1
    } else take(text[at] ?? '')
  }
  return joined(runs)
}

const plainStyle: Style = { bold: false, italic: false, href: null }

/** Reads what `writeMarkup` writes. Every character that is no markup stays; there is no wrong markup. */
export const readMarkup = (text: string): readonly MarkupLine[] => {
  const lines: MarkupLine[] = []
  let tight = false
  for (const written of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (written.trim() === '') {
      tight = false
      continue
    }
    const quote = /^>\s/.test(written)
    lines.push({ runs: readRuns(quote ? written.slice(2) : written, plainStyle), quote, tight: tight && lines.length > 0 })
    tight = true
  }
  return lines
}
