import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate, deflateSync } from 'node:zlib'
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
  /** Packs on another core what a file is going to need, so that `pack` has it ready. */
  packAhead(bytes: Uint8Array): Promise<void>
}

const packElsewhere = promisify<Uint8Array, Uint8Array>(deflate)
const keyOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')

/** Packed bytes to keep: those of an issue for print and for the web are about one million. */
const packedCapacity = 4_000_000

export const pdfMemory = (): PdfMemory => {
  const packed = boundedCache<Uint8Array>(packedCapacity, ({ length }) => length)
  return {
    texts: { print: new WeakMap(), web: new WeakMap() },
    pack: (bytes) => packed.remember(keyOf(bytes), () => deflateSync(bytes)),
    packAhead: async (bytes) => {
      const made = await packElsewhere(bytes)
      packed.remember(keyOf(bytes), () => made)
    },
  }
}
