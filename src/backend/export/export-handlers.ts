import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { exportApi } from '../../shared/export/api.ts'
import { layoutOf as laidOut } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { keepsPrinter } from '../signoff/sent-printer.ts'
import { addColourProfile } from './colour-profile.ts'
import { exportIssue } from './export-issue.ts'
import type { LayoutOf } from './make-pages.ts'
import { writeNotice } from './notice.ts'
import { profileFile } from './printers.ts'

/** Exports of an open newsroom; each runs under the name its caller gave it and can be cancelled by it. */
export const exportHandlers = (newsroom: Newsroom, layoutOf: LayoutOf = laidOut): Handlers<typeof exportApi> => {
  const jobs = new Map<string, { cancelled: boolean }>()
  const changed = () => newsroom.emit({ type: 'changed', feature: 'export', id: null })
  return {
    run: async (request) => {
      if (jobs.has(request.job))
        return failure('conflict', 'Этот экспорт уже идёт.', { safe: 'Он продолжается.', todo: 'Дождитесь его конца.' })
      const job = { cancelled: false }
      jobs.set(request.job, job)
      try {
        return await exportIssue(newsroom, request, layoutOf, () => job.cancelled)
      } finally {
        jobs.delete(request.job)
      }
    },
    cancel: async ({ job }) => {
      const running = jobs.get(job)
      // One that has ended meanwhile needs no cancelling.
      if (running) running.cancelled = true
      return success({})
    },
    notice: ({ article, ...rest }) => writeNotice(newsroom, { subject: { kind: 'article', article }, ...rest }),
    noticeOfPage: ({ issue, page, ...rest }) => writeNotice(newsroom, { subject: { kind: 'page', issue, page }, ...rest }),
    printers: async () => {
      const { usual, profiles } = newsroom.printers.get()
      return success({ usual, profiles })
    },
    savePrinter: async ({ profile, usual }) => {
      if ((await newsroom.environment.files.facts(profileFile(newsroom, profile.colours))) === null)
        return failure('notFound', `Файла профиля «${profile.colours.name}» в папке редакции нет.`, {
          safe: 'Настройки типографии не изменены.',
          todo: 'Загрузите профиль ICC ещё раз.',
        })
      const now = newsroom.printers.get()
      const known = now.profiles.find(({ id }) => id === profile.id)
      const bound = known ? keepsPrinter(newsroom, known, profile) : null
      if (bound) return bound
      const profiles = known ? now.profiles.map((each) => (each.id === profile.id ? profile : each)) : [...now.profiles, profile]
      await newsroom.printers.put({ ...now, usual: usual ? profile.id : now.usual, profiles })
      changed()
      return success({})
    },
    removePrinter: async ({ id }) => {
      const now = newsroom.printers.get()
      const profiles = now.profiles.filter((each) => each.id !== id)
      const first = profiles[0]
      if (!first)
        return failure('conflict', 'Это единственная типография.', {
          safe: 'Она не удалена.',
          todo: 'Сначала добавьте другую.',
        })
      const removed = now.profiles.find((each) => each.id === id)
      const bound = removed ? keepsPrinter(newsroom, removed, null) : null
      if (bound) return bound
      await newsroom.printers.put({ ...now, usual: now.usual === id ? first.id : now.usual, profiles })
      changed()
      return success({})
    },
    addColourProfile: ({ name, bytes }) => addColourProfile(newsroom, name, Buffer.from(bytes, 'base64')),
  }
}
