import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { boundedCache } from '../../../layout/text/bounded-cache.ts'
import type { TextItem } from '../../../shared/layout/display.ts'
import type { PdfTarget } from './colours.ts'
import type { Pack } from './pack.ts'
import type { DrawnText } from './text-operators.ts'

/**
 * What files made one after another have in common: the operators of lines that did not change, and packed streams. A file
 * is the same with and without it.
 */
export interface PdfMemory {
  readonly texts: Readonly<Record<PdfTarget, WeakMap<TextItem, DrawnText>>>
  readonly pack: Pack
}

/** Packed bytes to keep: those of an issue for print and for the web are about one million. */
const packedCapacity = 4_000_000

export const pdfMemory = (): PdfMemory => {
  const packed = boundedCache<Uint8Array>(packedCapacity, ({ length }) => length)
  return {
    texts: { print: new WeakMap(), web: new WeakMap() },
    pack: (bytes) => packed.remember(createHash('sha256').update(bytes).digest('base64'), () => deflateSync(bytes)),
  }
}
