import { extname, resolve } from 'node:path'
import type { Files } from '../backend/store/files.ts'

/** Endings of the files that the program takes when the system opens them with it. */
const textEndings = new Set(['.docx', '.md', '.txt', '.html', '.htm', '.eml'])

/** What was given to the program from outside: a newsroom to open, files to take in. */
export interface Offer {
  readonly folder: string | null
  readonly files: readonly string[]
}

/** Paths among the words a program was started with: everything behind the program that is no switch. */
export const pathsOf = (words: readonly string[], workingFolder: string): string[] => {
  const end = words.indexOf('--')
  const before = end < 0 ? words : words.slice(0, end)
  const after = end < 0 ? [] : words.slice(end + 1)
  return [...before.filter((word) => word !== '' && !word.startsWith('-')), ...after].map((word) => resolve(workingFolder, word))
}

/** Sorts paths into a folder to open (the first) and texts to take in; leaves out what is neither or is not there. */
export const sortPaths = async (files: Pick<Files, 'facts'>, paths: readonly string[]): Promise<Offer> => {
  const known = await Promise.all(paths.map(async (path) => ({ path, facts: await files.facts(path).catch(() => null) })))
  return {
    folder: known.find(({ facts }) => facts?.folder)?.path ?? null,
    files: known
      .filter(({ path, facts }) => facts && !facts.folder && textEndings.has(extname(path).toLowerCase()))
      .map(({ path }) => path),
  }
}

/** What was given and nobody has taken yet. */
export interface Offers {
  add(offer: Offer): void
  /** Hands everything over, once. */
  take(): Offer
}

/** Gathers what is given until a window takes it; a later folder replaces an earlier one. `waiting` hears of more. */
export const createOffers = (waiting: () => void): Offers => {
  let folder: string | null = null
  let files: readonly string[] = []
  return {
    add: (offer) => {
      if (offer.folder === null && offer.files.length === 0) return
      folder = offer.folder ?? folder
      files = [...new Set([...files, ...offer.files])]
      waiting()
    },
    take: () => {
      const taken = { folder, files }
      folder = null
      files = []
      return taken
    },
  }
}
