import { z } from 'zod'
import type { BackendEvent } from '../../shared/api/events.ts'
import type { Failure } from '../../shared/api/result.ts'
import { type ArticleFit, type LayoutDiagnostic, layoutApi } from '../../shared/layout/api.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import type { IssueOutline, StoryForLayout } from '../../shared/layout/input.ts'
import type { Client } from '../api/client.ts'
import { replySchema, storyName } from './protocol.ts'
import type { LayoutListener, LayoutPort } from './start-worker.ts'

/** An issue as the worker of this window has laid it out. */
export interface IssueLayoutState {
  /** Null until it was laid out for the first time. */
  readonly fits: readonly ArticleFit[] | null
  readonly diagnostics: readonly LayoutDiagnostic[]
  /** The pages that were wanted, by number; one that did not change stays the very same value. */
  readonly pages: ReadonlyMap<number, PageDisplay>
  /** Stories and pages done, while a run takes its time. */
  readonly progress: { readonly done: number; readonly total: number } | null
  readonly failure: Failure | null
}

/** The desk at which one issue is laid out: it hears of changes, fetches the stories it lacks, and the latest run wins. */
export interface LayoutDesk {
  readonly current: () => IssueLayoutState
  /** Calls back after every change of the state; `pages` are those to be drawn, as long as one watches. */
  readonly watch: (pages: readonly number[], listener: () => void) => () => void
  readonly refresh: () => void
  readonly close: () => void
}

export interface DeskNeeds {
  readonly client: Pick<Client, 'call' | 'subscribe' | 'connection'>
  readonly issue: string
  readonly start: (listener: LayoutListener) => LayoutPort
  /** The failure of a worker that can't work. */
  readonly broken: (reason: string) => Failure
}

const nothing: IssueLayoutState = { fits: null, diagnostics: [], pages: new Map(), progress: null, failure: null }

const concerns = (event: BackendEvent): boolean =>
  event.type === 'changed' && ['issue', 'article', 'settings', 'media'].includes(event.feature)

export const createLayoutDesk = ({ client, issue, start, broken }: DeskNeeds): LayoutDesk => {
  let state = nothing
  let port: LayoutPort | null = null
  let outline: IssueOutline | null = null
  let run = 0
  let reading = false
  let again = false
  let closed = false
  /** Stories the worker has, and the pages it was asked for last. */
  const given = new Set<string>()
  let asked: ReadonlySet<number> = new Set()
  const watchers = new Map<() => void, readonly number[]>()

  const change = (next: Partial<IssueLayoutState>): void => {
    state = { ...state, ...next }
    for (const listener of [...watchers.keys()]) listener()
  }

  const stop = (): void => {
    port?.close()
    port = null
    given.clear()
  }
  const broke = (reason: string): void => {
    stop()
    change({ failure: broken(reason), progress: null })
  }
  const said = (message: unknown): void => {
    const reply = replySchema.safeParse(message)
    if (!reply.success) broke(z.prettifyError(reply.error))
    else if (reply.data.type === 'failed') broke(reply.data.reason)
    else if (reply.data.type === 'laidOut') {
      const { fits, diagnostics, pages } = reply.data
      // Pages of an older run count as sent: the worker compares the next ones with them.
      keepPages(pages)
      if (reply.data.run === run) change({ fits, diagnostics, progress: null, failure: null })
    } else if (reply.data.run === run) change({ progress: { done: reply.data.done, total: reply.data.total } })
  }
  const keepPages = (made: readonly PageDisplay[]): void => {
    const pages = new Map(state.pages)
    for (const page of made) pages.set(page.page, page)
    for (const page of pages.keys()) if (page > (outline?.pages ?? 0)) pages.delete(page)
    state = { ...state, pages }
  }

  const ask = (stories: readonly StoryForLayout[]): void => {
    if (outline === null) return
    try {
      port ??= start({ said, broke })
      run += 1
      asked = new Set([...watchers.values()].flat())
      port.post({ type: 'layOut', run, outline, stories: [...stories], pages: [...asked] })
      given.clear()
      for (const story of outline.stories) given.add(storyName(story))
    } catch (error) {
      broke(error instanceof Error ? error.message : String(error))
    }
  }

  const readOnce = async (): Promise<void> => {
    const told = await client.call(layoutApi.input, { issue })
    if (closed) return
    if (!told.ok) {
      change({ failure: told.failure })
      return
    }
    const missing = told.value.stories.filter((story) => !given.has(storyName(story))).map(({ id }) => id)
    const read = missing.length === 0 ? null : await client.call(layoutApi.stories, { ids: missing })
    if (closed) return
    if (read !== null && !read.ok) {
      change({ failure: read.failure })
      return
    }
    const fresh = new Map(read?.value.map((story) => [story.id, story]))
    // A story may have changed again, or gone, since the outline was read.
    const stories = told.value.stories.flatMap((story) => {
      if (given.has(storyName(story))) return [story]
      const newer = fresh.get(story.id)
      return newer === undefined ? [] : [{ id: newer.id, hash: newer.hash }]
    })
    outline = { ...told.value, stories }
    ask([...fresh.values()])
  }
  const read = async (): Promise<void> => {
    if (reading) {
      again = true
      return
    }
    reading = true
    do {
      again = false
      await readOnce()
    } while (again && !closed)
    reading = false
  }

  const ignoreEvents = client.subscribe((event) => {
    if (concerns(event) && watchers.size > 0) void read()
    else if (concerns(event)) outline = null
  })
  let before = client.connection.current()
  const ignoreConnection = client.connection.subscribe(() => {
    const now = client.connection.current()
    if (before === 'lost' && now === 'open') void read()
    before = now
  })

  return {
    current: () => state,
    watch(pages, listener) {
      watchers.set(listener, pages)
      // A reading under way asks for the pages of everyone who watches by then.
      if (reading) return () => watchers.delete(listener)
      if (outline === null) void read()
      else if (pages.some((page) => !asked.has(page))) ask([])
      return () => watchers.delete(listener)
    },
    refresh: () => void read(),
    close() {
      closed = true
      stop()
      ignoreEvents()
      ignoreConnection()
    },
  }
}
