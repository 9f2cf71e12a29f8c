import type { DocumentRemark } from '../../../shared/advert/document-remark.ts'
import { checkDocument } from './check-document.ts'
import { type DocumentFault, openDocument } from './open-document.ts'

const complaints: Readonly<Record<DocumentFault, string>> = {
  encrypted: 'PDF закрыт паролем',
  damaged: 'файл не читается как PDF',
  empty: 'в PDF нет страниц',
  size: 'размер страницы PDF не годится для газеты',
}

/** Size of a PDF's first page in points and what speaks against it; as text, why it can't be taken. */
export const inspectDocument = async (
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number; readonly remarks: readonly DocumentRemark[] } | string> => {
  const opened = await openDocument(bytes)
  if (typeof opened === 'string') return complaints[opened]
  try {
    const hundredths = (length: number) => Math.round(length * 100) / 100
    return { width: hundredths(opened.width), height: hundredths(opened.height), remarks: checkDocument(opened) }
  } catch {
    // Its objects name one another in circles, or its streams can't be unpacked.
    return complaints.damaged
  }
}
