import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Environment } from '../../src/backend/environment.ts'
import { diskFiles, unless } from '../../src/backend/store/files.ts'
import type { ChannelKind } from '../../src/shared/publishing/channel.ts'
import type { DeliveryStatus } from '../../src/shared/publishing/delivery.ts'
import type { ChannelBench, Failing } from './channel-bench.ts'
import { clipboardBench } from './clipboard-bench.ts'
import { emailBench } from './mail-bench.ts'
import { okBench } from './ok-bench.ts'
import { startTelegramServer, type Trouble } from './telegram-server.ts'
import { temporaryFolder } from './temporary.ts'
import { vkBench } from './vk-bench.ts'
import { webhookBench } from './webhook-bench.ts'
import { type SiteTrouble, startWordpressServer } from './wordpress-server.ts'
import { htmlText, readXml, textIn } from './xml-reader.ts'

const telegramBench = async (): Promise<ChannelBench> => {
  const server = await startTelegramServer()
  const failing = (name: string, trouble: Trouble, first: DeliveryStatus, last = first): Failing => ({
    name,
    make: () => server.trouble(trouble),
    first,
    last,
  })
  const settings = { apiRoot: server.root, chat: '@gazeta' }
  return {
    kind: 'telegram',
    settings,
    secret: server.token,
    refused: [
      [{}, 'chat'],
      [{ chat: 'gazeta' }, 'chat'],
      [{ ...settings, apiRoot: 'file:///etc' }, 'apiRoot'],
      [{ ...settings, grace: 'час' }, 'grace'],
      [{ ...settings, colour: 'red' }, 'colour'],
    ],
    environment: {},
    published: async () => server.posts.map((post) => post.text),
    photos: async () => server.posts.reduce((sum, post) => sum + post.photos, 0),
    doubles: () => server.doubles(),
    attempts: () => server.requests.length,
    failings: [
      failing('429', { kind: 'busy', retryAfter: 30 }, 'queued', 'published'),
      failing('400', { kind: 'error', code: 400, description: 'Bad Request' }, 'failed'),
      failing('403', { kind: 'error', code: 403, description: 'Forbidden' }, 'needsPerson'),
      failing('обрыв после публикации', { kind: 'cut', posted: true }, 'unknown'),
      failing('обрыв до публикации', { kind: 'cut', posted: false }, 'unknown'),
      failing('страница вместо ответа', { kind: 'page', status: 502, posted: true }, 'unknown'),
      failing('молчание', { kind: 'hang' }, 'unknown'),
    ],
    loseAnswer: () => server.trouble({ kind: 'cut', posted: true }),
    loseChange: () => server.trouble({ kind: 'cut', posted: true }),
    close: () => server.close(),
  }
}

const wordpressBench = async (): Promise<ChannelBench> => {
  const server = await startWordpressServer()
  const failing = (name: string, trouble: SiteTrouble, first: DeliveryStatus, last = first): Failing => ({
    name,
    make: () => server.trouble('post', trouble),
    first,
    last,
  })
  const error = (status: number, code: string, taken = false) => ({ kind: 'error' as const, status, code, taken })
  const settings = { site: server.site, user: server.user }
  const wordsOf = (post: { title: string; content: string; excerpt: string }) =>
    [post.title, post.excerpt, post.content].map(htmlText).join('\n')
  return {
    kind: 'wordpress',
    settings,
    secret: server.password,
    refused: [
      [{}, 'site'],
      [{ site: 'http://eseur.ru', user: 'a' }, 'site'],
      [{ site: 'eseur.ru', user: 'a' }, 'site'],
      [{ site: 'https://eseur.ru' }, 'user'],
      [{ ...settings, status: 'future' }, 'status'],
      [{ ...settings, categories: 'Новости' }, 'categories'],
      [{ ...settings, author: 'Иванов' }, 'author'],
      [{ ...settings, restRoot: 'http://чужой/' }, 'restRoot'],
      [{ ...settings, colour: 'red' }, 'colour'],
    ],
    environment: {},
    published: async () => server.posts.filter(({ status }) => status !== 'trash').map(wordsOf),
    photos: async () => server.posts.reduce((sum, post) => sum + (post.content.match(/<img /g) ?? []).length, 0),
    doubles: () => server.posts.filter((post) => /-\d$/.test(post.slug)).length,
    attempts: () => server.requests.length,
    failings: [
      failing('429', { kind: 'busy', retryAfter: 30 }, 'queued', 'published'),
      failing('обновление сайта', { kind: 'maintenance' }, 'queued', 'published'),
      failing('400', error(400, 'rest_invalid_param'), 'needsPerson'),
      failing('401', error(401, 'rest_cannot_create'), 'needsPerson'),
      failing('403', error(403, 'rest_cannot_publish'), 'needsPerson'),
      failing('404', error(404, 'rest_no_route'), 'needsPerson'),
      failing('переадресация', { kind: 'page', status: 301, taken: false }, 'needsPerson'),
      failing('500 после публикации', error(500, 'internal_server_error', true), 'unknown', 'published'),
      failing('500 без публикации', error(500, 'internal_server_error'), 'unknown', 'published'),
      failing('503 посредника после публикации', { kind: 'page', status: 503, taken: true }, 'unknown', 'published'),
      failing('страница 200 вместо ответа', { kind: 'page', status: 200, taken: true }, 'unknown', 'published'),
      failing('обрыв после публикации', { kind: 'cut', taken: true }, 'unknown', 'published'),
      failing('обрыв до публикации', { kind: 'cut', taken: false }, 'unknown', 'published'),
      failing('молчание', { kind: 'hang' }, 'unknown', 'published'),
    ],
    loseAnswer: () => server.trouble('post', { kind: 'cut', taken: true }),
    loseChange: () => server.trouble('post', { kind: 'cut', taken: true }),
    read: ({ comments }) => {
      server.comment(comments)
      return { views: null, likes: null, reposts: null, comments }
    },
    loseCounts: () => server.trouble('count', { kind: 'cut', taken: false }),
    close: () => server.close(),
  }
}

const refusal = (code: string) => Object.assign(new Error(code), { code })

const rssBench = async (): Promise<ChannelBench> => {
  const folder = join(await temporaryFolder(), 'feeds')
  await mkdir(folder)
  const path = join(folder, 'feed.xml')
  let attempts = 0
  let failing: 'open' | 'write' | 'sync' | null = null
  let code = ''
  const settings = { file: path, title: 'Профсоюзная среда', folderAddress: 'https://eseur.ru/feeds' }
  const failed = (what: typeof failing): boolean => {
    if (failing !== what) return false
    failing = null
    return true
  }
  const files: Environment['files'] = {
    ...diskFiles,
    open: async (name, mode) => {
      if (name !== `${path}.new`) return diskFiles.open(name, mode)
      attempts += 1
      if (failed('open')) throw refusal(code)
      const file = await diskFiles.open(name, mode)
      const write: typeof file.write = async (bytes) => {
        if (!failed('write')) return file.write(bytes)
        await file.write(bytes.subarray(0, 10))
        throw refusal(code)
      }
      return { ...file, write }
    },
    syncFolder: async (name) => {
      if (dirname(path) === name && failed('sync')) throw refusal('EIO')
      return diskFiles.syncFolder(name)
    },
  }
  const breaking = (
    name: string,
    what: NonNullable<typeof failing>,
    error: string,
    first: DeliveryStatus,
    last = first,
  ): Failing => ({
    name,
    make: () => {
      failing = what
      code = error
    },
    first,
    last,
  })
  const items = async () => {
    const bytes = await unless('ENOENT', readFile(path, 'utf8'), null)
    if (bytes === null) return []
    const channel = readXml(bytes).children[0]
    return (channel?.children ?? []).filter((child) => child.name === 'item')
  }
  let guids = 0
  return {
    kind: 'rss',
    settings,
    secret: null,
    refused: [
      [{ title: 'Лента' }, 'file'],
      [{ file: 'feed.xml', title: 'Лента' }, 'file'],
      [{ file: '/etc/passwd', title: 'Лента' }, 'file'],
      [{ file: path }, 'title'],
      [{ ...settings, items: '501' }, 'items'],
      [{ ...settings, days: '0' }, 'days'],
      [{ ...settings, folderAddress: 'ftp://x' }, 'folderAddress'],
      [{ ...settings, colour: 'red' }, 'colour'],
    ],
    environment: { files },
    published: async () => {
      const all = await items()
      guids = all.length - new Set(all.map((item) => textIn(item, 'guid'))).size
      return all.map((item) =>
        [textIn(item, 'title'), textIn(item, 'category'), htmlText(textIn(item, 'content:encoded'))].join('\n'),
      )
    },
    photos: async () =>
      (await items()).reduce((sum, item) => sum + item.children.filter((child) => child.name === 'enclosure').length, 0),
    doubles: () => guids,
    attempts: () => attempts,
    failings: [
      {
        name: 'папки нет',
        make: () => rename(folder, `${folder}-away`),
        mend: () => rename(`${folder}-away`, folder),
        first: 'needsPerson',
        last: 'needsPerson',
      },
      breaking('писать нельзя', 'open', 'EROFS', 'needsPerson'),
      breaking('нет прав', 'open', 'EACCES', 'needsPerson'),
      breaking('диск полон', 'write', 'ENOSPC', 'queued', 'published'),
      breaking('сбой диска', 'write', 'EIO', 'queued', 'published'),
      breaking('запись не подтверждена', 'sync', 'EIO', 'unknown', 'published'),
    ],
    loseAnswer: () => {
      failing = 'sync'
    },
    loseChange: () => {
      failing = 'sync'
    },
    close: async () => undefined,
  }
}

/** Every kind of channel there is, for the suite that holds for all of them. */
export const channelBenches: Readonly<Record<ChannelKind, () => Promise<ChannelBench>>> = {
  telegram: telegramBench,
  vk: vkBench,
  clipboard: clipboardBench,
  ok: okBench,
  wordpress: wordpressBench,
  webhook: webhookBench,
  rss: rssBench,
  email: emailBench,
}
