import { failure, type Result, success } from '../../shared/api/result.ts'
import { readKept } from '../mailing/mailing-store.ts'
import type { Newsroom } from '../newsroom.ts'
import type { PostRequest } from './channels/carrier.ts'
import type { OutboxRow } from './outbox-row.ts'

/** The files that go with the letter of a row; each is what it was when the letter was made up, or nothing goes. */
export const letterFiles = async (newsroom: Newsroom, row: Pick<OutboxRow, 'mailing'>): Promise<Result<PostRequest['files']>> => {
  const files: PostRequest['files'][number][] = []
  const record = row.mailing === null ? null : newsroom.mailings.get(row.mailing)
  for (const file of record?.files ?? []) {
    const bytes = await readKept(newsroom, file)
    if (bytes === null)
      return failure('damaged', `Файл ${file.name}, приложенный к письму, пропал или повреждён.`, {
        safe: 'Ничего не отправлено.',
        todo: 'Верните папку mailings/files из резервной копии.',
      })
    files.push({ name: file.name, type: file.type, bytes })
  }
  return success(files)
}
