import { failure, type Result, success } from '../../../shared/api/result.ts'
import { readCsv, type TableRow } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'

/** Larger than any list of addresses. */
const largest = 5 * 1024 * 1024

/** Reads a table that a spreadsheet has saved, by what is in the file rather than by its name. */
export const readTable = (name: string, bytes: Uint8Array): Result<readonly TableRow[]> => {
  const refused = (what: string, todo: string) => failure('invalidInput', what, { safe: 'Адреса не изменены.', todo })
  if (bytes.length > largest) return refused(`Файл ${name} больше 5 МБ.`, 'Оставьте в таблице только список адресов.')
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  // The older Excel's format, a compound file.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    return refused(`Файл ${name} сохранён старым Excel.`, 'Сохраните его как «Книга Excel (.xlsx)» или CSV.')
  const rows = isZip ? readXlsx(bytes) : readCsv(bytes)
  return rows === null
    ? refused(`Файл ${name} не читается как таблица Excel.`, 'Откройте его в Excel, сохраните как .xlsx или CSV и повторите.')
    : success(rows)
}
