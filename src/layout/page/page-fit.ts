import type { ArticleContent } from '../../shared/article/content.ts'
import type { ArticleFit } from '../../shared/layout/api.ts'
import type { ComposedStory } from './compose-story.ts'
import type { FlowPoint } from './fit-columns.ts'
import type { Galley } from './galley.ts'
import type { Piece } from './piece.ts'
import { textEndOf } from './text-end.ts'

/** How a story stands on a page, and where its text goes on: on another page, or nowhere for lack of room. */
export interface PageFit extends Omit<ArticleFit, 'end'> {
  readonly rest: FlowPoint | null
}

/** Does the story go on on another page? */
export const goesOn = ({ jumpTo }: Piece, composed: ComposedStory): boolean => jumpTo !== null && composed.fit.rest !== null

/** How a piece stands on a page; `composed` is null where not even its headline has room. */
export const pageFit = (piece: Piece, composed: ComposedStory | null, page: number): PageFit => {
  const { galley, jumpFrom, jumpTo, rows } = piece
  const onward = composed !== null && goesOn(piece, composed) ? jumpTo : null
  return {
    article: galley.id,
    page: jumpFrom ?? page,
    continuation: jumpFrom === null ? onward : page,
    lines: galley.rows,
    overset: composed?.overset ?? Math.max(1, rows),
    rest: composed?.fit.rest ?? null,
  }
}

/** The same with the place in the story's content at which its text stops standing. */
export const withTextEnd = ({ rest, ...fit }: PageFit, content: ArticleContent, galley: Galley): ArticleFit => ({
  ...fit,
  end: fit.overset > 0 && rest !== null ? textEndOf(content, galley, rest) : null,
})
