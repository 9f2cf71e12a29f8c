import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { onTestFinished } from 'vitest'
import type { Environment } from '../../src/backend/environment.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { publishingHandlers } from '../../src/backend/publishing/publishing-handlers.ts'
import { type SendingDependencies, sendingDependencies } from '../../src/backend/publishing/sending-dependencies.ts'
import { actOn, newWorkflowRecord, nextOrder, noteChange } from '../../src/backend/workflow/act.ts'
import type { Handlers } from '../../src/shared/api/operation.ts'
import type { Result } from '../../src/shared/api/result.ts'
import { type ArticleContent, type Block, emptyContent } from '../../src/shared/article/content.ts'
import type { publishingApi } from '../../src/shared/publishing/api.ts'
import type { Delivery } from '../../src/shared/publishing/delivery.ts'
import { startTelegramServer, type TelegramServer } from './telegram-server.ts'
import { temporaryFolder } from './temporary.ts'

/** A paragraph of an article. */
export const p = (text: string, kind: Extract<Block, { type: 'paragraph' }>['attrs']['kind'] = 'paragraph'): Block => ({
  type: 'paragraph',
  attrs: { kind, medium: 'everywhere' },
  content: [{ type: 'text', text }],
})

/** A photo of an article. */
export const photo = (media: string, caption = '', credit = ''): Block => ({
  type: 'photo',
  attrs: { media, credit, alternative: '', medium: 'everywhere' },
  content: caption === '' ? [] : [{ type: 'text', text: caption }],
})

/** An article of these blocks. */
export const story = (headline: string, ...body: readonly Block[]): ArticleContent => ({
  ...emptyContent,
  headline,
  body: [...body],
})

export const value = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.what}`)
  return result.value
}

/** The code of a failure, or «ok». */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.failure.code)

/** A clock that moves only when told to. */
export interface Clock {
  now: number
}

/** A newsroom that is open, with a clock and a network of the test's own. */
export interface Desk {
  readonly newsroom: Newsroom
  readonly handlers: Handlers<typeof publishingApi>
  readonly logged: readonly string[]
  /** Takes an article in and has it approved; returns its id. */
  approved(content: ArticleContent): Promise<string>
  approve(article: string): Promise<void>
  /** Changes an article's headline through its document, as an editor would. */
  retitle(article: string, headline: string): Promise<void>
  publish(article: string, channel?: string, at?: string | null): Promise<string>
  drain(): Promise<number>
  delivery(id: string): Promise<Delivery>
  close(): Promise<void>
}

export interface Place {
  readonly folder: string
  readonly home: string
  readonly clock: Clock
}

const staff = {
  schemaVersion: 1,
  members: [
    { id: 'chief', name: 'Главный', roles: ['editorInChief'] },
    { id: 'smm', name: 'Редактор соцсетей', roles: ['socialEditor'] },
    { id: 'reporter', name: 'Корреспондент', roles: ['reporter'] },
  ],
}

export const environmentOf = ({ home, clock }: Place, more: Partial<Environment> = {}): Environment => {
  const real = nodeEnvironment()
  // A server that hangs on purpose should not hang the test; a slow machine should not fail it either.
  const http: Environment['http'] = (request) => real.http({ ...request, timeoutMs: 2_000 })
  const mail: Environment['mail'] = (server, letter) => real.mail({ ...server, timeoutMs: 2_000 }, letter)
  return { ...real, home, now: () => clock.now, log: () => undefined, passphrase: 'demo', http, mail, ...more }
}

/** An empty newsroom with a staff of three in a temporary folder. */
export const newPlace = async (): Promise<Place> => {
  const root = await temporaryFolder()
  const place: Place = { folder: join(root, 'newsroom'), home: join(root, 'home'), clock: { now: Date.UTC(2026, 10, 25, 9) } }
  value(await createNewsroom(environmentOf(place), place.folder))
  await writeFile(join(place.folder, 'staff.json'), JSON.stringify(staff))
  return place
}

/** Opens a newsroom; the clock moves on where sending would wait. */
export const openDesk = async (
  place: Place,
  more: { environment?: Partial<Environment>; dependencies?: Partial<SendingDependencies>; folder?: string } = {},
): Promise<Desk> => {
  const logged: string[] = []
  const environment = environmentOf(place, { log: (line) => void logged.push(line), ...more.environment })
  const newsroom = value(await openNewsroom(environment, more.folder ?? place.folder, () => undefined))
  const wait = async (ms: number) => {
    place.clock.now += ms
  }
  const handlers = publishingHandlers(newsroom, { ...sendingDependencies, wait, ...more.dependencies })
  const approve = async (article: string): Promise<void> => {
    value(await actOn(newsroom, 'approve', [article], 'chief', ''))
  }
  return {
    newsroom,
    handlers,
    logged,
    approve,
    approved: async (content) => {
      const article = await newsroom.articles.create(content)
      const record = newWorkflowRecord('filed', 'import', null, place.clock.now, nextOrder(newsroom))
      await newsroom.workflow.put(article, record)
      await approve(article)
      return article
    },
    retitle: async (article, headline) => {
      const { Doc, applyUpdate, encodeStateAsUpdate } = await import('yjs')
      const doc = new Doc()
      applyUpdate(doc, await newsroom.articles.state(article))
      const text = doc.getText('headline')
      text.delete(0, text.length)
      text.insert(0, headline)
      await newsroom.articles.change(article, encodeStateAsUpdate(doc))
      await noteChange(newsroom, article)
    },
    publish: async (article, channel = 'tg', at = null) =>
      value(await handlers.publish({ article, channel, at }, { person: 'smm' })).delivery,
    drain: async () => value(await handlers.drain({}, { person: null })).sent,
    delivery: async (id) => {
      const { deliveries } = value(await handlers.outbox({}, { person: null }))
      const found = deliveries.find((delivery) => delivery.id === id)
      if (!found) throw new Error(`нет отправления ${id}`)
      return found
    },
    close: () => newsroom.close(),
  }
}

/** Connects a Telegram channel to the test's server. */
export const connect = async (desk: Desk, server: Pick<TelegramServer, 'root' | 'token'>, id = 'tg', chat = '@gazeta') =>
  value(
    await desk.handlers.addChannel(
      { id, kind: 'telegram', settings: { apiRoot: server.root, chat }, secret: server.token },
      { person: 'chief' },
    ),
  )

/** A Telegram server for the length of a test. */
export const newServer = async (): Promise<TelegramServer> => {
  const server = await startTelegramServer()
  onTestFinished(() => server.close())
  return server
}

/** A newsroom with a connected channel, and the server behind it. */
export const connectedDesk = async (
  more: Parameters<typeof openDesk>[1] = {},
): Promise<{ place: Place; server: TelegramServer; desk: Desk }> => {
  const place = await newPlace()
  const server = await newServer()
  const desk = await openDesk(place, more)
  onTestFinished(() => desk.close())
  await connect(desk, server)
  return { place, server, desk }
}

/** Takes a picture in and returns its id; `shade` tells pictures apart. */
export const addPicture = async ({ newsroom }: Desk, shade: number): Promise<string> => {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: { r: shade, g: 90, b: 90 } } })
    .jpeg()
    .toBuffer()
  return value(await newsroom.media.add(`${shade}.jpg`, bytes)).id
}
