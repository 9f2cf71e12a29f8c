import { type ArticleContent, textOf } from '../../shared/article/content.ts'
import type { TextEnd } from '../../shared/layout/api.ts'
import type { FlowPoint } from './fit-columns.ts'
import { firstBodyNumber, type Galley } from './galley.ts'

/** Letters and digits: the typograph changes spaces, quotation marks and dashes, never these. */
const letter = /[\p{L}\p{N}]/u

/** Where the text of a story stops standing, when the rows from a point on found no room. */
export const textEndOf = (content: ArticleContent, galley: Galley, rest: FlowPoint): TextEnd | null => {
  const block = galley.blocks[rest.block]
  // The code stands after the text: where only it has no room, all of the text stands.
  if (block === undefined || block.code !== null) return null
  const lines = (block.variants[rest.variant] ?? []).slice(0, rest.line)
  const drawn = lines.flatMap((line) => line.segments.flatMap(({ clusters }) => [...clusters.join('')]))
  const capital = block.dropCap !== null && rest.line > 0 ? 1 : 0
  let letters = capital + drawn.filter((character) => letter.test(character)).length
  const index = block.number - firstBodyNumber
  const text = textOf(content.body[index]?.content ?? [])
  let offset = 0
  for (const character of text) {
    if (letters === 0 && (offset === 0 || /\s/u.test(character) || letter.test(character))) break
    if (letter.test(character)) letters -= 1
    offset += character.length
  }
  return { block: index, offset }
}
