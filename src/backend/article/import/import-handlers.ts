import { basename } from 'node:path'
import type { Handlers } from '../../../shared/api/operation.ts'
import { success } from '../../../shared/api/result.ts'
import type { articleApi, ImportedFile } from '../../../shared/article/api.ts'
import type { Newsroom } from '../../newsroom.ts'
import { type ImportWatch, importPaths, importUploads } from './import-files.ts'

type ImportHandlers = Pick<Handlers<typeof articleApi>, 'import' | 'upload' | 'cancelImport'>

/** Imports of an open newsroom; each runs under the name its caller gave it and can be stopped by it. */
export const importHandlers = (newsroom: Newsroom): ImportHandlers => {
  const running = new Map<string, { cancelled: boolean }>()
  const watched = async (job: string | null, run: (watch: ImportWatch) => Promise<ImportedFile[]>) => {
    const state = { cancelled: false }
    const progress: ImportWatch['progress'] = (done, total, file) => {
      if (job !== null) newsroom.emit({ type: 'jobProgress', job, done, total, label: basename(file) })
    }
    if (job !== null) running.set(job, state)
    try {
      return success(await run({ progress, cancelled: () => state.cancelled }))
    } finally {
      if (job !== null) running.delete(job)
      newsroom.emit({ type: 'changed', feature: 'article', id: null })
    }
  }
  return {
    import: ({ paths, rubric, job }, { person }) => watched(job, (watch) => importPaths(newsroom, paths, rubric, person, watch)),
    upload: ({ files, rubric, job }, { person }) =>
      watched(job, (watch) => {
        const decoded = files.map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes, 'base64') }))
        return importUploads(newsroom, decoded, rubric, person, watch)
      }),
    cancelImport: async ({ job }) => {
      const state = running.get(job)
      // One that has ended meanwhile needs no stopping.
      if (state) state.cancelled = true
      return success({})
    },
  }
}
