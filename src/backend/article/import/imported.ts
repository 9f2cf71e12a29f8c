import type { ImportedFile } from '../../../shared/article/api.ts'

const nothing = { article: null, headline: null, characters: 0, photos: 0, warnings: [], notReached: false }

/** A file nothing was taken from, and why. */
export const refused = (file: string, problem: string): ImportedFile => ({ ...nothing, file, problem })

/** A picture that went to the media by itself. */
export const takenPicture = (file: string): ImportedFile => ({ ...nothing, file, photos: 1, problem: null })

/** A file that was not looked at because a person stopped the import before it. */
export const notReached = (file: string): ImportedFile => ({
  ...nothing,
  file,
  problem: 'импорт остановлен раньше. Чтобы взять файл, импортируйте его ещё раз.',
  notReached: true,
})
