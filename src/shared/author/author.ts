import { z } from 'zod'

/** What the newsroom knows of somebody who writes for it from outside. */
export const authorSchema = z.object({
  id: z.string().min(1),
  /** As it stands under stories: «Нина Белозёрова». */
  name: z.string().trim().min(1).max(120),
  /** Other names this author signs with. */
  alsoSigns: z.array(z.string().trim().min(1).max(120)).max(20).default([]),
  /** Where the author lives or works, for people. */
  place: z.string().max(200).default(''),
  region: z.string().max(200).default(''),
  mail: z.string().max(200).default(''),
  phone: z.string().max(100).default(''),
  note: z.string().max(2000).default(''),
})
export type Author = z.infer<typeof authorSchema>

const folded = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()

const isLetter = (character: string | undefined): boolean => character !== undefined && /\p{L}/u.test(character)

/** Does a line name somebody as a whole: «Анна Ли» is not in «Анна Липова»? */
const namesIn = (line: string, name: string): boolean => {
  const [text, wanted] = [folded(line), folded(name)]
  if (wanted === '') return false
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + wanted.length])) return true
  return false
}

/** Whether a byline names this author. */
export const isSignedBy = ({ name, alsoSigns }: Pick<Author, 'name' | 'alsoSigns'>, byline: string): boolean =>
  [name, ...alsoSigns].some((each) => namesIn(byline, each))

/**
 * Who wrote a story by its byline (rule Q15): the authors whose cards it names; without any of them, what stands before
 * its first comma, as it is written there.
 */
export const authorsOf = (byline: string, cards: readonly Author[]): readonly string[] => {
  const named = cards.filter((card) => isSignedBy(card, byline)).map(({ name }) => name)
  const [first = ''] = byline.split(',')
  return named.length > 0 ? named : first.trim() === '' ? [] : [first.trim()]
}
