import { plainText } from '../../shared/language/sorting.ts'

/** One thing to find or do. */
export interface PaletteEntry {
  readonly id: string
  readonly label: string
  /** What kind of thing it is, or where. */
  readonly note: string
  readonly keys?: string
  readonly run: () => void
}

/** Does every word that was typed begin a word of the entry or stand in it? «ё» is «е», case does not matter. */
export const isFound = (entry: string, typed: string): boolean => {
  const text = plainText(entry)
  return plainText(typed)
    .split(/\s+/)
    .every((word) => text.includes(word))
}
