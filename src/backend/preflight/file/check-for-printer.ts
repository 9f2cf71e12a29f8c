import type { PrinterProfile } from '../../../shared/export/printer-profile.ts'
import type { Newsroom } from '../../newsroom.ts'
import type { Found } from '../found.ts'
import { checkFile } from './check-file.ts'
import { type KeptChecks, openKeptChecks } from './kept-checks.ts'
import { keptInks } from './kept-inks.ts'

const known = new WeakMap<Newsroom, Promise<KeptChecks>>()

const checksOf = (newsroom: Newsroom): Promise<KeptChecks> => {
  const checks = known.get(newsroom) ?? openKeptChecks(newsroom)
  known.set(newsroom, checks)
  return checks
}

/** Checks a file of an open newsroom for a printer, with what is known from earlier ones. */
export const checkForPrinter = async (
  newsroom: Newsroom,
  file: readonly Uint8Array[],
  pages: readonly number[],
  printer: PrinterProfile,
  breathe: () => Promise<void>,
): Promise<readonly Found[]> => {
  const { memory } = await checksOf(newsroom)
  return checkFile(file, { pages, printer, breathe, inkOfJpeg: keptInks(newsroom), memory })
}

/** Keeps what was checked in a newsroom that closes, for the next time it is opened. */
export const keepChecks = async (newsroom: Newsroom): Promise<void> => {
  await (await known.get(newsroom))?.keep()
}
