import type { PDFContext, PDFObject, PDFPageLeaf } from '@cantoo/pdf-lib'
import { decodePDFRawStream, PDFArray, PDFContentStream, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib'

/** The operators of a stream, unpacked. */
export const streamBytes = (stream: PDFStream): Uint8Array =>
  stream instanceof PDFRawStream
    ? decodePDFRawStream(stream).decode()
    : stream instanceof PDFContentStream
      ? stream.getUnencodedContents()
      : stream.getContents()

const partsOf = (context: PDFContext, contents: PDFObject | undefined): readonly PDFStream[] => {
  const found = context.lookup(contents)
  if (found instanceof PDFStream) return [found]
  if (!(found instanceof PDFArray)) return []
  return found.asArray().flatMap((entry) => partsOf(context, entry))
}

/** All operators of a page as one stream: its parts may be cut anywhere between two tokens. */
export const pageOperators = (page: PDFPageLeaf): Uint8Array =>
  Buffer.concat(partsOf(page.context, page.get(PDFName.of('Contents'))).flatMap((part) => [streamBytes(part), Buffer.from('\n')]))
