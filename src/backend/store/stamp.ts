import type { Files } from './files.ts'

/** The stamp of an entry whose files do not hold what it tells: it matches no files. */
export const noStamp = ''

/** Sizes and times of files: what tells whether they are still those an entry was made from (rule C5). */
export const stampOf = async (files: Files, paths: readonly string[]): Promise<string> => {
  const facts = await Promise.all(paths.map((path) => files.facts(path)))
  return facts.map((f) => (f ? `${f.size}@${f.modifiedAt}` : '-')).join(' ')
}

/** Do the files look as they did when they were stamped so? Without a stamp: are there none? */
export const isStampOf = async (files: Files, paths: readonly string[], stamp: string | null): Promise<boolean> =>
  (stamp ?? paths.map(() => '-').join(' ')) === (await stampOf(files, paths))
