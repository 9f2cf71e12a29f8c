import { resolve } from 'node:path'
import type { BackendEvent } from '../../shared/api/events.ts'
import { type Result, success } from '../../shared/api/result.ts'
import type { WorkspaceState } from '../../shared/workspace/api.ts'
import type { Environment } from '../environment.ts'
import { keepLayouts } from '../layout/layout-service.ts'
import { folderName, type Newsroom, openNewsroom } from '../newsroom.ts'
import { keepChecks } from '../preflight/file/check-for-printer.ts'
import { startSending } from '../publishing/sender.ts'
import { type SignOffWatch, watchSignOffs } from '../signoff/watch.ts'
import { rememberFolder } from './recent-folders.ts'
import { startUpkeep, upkeepOf } from './upkeep.ts'

/** The folder that is open now, if any; one at a time. */
export interface Session {
  newsroom(): Newsroom | null
  state(): WorkspaceState
  open(folder: string): Promise<Result<WorkspaceState>>
  close(): Promise<void>
}

/** What goes on by itself while a folder is open. */
export interface SessionOptions {
  readonly sending: boolean
  readonly indexing?: boolean
}

export const openSession = (
  environment: Environment,
  emit: (event: BackendEvent) => void,
  { sending, indexing = false }: SessionOptions,
): Session => {
  let newsroom: Newsroom | null = null
  let stopSending = async (): Promise<void> => undefined
  let stopUpkeep = async (): Promise<void> => undefined
  let watch: SignOffWatch | null = null
  const tell = (event: BackendEvent): void => {
    watch?.hear(event)
    emit(event)
  }

  const state = (): WorkspaceState => ({
    folder: newsroom?.folder ?? null,
    name: newsroom ? `${newsroom.settings.get().publication.name} · ${folderName(newsroom.folder)}` : '',
    readOnly: newsroom?.readOnly ?? false,
    heldBy: newsroom?.heldBy ?? null,
    notices: [...(newsroom?.notices() ?? [])],
  })

  const close = async (): Promise<void> => {
    const closing = newsroom
    newsroom = null
    await Promise.all([stopSending(), stopUpkeep()])
    const watched = watch
    watch = null
    await watched?.settled()
    stopSending = async () => undefined
    stopUpkeep = async () => undefined
    try {
      if (closing) {
        await keepLayouts(closing)
        await keepChecks(closing)
      }
      await closing?.close()
    } finally {
      // The folder is let go even where its last write failed, and the windows must know.
      if (closing) emit({ type: 'workspaceChanged' })
    }
  }

  return {
    newsroom: () => newsroom,
    state,
    close,
    open: async (folder) => {
      const path = resolve(folder)
      if (newsroom?.folder === path && !newsroom.readOnly) return success(state())
      const opened = await openNewsroom(environment, path, tell)
      if (!opened.ok) return opened
      await close()
      newsroom = opened.value
      if (!newsroom.readOnly) {
        await upkeepOf(newsroom)
        if (sending) stopSending = startSending(newsroom)
        watch = watchSignOffs(newsroom)
      }
      if (indexing) newsroom.search.startSoon()
      stopUpkeep = startUpkeep(newsroom)
      await rememberFolder(environment, path, newsroom.settings.get().publication.name)
      emit({ type: 'workspaceChanged' })
      return success(state())
    },
  }
}
