import { z } from 'zod'
import type { BackendEvent } from '../../shared/api/events.ts'
import type { Failure } from '../../shared/api/result.ts'
import { canonicalJson } from '../../shared/article/content.ts'
import { type ArticleFit, type LayoutDiagnostic, layoutApi } from '../../shared/layout/api.ts'
import type { PageDisplay } from '../../shared/layout/display.ts'
import type { IssueOutline, StoryForLayout } from '../../shared/layout/input.ts'
import type { Client } from '../api/client.ts'
import { type CopyfitState, createCopyTurns } from './copy-turns.ts'
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
  /** How the text fits that a person is writing; null until it is known. */
  readonly copyfit: CopyfitState | null
  readonly failure: Failure | null
}

/** The desk at which one issue is laid out: it hears of changes, fetches the stories it lacks, and the latest run wins. */
export interface LayoutDesk {
  readonly current: () => IssueLayoutState
  /** Calls back after every change of the state; `pages` are those to be drawn, as long as one watches. */
  readonly watch: (pages: readonly number[], listener: () => void) => () => void
  /**
   * Lays the issue out as if it were arranged so, be it stored or not; null goes back to what is stored. Stories that
   * stand in no issue yet are fetched.
   */
  readonly arrange: (arranged: Arranged | null) => void
  /**
   * Tells in `copyfit` how a story fits its place as it reads now, stored or not, and again after every change of the
   * issue; null ends that.
   */
  readonly measure: (story: StoryForLayout | null) => void
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

/** Where stories stand and which zones pages have, as a person is about to arrange it. */
export type Arranged = Pick<IssueOutline, 'placements' | 'dummies'>

const nameOf = ({ placements, dummies }: Arranged): string => canonicalJson({ placements, dummies })

const nothing: IssueLayoutState = {
  ...{ fits: null, diagnostics: [], pages: new Map(), progress: null, copyfit: null, failure: null },
}

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
  let wished: Arranged | null = null
  /** The arrangement that was laid out last, so that the same is not laid out again. */
  let laid = ''
  /** Stories that a wish places and the issue does not have. */
  const guests = new Map<string, StoryForLayout>()
  const watchers = new Map<() => void, readonly number[]>()
  /** The story that is being written, and whether what is stored of it has changed since the issue was read. */
  let written: StoryForLayout | null = null
  let passed = false
  const turns = createCopyTurns((run, story) => port?.post({ type: 'copyfit', run, story, alone: null }))

  const change = (next: Partial<IssueLayoutState>): void => {
    state = { ...state, ...next }
    for (const listener of [...watchers.keys()]) listener()
  }

  const stop = (): void => {
    port?.close()
    port = null
    given.clear()
    turns.forget()
  }
  const broke = (reason: string): void => {
    stop()
    change({ failure: broken(reason), progress: null })
  }
  const said = (message: unknown): void => {
    const reply = replySchema.safeParse(message)
    if (!reply.success) broke(z.prettifyError(reply.error))
    else if (reply.data.type === 'failed') broke(reply.data.reason)
    else if (reply.data.type === 'copyfit') {
      const { run: about, lines, fit } = reply.data
      const story = turns.answered(about)
      if (story !== null && story.id === written?.id) change({ copyfit: { story, lines, fit } })
    } else if (reply.data.type === 'laidOut') {
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

  /** The issue as it is to be laid out now. */
  const shown = (stored: IssueOutline): IssueOutline => {
    if (wished === null) return stored
    const { placements, dummies } = wished
    const own = new Set(stored.stories.map(({ id }) => id))
    const more = [...guests.values()].filter(({ id }) => placements[id] !== undefined && !own.has(id))
    return { ...stored, placements, dummies, stories: [...stored.stories, ...more.map(({ id, hash }) => ({ id, hash }))] }
  }

  const ask = (fresh: readonly StoryForLayout[]): void => {
    if (outline === null) return
    const now = shown(outline)
    const names = new Set(now.stories.map(storyName))
    const coming = [...guests.values()].filter((guest) => names.has(storyName(guest)) && !given.has(storyName(guest)))
    try {
      port ??= start({ said, broke })
      run += 1
      asked = new Set([...watchers.values()].flat())
      port.post({ type: 'layOut', run, outline: now, stories: [...fresh, ...coming], pages: [...asked] })
      laid = nameOf(now)
      given.clear()
      for (const name of names) given.add(name)
      if (written !== null) turns.ask(written)
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
      return newer === undefined ? [] : [{ ...story, hash: newer.hash }]
    })
    outline = { ...told.value, stories }
    passed = false
    ask([...fresh.values()])
    void follow(wished)
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

  const follow = async (arranged: Arranged | null): Promise<void> => {
    wished = arranged
    if (outline === null) return
    const own = new Set(outline.stories.map(({ id }) => id))
    const missing = Object.keys(arranged?.placements ?? {}).filter((id) => !own.has(id) && !guests.has(id))
    if (missing.length > 0) {
      const answer = await client.call(layoutApi.stories, { ids: missing })
      // Another wish that has come meanwhile asks for itself.
      if (closed || wished !== arranged) return
      if (answer.ok) for (const story of answer.value) guests.set(story.id, story)
    }
    if (outline !== null && nameOf(shown(outline)) !== laid) ask([])
  }

  const measure = (story: StoryForLayout | null): void => {
    const before = written
    written = story
    if (story?.id !== before?.id) change({ copyfit: null })
    if (story !== null && port !== null && outline !== null) turns.ask(story)
    if (story !== null || !passed) return
    outline = null
    if (watchers.size > 0) void read()
  }

  const ignoreEvents = client.subscribe((event) => {
    // What is being written is known here before it is stored.
    if (event.type === 'changed' && event.feature === 'article' && event.id === written?.id) {
      passed = true
      return
    }
    // The text of a story that waits for its place may have changed: it is fetched anew when it is placed.
    if (event.type === 'changed' && event.feature === 'article') guests.clear()
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
    arrange: (arranged) => void follow(arranged),
    measure,
    refresh: () => void read(),
    close() {
      closed = true
      stop()
      ignoreEvents()
      ignoreConnection()
    },
  }
}
