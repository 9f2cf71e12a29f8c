import { basename, join, resolve } from 'node:path'
import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { depositApi } from '../../shared/deposit/api.ts'
import { changeSchedule } from '../calendar/change-calendar.ts'
import { exportIssue } from '../export/export-issue.ts'
import { writeBeside } from '../export/write-beside.ts'
import { fileFailure } from '../file-failure.ts'
import { issueFileName } from '../issue/issue-store.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { publicationOf } from '../settings/publication-of.ts'
import { depositLetter } from './deposit-letter.ts'

const notOut = (serial: string): Result<never> =>
  failure('conflict', `Номер ${serial} ещё не вышел.`, {
    safe: 'Ничего не записано.',
    todo: 'Когда он выйдет, отметьте это в календаре и соберите файлы снова.',
  })

const missing = (serial: string): Result<never> =>
  failure('notFound', `Номера ${serial} нет в этой редакции.`, { todo: 'Выберите номер из списка.' })

/** Writes what is sent of an issue: the very pages that were printed, the same for reading, and what goes where. */
const prepare = async (newsroom: Newsroom, serial: string, asked: string | null, job: string) => {
  const issue = await newsroom.issues.get(serial)
  if (!issue) return missing(serial)
  if (issue.status !== 'published' && issue.status !== 'archived') return notOut(serial)
  const own = join(newsroom.folder, 'exports', `obyazatelnyj-ekzemplyar-${issueFileName(serial)}`)
  const folder = asked === null ? own : resolve(asked)
  const wish = { issue: serial, profile: null, pages: null, draft: false, job }
  const paths: string[] = []
  for (const [to, name] of [
    ['print', 'pechat'],
    ['web', 'dlya-chteniya'],
  ] as const) {
    const file = join(folder, `${issueFileName(serial)}-${name}.pdf`)
    const made = await exportIssue(newsroom, { ...wish, to, file }, layoutOf, () => false)
    if (!made.ok) return made
    paths.push(...made.value.files)
  }
  const names = paths.map((path) => basename(path))
  const letter = Buffer.from(depositLetter(publicationOf(newsroom, issue), issue, names), 'utf8')
  const path = join(folder, 'chto-i-kuda.txt')
  const written = await writeBeside(newsroom.environment, path, async (write) => success(await write(letter)))
  return written.ok ? success({ folder, files: [...names, basename(path)] }) : written
}

export const depositHandlers = (newsroom: Newsroom): Handlers<typeof depositApi> => ({
  prepare: async ({ issue, folder, job }) => {
    try {
      return await prepare(newsroom, issue, folder, job)
    } catch (error) {
      const known = fileFailure(error)
      if (known) return known
      throw error
    }
  },
  settle: async ({ issue: serial, sent }, { person }) => {
    const issue = newsroom.issues.entry(serial)
    if (!issue) return missing(serial)
    if (sent && issue.status !== 'published' && issue.status !== 'archived') return notOut(serial)
    const deposited = sent ? { at: newsroom.environment.now(), person } : null
    await changeSchedule(newsroom, serial, (now) => ({ ...now, deposited }))
    return success({})
  },
})
