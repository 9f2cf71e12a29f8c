import { stemmer } from '@orama/stemmers/russian'
import type { HouseRule } from './house-style.ts'

/** Words of a text that a rule of the house asks to be others. */
export interface Breach {
  readonly from: number
  readonly to: number
  readonly rule: string
  /** What comes in their place; null where the form has to be found by a person. */
  readonly fix: string | null
}

interface Word {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** A form as it is looked for. */
interface Form {
  readonly rule: HouseRule
  readonly words: readonly string[]
  readonly stems: readonly string[]
  readonly exact: boolean
  readonly written: string
}

/** Rules made ready; by the key of the first word of each form. */
export interface CompiledRules {
  readonly forms: ReadonlyMap<string, readonly Form[]>
}

const plain = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е')

const known = new Map<string, string>()
const stem = (word: string): string => {
  const form = plain(word)
  const found = known.get(form)
  if (found !== undefined) return found
  if (known.size > 50_000) known.clear()
  const made = stemmer(form)
  known.set(form, made)
  return made
}

const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({ text: word, from: index, to: index + word.length }))

const textsOf = (words: readonly Word[]): readonly string[] => words.map(({ text }) => text)

/** What stands between words, spaces of all kinds as one. */
const joint = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ')

export const compileRules = (rules: readonly HouseRule[]): CompiledRules => {
  const forms = new Map<string, Form[]>()
  for (const rule of rules)
    for (const entry of rule.forbidden) {
      const exact = entry.startsWith('=')
      const written = exact ? entry.slice(1).trim() : entry
      const words = textsOf(wordsIn(written))
      const stems = words.map(stem)
      const [first] = stems
      if (first === undefined) continue
      forms.set(first, [...(forms.get(first) ?? []), { rule, words, stems, exact, written }])
    }
  return { forms }
}

/** A first capital of the text stays, as at the beginning of a sentence. */
const capitalLike = (old: string, next: string): string => {
  const [letter = ''] = old
  const upper = letter !== letter.toLocaleLowerCase('ru')
  return upper ? next.charAt(0).toLocaleUpperCase('ru') + next.slice(1) : next
}

/** Capitals of the right words, on the letters of the found ones. */
const withCapitals = (found: readonly Word[], right: readonly string[], text: string): string => {
  const from = found[0]?.from ?? 0
  const to = found.at(-1)?.to ?? from
  let fixed = text.slice(from, to)
  found.forEach((word, at) => {
    const letter = right[at]?.charAt(0) ?? ''
    const upper = letter !== letter.toLocaleLowerCase('ru')
    const first = upper ? word.text.charAt(0).toLocaleUpperCase('ru') : word.text.charAt(0).toLocaleLowerCase('ru')
    const rest =
      right[at] === right[at]?.toLocaleUpperCase('ru') ? word.text.slice(1) : word.text.slice(1).toLocaleLowerCase('ru')
    const place = word.from - from
    fixed = fixed.slice(0, place) + first + rest + fixed.slice(place + word.text.length)
  })
  return fixed
}

const fixFor = (form: Form, found: readonly Word[], text: string): string | null => {
  const [from, to] = [found[0]?.from ?? 0, found.at(-1)?.to ?? 0]
  const old = text.slice(from, to)
  const right = textsOf(wordsIn(form.rule.preferred))
  const sameWords = right.length === found.length && right.every((word, at) => stem(word) === form.stems[at])
  if (form.exact) {
    // Of words that differ in their capitals only, the right ones say where capitals stand.
    return plain(form.written) === plain(form.rule.preferred) ? form.rule.preferred : capitalLike(old, form.rule.preferred)
  }
  if (sameWords) return withCapitals(found, right, text)
  return plain(joint(old)) === plain(joint(form.written)) ? form.rule.preferred : null
}

const matchAt = (text: string, words: readonly Word[], at: number, form: Form): readonly Word[] | null => {
  const found = words.slice(at, at + form.stems.length)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last || found.length < form.stems.length) return null
  if (form.exact) {
    // The signs of the form count too: a point behind an abbreviation, a stroke within it.
    const start = first.from - form.written.indexOf(form.words[0] ?? '')
    const here = joint(text.slice(start, start + form.written.length))
    if (start < 0 || here.length < form.written.length) return null
    const cased = plain(form.written) === plain(form.rule.preferred)
    const same = cased ? here === form.written : plain(here) === plain(form.written)
    return same ? [...found.slice(0, -1), { ...last, to: Math.max(last.to, start + form.written.length) }] : null
  }
  const joined = found.every((word, index) => {
    const before = found[index - 1]
    return stem(word.text) === form.stems[index] && (!before || /^[\s\u00a0-]+$/.test(text.slice(before.to, word.from)))
  })
  return joined ? found : null
}

/** Every place of a text that breaks a rule, in order and without overlaps; of two at one place the longer. */
export const findBreaches = (text: string, { forms }: CompiledRules): readonly Breach[] => {
  if (forms.size === 0) return []
  const words = wordsIn(text)
  const breaches: Breach[] = []
  let behind = 0
  words.forEach((word, at) => {
    if (word.from < behind) return
    const candidates = (forms.get(stem(word.text)) ?? []).flatMap((form) => {
      const found = matchAt(text, words, at, form)
      return found ? [{ form, found, from: found[0]?.from ?? 0, to: found.at(-1)?.to ?? 0 }] : []
    })
    const [best] = candidates.sort((one, other) => other.to - one.to)
    if (!best) return
    const { form, found, from, to } = best
    const fix = fixFor(form, found, text)
    // The right words themselves, in whatever form: nothing is wrong, and nothing within them is.
    behind = to
    if (fix !== text.slice(from, to)) breaches.push({ from, to, rule: form.rule.id, fix })
  })
  return breaches
}
