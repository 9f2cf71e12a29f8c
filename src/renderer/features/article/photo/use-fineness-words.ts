import { useText } from '../../../i18n/text.tsx'
import type { Fineness } from './resolution.ts'

/** «178 точек на дюйм при 3 колонках — мало». */
export const useFinenessWords = (): ((fineness: Fineness) => string) => {
  const words = useText().article.photo.resolution
  return ({ resolution, columns, verdict }) =>
    `${words.at(resolution, columns)}${verdict === 'good' ? '' : ` — ${words[verdict]}`}`
}
