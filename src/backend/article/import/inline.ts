import type { TextNode } from '../../../shared/article/content.ts'
import { textSchema } from '../../../shared/article/text-schema.ts'

type Mark = NonNullable<TextNode['marks']>[number]
type Delimiter = '**' | '*' | '__' | '_'

/** A piece of the source: text, or a sign that may open or close something. */
interface Token {
  readonly text: string
  readonly sign: Delimiter | '[' | 'link' | null
  readonly href: string
  readonly opens: boolean
  readonly closes: boolean
}

const safeAddress = /^(?:https?:\/\/|mailto:|tel:)\S+$/i
const linkEnd = /\]\(\s*<?((?:[^\s()<>]|\([^\s()<>]*\))+)>?\s*\)/y
const escaped = /\\([!-/:-@[-`{-~])/y
const wordCharacter = /[\p{L}\p{N}]/u

const plain = (text: string): Token => ({ text, sign: null, href: '', opens: false, closes: false })

/** What a run of one character may mean; of three, the pair is outside. More than three are a decoration. */
const signsOf = (run: string, opens: boolean): readonly Delimiter[] => {
  const [one, two] = run.startsWith('*') ? (['*', '**'] as const) : (['_', '__'] as const)
  if (run.length === 3) return opens ? [two, one] : [one, two]
  return run.length === 1 ? [one] : run.length === 2 ? [two] : []
}

const tokenize = (source: string): readonly Token[] => {
  const tokens: Token[] = []
  let from = 0
  let at = 0
  const push = (token: Token, length: number) => {
    if (at > from) tokens.push(plain(source.slice(from, at)))
    tokens.push(token)
    at += length
    from = at
  }
  while (at < source.length) {
    const character = source.charAt(at)
    if (character === '\\') {
      escaped.lastIndex = at
      const match = escaped.exec(source)
      if (match) push(plain(match[1] ?? ''), match[0].length)
      else at += 1
    } else if (character === '*' || character === '_') {
      const run = source.slice(at, at + 4).match(/^(.)\1*/)?.[0] ?? character
      const before = source.charAt(at - 1)
      const after = source.charAt(at + run.length)
      // An underscore inside a word is part of it: file_name.
      const inWord = character === '_' && wordCharacter.test(before) && wordCharacter.test(after)
      const opens = !inWord && after !== '' && !/\s/.test(after)
      const closes = !inWord && before !== '' && !/\s/.test(before)
      for (const sign of signsOf(run, opens)) push({ ...plain(sign), sign, opens, closes }, sign.length)
      if (run.length > 3) push(plain(run), run.length)
    } else if (character === '[') {
      push({ text: '[', sign: '[', href: '', opens: true, closes: false }, 1)
    } else if (character === ']') {
      linkEnd.lastIndex = at
      const match = linkEnd.exec(source)
      const href = match?.[1] ?? ''
      if (match && safeAddress.test(href))
        push({ text: match[0], sign: 'link', href, opens: false, closes: true }, match[0].length)
      else at += 1
    } else at += 1
  }
  if (source.length > from) tokens.push(plain(source.slice(from)))
  return tokens
}

/** Which tokens open and close what; every other sign is text. One pass, so that no input takes quadratic time. */
const pairUp = (tokens: readonly Token[]): ReadonlyMap<number, { readonly mark: Mark; readonly opening: boolean }> => {
  const pairs = new Map<number, { mark: Mark; opening: boolean }>()
  const open = new Map<string, number>()
  tokens.forEach((token, index) => {
    if (!token.sign) return
    const opener = token.sign === 'link' ? '[' : token.sign
    const start = token.closes ? open.get(opener) : undefined
    if (start !== undefined && start < index - 1) {
      const mark: Mark =
        token.sign === 'link'
          ? { type: 'link', attrs: { href: token.href } }
          : { type: token.sign === '**' || token.sign === '__' ? 'bold' : 'italic' }
      pairs.set(start, { mark, opening: true })
      pairs.set(index, { mark, opening: false })
      // What was opened inside and not closed there can't close outside.
      for (const [sign, position] of open) if (position >= start) open.delete(sign)
    } else if (token.opens) open.set(token.sign, index)
  })
  return pairs
}

const rank = (mark: Mark): number => Object.keys(textSchema.marks).indexOf(mark.type)

/** A run of text with marks of any kind. */
interface MarkedRun {
  readonly text: string
  readonly marks?: readonly unknown[] | undefined
}

const sameMarks = (a: MarkedRun, b: MarkedRun): boolean => JSON.stringify(a.marks ?? []) === JSON.stringify(b.marks ?? [])

/** Runs joined where their marks are the same, none empty: the one form that survives the store unchanged. */
export const normalRuns = <R extends MarkedRun>(runs: readonly R[]): R[] => {
  const joined: R[] = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = joined.at(-1)
    if (last && sameMarks(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else joined.push(run)
  }
  return joined
}

/** One paragraph of Markdown as runs of text: `**bold**`, `*italic*`, `[text](href)`, `\` before a sign. */
export const parseInline = (source: string): TextNode[] => {
  const tokens = tokenize(source)
  const pairs = pairUp(tokens)
  const active: Mark[] = []
  const runs: TextNode[] = []
  tokens.forEach((token, index) => {
    const pair = pairs.get(index)
    if (pair?.opening) active.push(pair.mark)
    else if (pair) active.splice(active.indexOf(pair.mark), 1)
    else {
      const marks = active
        .filter((mark, i) => active.findIndex((other) => other.type === mark.type) === i)
        .sort((a, b) => rank(a) - rank(b))
      runs.push(marks.length > 0 ? { type: 'text', text: token.text, marks } : { type: 'text', text: token.text })
    }
  })
  return normalRuns(runs)
}
