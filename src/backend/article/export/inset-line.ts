import { type AttachmentBlock, textOf, type VideoBlock } from '../../../shared/article/content.ts'

/** What stands in a copy for a film or an attached document: words, and where they lead. */
export interface InsetLine {
  readonly text: string
  /** Null for a file, which does not go along. */
  readonly href: string | null
}

/** What a copy says of a film or an attached document instead of showing it. */
export const insetLine = (block: VideoBlock | AttachmentBlock): InsetLine => {
  const title = textOf(block.content).trim()
  return block.type === 'video'
    ? { text: `Видео: ${title || block.attrs.address}`, href: block.attrs.address.trim() || null }
    : { text: `Документ: ${title || block.attrs.name}`, href: null }
}
