import type { Newsroom } from '../newsroom.ts'
import { ensureRecord, noteChange } from '../workflow/act.ts'

/** Gives articles the records they lack, and notes which were changed after their approval. */
export const upkeepOf = async (newsroom: Newsroom): Promise<void> => {
  const wanting: string[] = []
  newsroom.articles.scan((id, cell) => {
    const isNoted = cell('hasRecord') && (cell('approval') !== 'other' || cell('changedAfterApproval'))
    if (!isNoted) wanting.push(id)
  })
  for (const id of wanting) {
    await ensureRecord(newsroom, id)
    await noteChange(newsroom, id)
  }
}

/** The first windows are served before the files are looked at: so many milliseconds. */
const firstRest = 1500

/**
 * Looks once, a little after the opening, whether other hands brought, changed or took away files, and tells the windows
 * what came of it. Returns how to stop: it resolves when nothing is under way any more.
 */
export const startUpkeep = (newsroom: Newsroom): (() => Promise<void>) => {
  const { environment } = newsroom
  let stopped = false
  let running: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      const found = await newsroom.verify(() => stopped)
      if (!newsroom.readOnly && found.articles.length > 0) await upkeepOf(newsroom)
      if (found.articles.length > 0) newsroom.emit({ type: 'changed', feature: 'article', id: null })
      if (found.issues.length > 0) newsroom.emit({ type: 'changed', feature: 'issue', id: null })
      if (found.media.length > 0) newsroom.emit({ type: 'changed', feature: 'media', id: null })
    } catch (error) {
      environment.log(`сверка папки: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const timer = setTimeout(() => {
    running = look()
  }, firstRest)
  timer.unref()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
