import type { Block, TextNode } from '../../../shared/article/content.ts'
import type { BlockKind } from '../../../shared/article/text-schema.ts'
import type { Trace } from './trace.ts'

/** A picture a text names, by a path relative to the text's file; `place` is the index in the body it stands before. */
export interface NamedPhoto {
  readonly path: string
  readonly caption: string
  readonly credit: string
  /** What it shows, for those who don't see it; the caption stands for it where the text says nothing. */
  readonly alternative?: string
  readonly place: number
}

/** A text that was understood but not yet taken in: its pictures are still names. */
export interface Draft {
  readonly rubric: string
  readonly kicker: string
  readonly headline: string
  readonly deck: string
  readonly byline: string
  readonly body: readonly Block[]
  readonly photos: readonly NamedPhoto[]
  readonly warnings: readonly string[]
  /** What was suggested in the text and said of it; the texts carry the signs of it (`trace.ts`). */
  readonly traces?: readonly Trace[]
}

export const paragraph = (kind: BlockKind, content: readonly TextNode[]): Block => ({
  type: 'paragraph',
  attrs: { kind, medium: 'everywhere' },
  content: [...content],
})

export const textRuns = (text: string): TextNode[] => (text === '' ? [] : [{ type: 'text', text }])

/** A first line longer than this, in characters, is a paragraph and no headline. */
export const headlineLimit = 250
