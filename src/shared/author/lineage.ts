import { compareText } from '../language/sorting.ts'

/** A story of an issue as the page engine has set it. */
export interface SetStory {
  readonly article: string
  readonly headline: string
  readonly page: number
  readonly authors: readonly string[]
  /** Lines of its text that stand on pages, and its characters with spaces. */
  readonly lines: number
  readonly characters: number
}

/** What one author wrote in an issue. */
export interface AuthorLineage {
  readonly author: string
  readonly stories: number
  readonly lines: number
  readonly characters: number
}

/** A whole number in shares that differ by one at most and together are the whole. */
const shared = (whole: number, among: number): readonly number[] =>
  Array.from({ length: among }, (_, at) => Math.floor(whole / among) + (at < whole % among ? 1 : 0))

/**
 * Lines and characters by author, the most first (rule Q16): a story of several is shared among them; stories without an
 * author stand under an empty name.
 */
export const lineageOf = (stories: readonly SetStory[]): readonly AuthorLineage[] => {
  const sums = new Map<string, AuthorLineage>()
  for (const { authors, lines, characters } of stories) {
    const names = authors.length > 0 ? authors : ['']
    const [ofLines, ofCharacters] = [shared(lines, names.length), shared(characters, names.length)]
    for (const [at, author] of names.entries()) {
      const now = sums.get(author) ?? { author, stories: 0, lines: 0, characters: 0 }
      sums.set(author, {
        ...{ author, stories: now.stories + 1 },
        lines: now.lines + (ofLines[at] ?? 0),
        characters: now.characters + (ofCharacters[at] ?? 0),
      })
    }
  }
  return [...sums.values()].sort((a, b) => b.lines - a.lines || compareText(a.author, b.author))
}
