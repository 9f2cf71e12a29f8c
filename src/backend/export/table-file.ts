import { join } from 'node:path'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { csvTable } from '../../shared/language/csv.ts'
import type { Newsroom } from '../newsroom.ts'
import { errorCode } from '../store/files.ts'
import { writeBeside } from './write-beside.ts'

/** Writes a table into the folder's `exports`, in place of the one of that name; resolves with the file. */
export const writeTableFile = async (
  { folder, environment }: Newsroom,
  name: string,
  rows: readonly (readonly string[])[],
): Promise<Result<{ file: string }>> => {
  const file = join(folder, 'exports', `${name}.csv`)
  try {
    return await writeBeside(environment, file, async (write) => {
      await write(new TextEncoder().encode(csvTable(rows)))
      return success({ file })
    })
  } catch (error) {
    const code = errorCode(error)
    // What is no failure of the disk is a mistake of the program.
    if (code === null) throw error
    return failure('unavailable', `Таблица не записана: ${file} (${code}).`, {
      safe: 'Прежний файл цел, в редакции ничего не изменено.',
      todo: 'Закройте его в другой программе, проверьте место на диске и повторите.',
    })
  }
}
