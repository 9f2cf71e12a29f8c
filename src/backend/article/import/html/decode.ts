import { type DecodedText, decodeText } from '../encoding.ts'

/** Where a page says its encoding; pages are told to within their first kilobyte, some take longer. */
const declarationLimit = 8192
const declaration = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w-]{2,40})/i

const declaredEncoding = (bytes: Uint8Array): string | null =>
  declaration.exec(new TextDecoder('latin1').decode(bytes.subarray(0, declarationLimit)))?.[1] ?? null

const decodeAs = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Reads a page's bytes. What is sound UTF-8 is UTF-8 whatever the page says of itself, for pages keep old declarations
 * when they are saved anew; then the declaration is believed, then the letters are asked.
 */
export const decodePage = (bytes: Uint8Array): DecodedText => {
  const guessed = decodeText(bytes)
  if (guessed.ok && (guessed.encoding === 'utf-8' || guessed.encoding.startsWith('utf-16'))) return guessed
  const label = declaredEncoding(bytes)
  const declared = label === null || bytes.includes(0) ? null : decodeAs(bytes, label)
  // A declared encoding is a fact and no guess: there is nothing to tell a person of.
  return declared === null ? guessed : { ok: true, text: declared, encoding: 'utf-8' }
}
