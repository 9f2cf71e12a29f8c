import type { DocumentItem, PageDisplay } from '../../../shared/layout/display.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { DocumentForm } from '../pdf/write-pdf.ts'

const isDocument = (item: PageDisplay['items'][number]): item is DocumentItem => item.kind === 'document'

/** The PDFs that stand on a page, opened. They were read when they were taken in, so one that can't be is damaged since. */
export const openPlaced = async (
  newsroom: Pick<Newsroom, 'media'>,
  { items }: PageDisplay,
): Promise<ReadonlyMap<DocumentItem, DocumentForm>> => {
  const forms = new Map<DocumentItem, DocumentForm>()
  for (const item of items.filter(isDocument)) {
    // The library that reads PDF is large, and most pages bear none.
    const { openDocument } = await import('./open-document.ts')
    const { documentForm } = await import('./document-form.ts')
    const document = await openDocument(await newsroom.media.read(item.media))
    if (typeof document === 'string') throw new Error(`PDF ${item.media} не читается: ${document}`)
    forms.set(item, (engine) => documentForm(engine, document))
  }
  return forms
}
