import { type Affixes, isForm, type Stems } from './affixes.ts'

/** Knows the words of a language and of a newsroom. */
export interface Speller {
  /** Is it written as the dictionaries have it? Told of whole words, with their hyphens. */
  isKnown(word: string): boolean
  /** What may have been meant, the likeliest first; at most six. */
  suggest(word: string): readonly string[]
}

const letters = [...'оеаитнрслвкпмдяыьбзугчйхжшющцэфёъ']

/** What people write one for the other. */
const confused: readonly (readonly [string, string])[] = [
  ['тся', 'ться'],
  ['ться', 'тся'],
  ['н', 'нн'],
  ['нн', 'н'],
  ['а', 'о'],
  ['о', 'а'],
  ['и', 'е'],
  ['е', 'и'],
  ['жы', 'жи'],
  ['шы', 'ши'],
  ['чя', 'ча'],
  ['щя', 'ща'],
  ['сч', 'щ'],
  ['зд', 'сд'],
  ['сд', 'зд'],
  ['э', 'е'],
]

/** Behind a hyphen these belong to any word. */
const particles: ReadonlySet<string> = new Set(['то', 'либо', 'нибудь', 'таки', 'ка', 'де', 'с', 'тка'])

const lower = (word: string): string => word.toLocaleLowerCase('ru')
const capital = (word: string): string => word.charAt(0).toLocaleUpperCase('ru') + word.slice(1)
const isUpper = (word: string): boolean => word === word.toLocaleUpperCase('ru') && word !== lower(word)

/** A speller of a hunspell dictionary; `own` are words of the newsroom, known in any case of letters. */
export const createSpeller = (stems: Stems, affixes: Affixes, own: readonly string[]): Speller => {
  const ownWords = new Set(own.map(lower))
  const answers = new Map<string, boolean>()

  const look = (word: string): boolean => {
    const small = lower(word)
    if (ownWords.has(small)) return true
    if (isForm(word, stems, affixes) || (small !== word && isForm(small, stems, affixes))) return true
    if (isUpper(word) && isForm(capital(small), stems, affixes)) return true
    // A dictionary that spells a word with «е» only does not forbid its «ё».
    return small.includes('ё') && isForm(small.replaceAll('ё', 'е'), stems, affixes)
  }
  const isPart = (word: string): boolean => {
    const known = answers.get(word)
    if (known !== undefined) return known
    if (answers.size > 50_000) answers.clear()
    const answer = look(word)
    answers.set(word, answer)
    return answer
  }
  const isKnown = (word: string): boolean => {
    if (isPart(word)) return true
    const parts = word.split('-')
    return parts.length > 1 && parts.every((part, at) => part !== '' && (isPart(part) || (at > 0 && particles.has(lower(part)))))
  }

  const suggest = (word: string): readonly string[] => {
    const small = lower(word)
    const found = new Set<string>()
    const like = (form: string) => (isUpper(word) ? form.toLocaleUpperCase('ru') : word === small ? form : capital(form))
    const offer = (form: string) => {
      if (form !== small && found.size < 24 && isKnown(form)) found.add(like(form))
      else if (form !== small && found.size < 24 && isKnown(capital(form))) found.add(like(capital(form)))
    }
    if (word === small && isKnown(capital(small))) found.add(capital(small))
    for (const [wrong, right] of confused)
      for (let at = small.indexOf(wrong); at >= 0; at = small.indexOf(wrong, at + 1))
        offer(small.slice(0, at) + right + small.slice(at + wrong.length))
    for (let at = 0; at + 1 < small.length; at += 1)
      offer(small.slice(0, at) + (small[at + 1] ?? '') + (small[at] ?? '') + small.slice(at + 2))
    for (let at = 0; at < small.length; at += 1) offer(small.slice(0, at) + small.slice(at + 1))
    for (let at = 0; at < small.length; at += 1)
      for (const letter of letters) offer(small.slice(0, at) + letter + small.slice(at + 1))
    for (let at = 0; at <= small.length; at += 1)
      for (const letter of letters) offer(small.slice(0, at) + letter + small.slice(at))
    for (let at = 1; at < small.length; at += 1) {
      const [one, other] = [small.slice(0, at), small.slice(at)]
      if (one.length > 1 && other.length > 1 && isPart(one) && isPart(other)) found.add(like(`${one} ${other}`))
    }
    return [...found].slice(0, 6)
  }
  return { isKnown, suggest }
}
