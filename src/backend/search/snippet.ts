import { type ArticleContent, textOf } from '../../shared/article/content.ts'
import type { MarkedText } from '../../shared/search/api.ts'
import type { Term } from './query.ts'
import { numbered, stemLength, type Word, wordsOf } from './words.ts'

/** A place of a text that answers a term. */
interface Mark {
  readonly from: number
  readonly to: number
  readonly term: number
}

const isForm = (word: Word, form: string): boolean => word.form === form || (word.sign !== null && numbered(word.form) === form)

const isWord = (word: Word, term: Extract<Term, { kind: 'word' }>): boolean => {
  if (isForm(word, term.form)) return true
  if (term.unfinished) {
    if (word.form.startsWith(term.form)) return true
    if (word.sign !== null && numbered(word.form).startsWith(term.form)) return true
  }
  return word.form.startsWith(term.stem) && stemLength(word.form) === term.stem.length
}

const markOf = (first: Word, last: Word, term: number): Mark => ({ from: first.sign ?? first.from, to: last.to, term })

/** Every place of a text that answers a term, in order of the text. */
const marksIn = (text: string, terms: readonly Term[]): readonly Mark[] => {
  const words = wordsOf(text)
  const marks: Mark[] = []
  for (const [at, word] of words.entries())
    for (const [t, term] of terms.entries()) {
      if (term.kind === 'word') {
        if (isWord(word, term)) marks.push(markOf(word, word, t))
        continue
      }
      const last = words[at + term.forms.length - 1]
      if (last && term.forms.every((form, i) => words[at + i] !== undefined && isForm(words[at + i] ?? word, form)))
        marks.push(markOf(word, last, t))
    }
  return marks
}

/** Places as one row that does not overlap. */
const merged = (marks: readonly Mark[], offset: number): MarkedText['matches'] => {
  const row: [number, number][] = []
  for (const { from, to } of marks) {
    const last = row.at(-1)
    if (last && from - offset <= last[1]) last[1] = Math.max(last[1], to - offset)
    else row.push([from - offset, to - offset])
  }
  return row
}

/** A whole text with what was found in it marked. */
export const markAll = (text: string, terms: readonly Term[]): MarkedText => ({ text, matches: merged(marksIn(text, terms), 0) })

/** About how long a snippet is, and how much of it stands before the first word found, in characters. */
const snippetLength = 180
const leadIn = 50

const boundary = /\s/

/** The place in `[from, to]` nearest to `from` after which a word begins; `from` where there is none. */
const wordStart = (text: string, from: number, to: number): number => {
  if (from <= 0) return 0
  for (let at = from; at < to; at += 1) if (boundary.test(text.charAt(at - 1))) return at
  return from
}

const wordEnd = (text: string, to: number, from: number): number => {
  if (to >= text.length) return text.length
  for (let at = to; at > from; at -= 1) if (boundary.test(text.charAt(at))) return at
  return to
}

const cut = (text: string, marks: readonly Mark[]): MarkedText => {
  const first = marks[0]
  const from = first ? wordStart(text, first.from - leadIn, first.from) : 0
  const least = first ? Math.min(first.to, from + snippetLength) : from
  const to = wordEnd(text, from + snippetLength, least)
  const before = from > 0 ? '…' : ''
  const shown = `${before}${text.slice(from, to).trimEnd()}${to < text.length ? '…' : ''}`
  const inside = marks.filter((mark) => mark.from >= from && mark.to <= to)
  return { text: shown, matches: merged(inside, from - before.length) }
}

/** The marks from which most different terms, then most places, stand within one snippet's length. */
const densest = (marks: readonly Mark[]): { readonly marks: readonly Mark[]; readonly terms: number } => {
  let best: readonly Mark[] = []
  let terms = 0
  for (const [at, mark] of marks.entries()) {
    const near = marks.slice(at).filter((other) => other.to <= mark.from + snippetLength - leadIn)
    const different = new Set(near.map((other) => other.term)).size
    if (different < terms || (different === terms && near.length <= best.length)) continue
    best = near
    terms = different
  }
  return { marks: best, terms }
}

/** The part of the article's text that answers best (rule F6). */
export const snippetOf = (content: ArticleContent, terms: readonly Term[]): MarkedText => {
  const texts = [...content.body.map((block) => textOf(block.content)), content.deck, content.kicker]
  let best: { readonly text: string; readonly marks: readonly Mark[]; readonly terms: number } | null = null
  for (const text of texts) {
    const found = densest(marksIn(text, terms))
    if (found.terms > (best?.terms ?? 0)) best = { text, ...found }
    if (best?.terms === terms.length) break
  }
  return best ? cut(best.text, best.marks) : cut(texts.find((text) => text.trim() !== '') ?? '', [])
}
