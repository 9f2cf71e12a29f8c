import { numbered, stemLength, type Word, wordsOf } from './words.ts'

/** One thing an article must have to be found. */
export type Term =
  | {
      readonly kind: 'word'
      readonly form: string
      /** Every form with this stem is the same word. */
      readonly stem: string
      /** Forms that merely begin with `form` count too: the word is perhaps not typed to its end. */
      readonly unfinished: boolean
    }
  /** These forms one after another. */
  | { readonly kind: 'phrase'; readonly forms: readonly string[] }

const phrasePattern = /«([^»]*)»|"([^"]*)"|„([^“”]*)[“”]|“([^”]*)”/g
const endsInWord = /[\p{L}\p{N}]$/u
/** A single letter begins too many words to be worth completing. */
const shortestBeginning = 2
/** More terms than this are left out: nobody types them, and each costs time. */
const mostTerms = 24

const formIn = (word: Word): string => (word.sign === null ? word.form : numbered(word.form))

const wordTerms = (text: string, unfinished: boolean): readonly Term[] => {
  const words = wordsOf(text)
  return words.map((word, at) => {
    const form = formIn(word)
    const last = unfinished && at === words.length - 1 && form.length >= shortestBeginning
    return { kind: 'word', form, stem: form.slice(0, stemLength(form)), unfinished: last }
  })
}

/** What a question asks for (rules F3 and F4): all of its terms must be in an article. */
export const parseQuery = (query: string): readonly Term[] => {
  const terms: Term[] = []
  let from = 0
  for (const match of query.matchAll(phrasePattern)) {
    terms.push(...wordTerms(query.slice(from, match.index), false))
    const forms = wordsOf(match.slice(1).find((part) => part !== undefined) ?? '').map(formIn)
    if (forms.length > 0) terms.push({ kind: 'phrase', forms })
    from = match.index + match[0].length
  }
  terms.push(...wordTerms(query.slice(from), endsInWord.test(query)))
  return terms.slice(0, mostTerms)
}
