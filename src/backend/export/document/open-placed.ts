import type { DocumentItem, PageDisplay } from '../../../shared/layout/display.ts'
import type { Newsroom } from '../../newsroom.ts'
import { type OpenedDocument, openDocument } from './open-document.ts'

const isDocument = (item: PageDisplay['items'][number]): item is DocumentItem => item.kind === 'document'

/** The PDFs that stand on a page, opened. They were read when they were taken in, so one that can't be is damaged since. */
export const openPlaced = async (
  newsroom: Pick<Newsroom, 'media'>,
  { items }: PageDisplay,
): Promise<ReadonlyMap<DocumentItem, OpenedDocument>> => {
  const opened = new Map<DocumentItem, OpenedDocument>()
  for (const item of items.filter(isDocument)) {
    const document = await openDocument(await newsroom.media.read(item.media))
    if (typeof document === 'string') throw new Error(`PDF ${item.media} не читается: ${document}`)
    opened.set(item, document)
  }
  return opened
}
