// The Russian patterns by the path that Node, Vite and Vitest all resolve; the package has no types of its own for them.
declare module 'hyphen/patterns/ru.js' {
  /** What follows a row of letters: the number of its levels, further letters, or both. */
  export type PatternNode = number | PatternTree | readonly [PatternTree, number]
  export interface PatternTree {
    readonly [letter: string]: PatternNode | undefined
  }
  /** Rows of levels, the patterns that name them, and words that are divided after so many letters. */
  const patterns: readonly [readonly (readonly number[])[], PatternTree, Readonly<Record<string, readonly number[]>>]
  export default patterns
}
