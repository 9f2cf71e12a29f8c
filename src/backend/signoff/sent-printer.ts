import type { Result } from '../../shared/api/result.ts'
import type { PrinterProfile } from '../../shared/export/printer-profile.ts'
import { isDone } from '../../shared/issue/issue.ts'
import type { SentPage } from '../../shared/signoff/record.ts'
import type { Newsroom } from '../newsroom.ts'
import { frozenFailure, frozenPages } from './guard-sent.ts'
import { hashOf } from './page-content.ts'

/** For whom a page was made: the name for people, the hash of what its bytes follow from. */
export const sentPrinter = ({
  name,
  trim,
  bleed,
  marks,
  colours,
  inkLimit,
}: PrinterProfile): NonNullable<SentPage['printer']> => ({
  name,
  hash: hashOf({ trim, bleed, marks, colours, inkLimit }),
})

/** Refuses to go on with an issue for another printer than the one its sent pages were made for, and names them (rule W30). */
export const otherPrinter = (serial: string, sent: readonly SentPage[], printer: PrinterProfile): Result<never> | null => {
  const hash = sentPrinter(printer).hash
  const others = sent.filter((page) => page.printer && page.printer.hash !== hash)
  const [first] = others
  return first
    ? frozenFailure(serial, others, `файл сделан для типографии «${first.printer?.name}», условия «${printer.name}» другие`)
    : null
}

/** Refuses to change or remove a printer's conditions while a page made for them is at the printer (rule W30). */
export const keepsPrinter = (newsroom: Newsroom, before: PrinterProfile, after: PrinterProfile | null): Result<never> | null => {
  const hash = sentPrinter(before).hash
  if (after && sentPrinter(after).hash === hash) return null
  for (const entry of newsroom.issues.entries()) {
    const sent = isDone(entry) ? [] : frozenPages(newsroom, entry.serial).filter((page) => page.printer?.hash === hash)
    if (sent.length > 0)
      return frozenFailure(entry.serial, sent, `файл сделан по условиям «${before.name}»; до выхода номера они не меняются`)
  }
  return null
}
