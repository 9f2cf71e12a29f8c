import type { DisplayItem } from '../../shared/layout/display.ts'
import type { SetLine } from '../text/line.ts'
import { type ItemTag, rectangle, textItems } from './display-text.ts'
import type { PublicationSpec, TextStyle } from './publication-spec.ts'

const endMarkSide = 5
const beforeEndMark = 3.5
/** How far the mark hangs out into the gutter, as a part of it. */
const hangingOut = 0.4

/** What the last line of a text leaves free in its column, so that the mark finds its place. */
export const endMarkRoom = ({ gutter }: PublicationSpec): number => Math.max(0, endMarkSide + beforeEndMark - gutter * hangingOut)

/** The last line of a text with the end mark, where that is clear of the middle of the gutter: all but a single endless word is. */
export const lastLineItems = (
  line: SetLine,
  left: number,
  right: number,
  baseline: number,
  { ink }: TextStyle,
  tag: ItemTag,
  spec: PublicationSpec,
): readonly DisplayItem[] => {
  const items = textItems(line, left, baseline, ink, tag)
  const end = left + line.x + line.width
  if (end > right - endMarkRoom(spec) + 0.01) return items
  return [
    ...items,
    rectangle(end + beforeEndMark, baseline - endMarkSide, endMarkSide, endMarkSide, 'accent', tag.article, 'endMark'),
  ]
}
