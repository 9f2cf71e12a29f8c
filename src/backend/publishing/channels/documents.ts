import { type ArticleContent, type AttachmentBlock, attachmentsOf } from '../../../shared/article/content.ts'
import type { ArticlePart } from '../../../shared/publishing/channel.ts'
import { latinWords } from './slug.ts'

/** Longest beginning of a file's name. */
const nameLimit = 40

/** Scans are documents, too; they go as the pictures they are, without what a camera wrote. */
const isScan = (name: string): boolean => /\.(?:jpe?g|png|tiff?|webp)$/i.test(name)

/** A document as a file of a post: its name holds its hash, so that it is found again by it (rule O63). */
const fileOf = ({ attrs }: AttachmentBlock): NonNullable<ArticlePart['files']>[number] => {
  const title = latinWords(attrs.name.replace(/\.[^.]*$/, ''), nameLimit) || 'dokument'
  const scan = isScan(attrs.name)
  return {
    media: attrs.media,
    name: `${title}-${attrs.media.slice(0, 12)}.${scan ? 'jpg' : 'pdf'}`,
    type: scan ? 'image/jpeg' : 'application/pdf',
  }
}

/** The documents of a text that go with it as files, those first in the text first, and those for which no room is left. */
export const documentsOf = (content: ArticleContent, mostBytes: number) => {
  const taken = new Map<string, AttachmentBlock>()
  const left: AttachmentBlock[] = []
  let bytes = 0
  for (const block of attachmentsOf(content)) {
    const { media, size } = block.attrs
    if (taken.has(media)) continue
    if (bytes + size > mostBytes) left.push(block)
    else {
      taken.set(media, block)
      bytes += size
    }
  }
  return { files: [...taken.values()].map(fileOf), left }
}
