import type { ImportedFile } from '../../../shared/article/api.ts'
import { quoted } from '../../../shared/language/quoted.ts'

const nothing = { article: null, headline: null, characters: 0, photos: 0, warnings: [], notReached: false }

/** A file nothing was taken from, and why. */
export const refused = (file: string, problem: string): ImportedFile => ({ ...nothing, file, problem })

/** A picture that went to the media by itself; `already` is the name the same picture was kept under before (rule U21). */
export const takenPicture = (file: string, already: string | null): ImportedFile => ({
  ...nothing,
  file,
  photos: 1,
  warnings: already === null ? [] : [`Такой снимок уже есть: ${quoted(already)}. Второй не создан.`],
  problem: null,
})

/** A file that was not looked at because a person stopped the import before it. */
export const notReached = (file: string): ImportedFile => ({
  ...nothing,
  file,
  problem: 'импорт остановлен раньше. Чтобы взять файл, импортируйте его ещё раз.',
  notReached: true,
})
