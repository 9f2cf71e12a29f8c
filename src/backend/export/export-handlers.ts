import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { exportApi } from '../../shared/export/api.ts'
import { layoutOf as laidOut } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { exportIssue, type LayoutOf } from './export-issue.ts'

/** Exports of an open newsroom; each runs under the name its caller gave it and can be cancelled by it. */
export const exportHandlers = (newsroom: Newsroom, layoutOf: LayoutOf = laidOut): Handlers<typeof exportApi> => {
  const jobs = new Map<string, { cancelled: boolean }>()
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
  }
}
