import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ChannelPart } from '../../shared/publishing/channel.ts'
import { readKept } from '../mailing/mailing-store.ts'
import type { Newsroom } from '../newsroom.ts'
import type { PostRequest } from './channels/carrier.ts'
import type { OutboxRow } from './outbox-row.ts'
import { broughtWith, fileOf, type PostJob, photoBytes } from './post-job.ts'

type LetterFiles = Result<PostRequest['files']>

/** The files that go with the letters of a mailing; each is what it was when the letter was made up, or nothing goes. */
export const mailingFiles = async (newsroom: Newsroom, mailing: string): Promise<LetterFiles> => {
  const files: PostRequest['files'][number][] = []
  for (const file of newsroom.mailings.get(mailing)?.files ?? []) {
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

/** The documents of an article that its letter carries (rule O64). */
const documentFiles = async (job: PostJob, part: ChannelPart): Promise<LetterFiles> => {
  const files: PostRequest['files'][number][] = []
  for (const media of broughtWith(part)) {
    const file = fileOf(part, media)
    if (file === null) continue
    const bytes = await photoBytes(job, media, part)
    if (!bytes.ok) return bytes
    files.push({ name: file.name, type: file.type, bytes: bytes.value })
  }
  return success(files)
}

/** The files that go with a post; only letters carry any. */
export const letterFiles = (job: PostJob, row: OutboxRow, part: ChannelPart): Promise<LetterFiles> | LetterFiles => {
  if (job.adapter.carrier.kind !== 'mail') return success([])
  return row.mailing === null ? documentFiles(job, part) : mailingFiles(job.newsroom, row.mailing)
}
