import type { PrinterProfile } from '../../../shared/export/printer-profile.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Found } from '../found.ts'
import { type CheckMemory, checkFile, checkMemory } from './check-file.ts'
import { keptInks } from './kept-inks.ts'

const memories = new WeakMap<Newsroom, CheckMemory>()

/** Checks a file of an open newsroom for a printer, with what is known from earlier ones. */
export const checkForPrinter = (
  newsroom: Newsroom,
  file: readonly Uint8Array[],
  pages: readonly number[],
  printer: PrinterProfile,
  breathe: () => Promise<void>,
): Promise<readonly Found[]> => {
  const memory = memories.get(newsroom) ?? checkMemory()
  memories.set(newsroom, memory)
  return checkFile(file, { pages, printer, breathe, inkOfJpeg: keptInks(newsroom), memory })
}
