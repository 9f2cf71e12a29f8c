import { firstBodyNumber, headNumbers } from '../../../../layout/page/galley.ts'
import type { DisplayItem, PageDisplay, TextItem } from '../../../../shared/layout/display.ts'

const isText = (item: DisplayItem): item is TextItem => item.kind === 'text'

const editable = (item: TextItem): boolean =>
  item.tag.article !== null &&
  (item.tag.block >= firstBodyNumber || Object.values(headNumbers).some((number) => number === item.tag.block)) &&
  !['caption', 'credit', 'jumpLine', 'storyLink', 'endMark', 'draft', 'rule', 'photo'].includes(item.tag.role)

const above = (item: TextItem): number => item.size * 0.9
const below = (item: TextItem): number => item.size * 0.35

/** The paragraph of a story on a page, and the words of the line that was pointed at. */
export interface TextHit {
  readonly article: string
  readonly block: number
  readonly line: string
}

/** The line of text at a point of a page, in points; null where there is none that can be edited. */
export const textAt = (page: PageDisplay, x: number, y: number): TextHit | null => {
  const found = page.items.find(
    (item): item is TextItem =>
      isText(item) &&
      editable(item) &&
      x >= item.x - 2 &&
      x <= item.x + item.width + 2 &&
      y >= item.y - above(item) &&
      y <= item.y + below(item),
  )
  if (found === undefined || found.tag.article === null) return null
  return { article: found.tag.article, block: found.tag.block, line: found.clusters.join('') }
}

/** The first paragraph of an article on a page, its text before its head. */
export const firstTextOf = (page: PageDisplay, article: string): TextHit | null => {
  const own = page.items.filter((item): item is TextItem => isText(item) && editable(item) && item.tag.article === article)
  const first = own.find((item) => item.tag.block >= firstBodyNumber) ?? own[0]
  return first === undefined ? null : { article, block: first.tag.block, line: '' }
}

/** Where a paragraph stands on a page: the box around its lines, in points; null where it does not. */
export const placeOfText = (page: PageDisplay, article: string, block: number) => {
  const lines = page.items.filter(
    (item): item is TextItem => isText(item) && item.tag.article === article && item.tag.block === block && editable(item),
  )
  if (lines.length === 0) return null
  const left = Math.min(...lines.map(({ x }) => x))
  const top = Math.min(...lines.map((item) => item.y - above(item)))
  return {
    left,
    top,
    width: Math.max(...lines.map(({ x, width }) => x + width)) - left,
    height: Math.max(...lines.map((item) => item.y + below(item))) - top,
  }
}

/** Letters and figures alone, with where each stands in the text. */
const lettersOf = (text: string): { readonly letters: string; readonly at: readonly number[] } => {
  const at: number[] = []
  let letters = ''
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charAt(index)
    if (!/[\p{L}\p{N}]/u.test(letter)) continue
    letters += letter.toLowerCase()
    at.push(index)
  }
  return { letters, at }
}

/** The words of a set line in the text they come from: hyphens, quotation marks and spaces are set otherwise. */
export const rangeOfLine = (text: string, line: string): { readonly from: number; readonly to: number } | null => {
  const whole = lettersOf(text)
  const part = lettersOf(line).letters
  const found = part === '' ? -1 : whole.letters.indexOf(part)
  const [from, last] = [whole.at[found], whole.at[found + part.length - 1]]
  return found < 0 || from === undefined || last === undefined ? null : { from, to: last + 1 }
}
