/** A value in PDF's own spelling, to stand in a dictionary or an array: pdfkit prints values of foreign kinds by `toString`. */
export interface PdfToken {
  toString(): string
}

/** A value that is written as it is. */
export const pdfToken = (token: string): PdfToken => {
  const value = { [Symbol.toStringTag]: 'PdfToken', toString: () => token }
  return value
}

/** A name where a text is expected. */
export const pdfName = (name: string): PdfToken => pdfToken(`/${name}`)

/** A text value: pdfkit writes plain strings as names and boxed ones as text. */
export const pdfText = (text: string): PdfToken => Object(text)
