import { failure, type Result, success } from '../../shared/api/result.ts'
import type { SentPage } from '../../shared/signoff/record.ts'
import type { ComposedFile } from '../export/compose-files.ts'
import type { Newsroom } from '../newsroom.ts'

/** The very bytes that went to the printer, a file for each page. */
export const frozenFiles = async (newsroom: Newsroom, sent: readonly SentPage[]): Promise<Result<readonly ComposedFile[]>> => {
  const files: ComposedFile[] = []
  for (const { page, fileHash } of sent) {
    const bytes = await newsroom.signOffs.file(fileHash)
    if (!bytes)
      return failure('damaged', `Файл полосы ${page}, отправленный в типографию, повреждён или удалён.`, {
        safe: 'Ничего не записано: другой файл на его место не ставится.',
        todo: 'Верните папку «signoffs» из резервной копии или начните замену полосы.',
        reference: fileHash,
      })
    files.push({ parts: [bytes], size: bytes.length, pages: [page] })
  }
  return success(files)
}
