import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createDesk, type Desk } from '../e2e/desk.ts'
import { startTelegramServer } from '../helpers/telegram-server.ts'
import { startWordpressServer } from '../helpers/wordpress-server.ts'

/** Newsrooms in every condition the screens can show, each with its own running program. */
export interface Stage {
  /** No folder open; the others are among the recent ones. */
  readonly start: string
  /** The training newsroom with channels of every kind and deliveries of several outcomes. */
  readonly newsroom: string
  readonly folder: string
  /** Articles of the training newsroom in order of its list. */
  readonly articles: readonly { readonly id: string; readonly headline: string; readonly status: string }[]
  /** The training newsroom again, held by the first program. */
  readonly readOnly: string
  /** A newsroom without issues and articles. */
  readonly empty: string
  /** A newsroom with an empty issue, for what an import shows. */
  readonly fresh: string
  readonly texts: readonly string[]
  clear(): Promise<void>
}

const articlesSchema = z.array(z.object({ id: z.string(), headline: z.string(), status: z.string() }))
const chief = 'editorInChief'

const texts = (desk: Desk) =>
  Promise.all(
    [
      ['Путёвки.txt', 'Путёвки для учителей\n\nВ районе распределили путёвки в санаторий. Заявления принимают до пятницы.\n'],
      ['Конкурс.txt', 'Конкурс завершён\n\nЖюри подвело итоги. Победителей назовут в декабре.\n'],
      ['Смета.xlsx', 'таблица'],
    ].map(async ([name = '', content = '']) => {
      await writeFile(join(desk.root, name), content)
      return join(desk.root, name)
    }),
  )

/** Sets the stage; everything is in a temporary folder and nothing leaves this computer. */
export const setStage = async (): Promise<Stage> => {
  const telegram = await startTelegramServer()
  const site = await startWordpressServer()
  const desk = await createDesk({ TELEGRAM_TOKEN: telegram.token, SITE_PASSWORD: site.password })
  const folder = join(desk.root, 'Учебная редакция')
  const [empty, fresh] = [join(desk.root, 'Новая редакция'), join(desk.root, 'Редакция')]
  await Promise.all([
    desk.command('create', folder, '--demo'),
    desk.command('create', empty),
    desk.command('create', fresh).then(() => desk.command('issue', 'create', fresh, '--date', '2026-12-02', '--pages', '8')),
  ])

  const chat = ['--set', 'chat=@gazeta', '--set', `apiRoot=${telegram.root}`, '--secret-env', 'TELEGRAM_TOKEN']
  await desk.command('channel', 'add', folder, 'tg', '--kind', 'telegram', '--as', chief, ...chat)
  const account = ['--set', `site=${site.site}`, '--set', `user=${site.user}`, '--secret-env', 'SITE_PASSWORD']
  await desk.command('channel', 'add', folder, 'site', '--kind', 'wordpress', '--as', chief, ...account)
  const feed = ['--set', `file=${join(desk.root, 'feed.xml')}`, '--set', 'title=Профсоюзная среда']
  await desk.command('channel', 'add', folder, 'rss', '--kind', 'rss', '--as', chief, ...feed)
  const hand = ['--set', 'address=https://max.ru/gazeta']
  await desk.command('channel', 'add', folder, 'max', '--kind', 'clipboard', '--as', chief, ...hand)
  const articles = articlesSchema.parse(await desk.command('list', folder, 'articles'))
  const [first, second, third] = articles.filter(({ status }) => status === 'approved')
  const publish = async (id: string | undefined, channel = 'tg') => {
    if (id === undefined) return
    await desk.command('publish', folder, id, '--channel', channel, '--as', chief)
    await desk.command('outbox', folder, '--drain').catch(() => null)
  }
  await publish(first?.id)
  await publish(first?.id, 'site')
  await publish(first?.id, 'max')
  site.comment(14)
  telegram.trouble({ kind: 'cut', posted: true })
  await publish(second?.id)
  telegram.trouble({ kind: 'error', code: 400, description: 'Bad Request: chat not found' })
  await publish(third?.id)

  const serve = async (path: string) => (await desk.start(['serve', path])).url
  const newsroom = await serve(folder)
  return {
    newsroom,
    folder,
    articles,
    readOnly: await serve(folder),
    empty: await serve(empty),
    fresh: await serve(fresh),
    start: (await desk.start(['start', '--web'])).url,
    texts: await texts(desk),
    clear: async () => {
      await desk.clear()
      await telegram.close()
      await site.close()
    },
  }
}
