import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createNewsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { publishingHandlers } from '../../../src/backend/publishing/publishing-handlers.ts'
import { sendingDependencies } from '../../../src/backend/publishing/sending-dependencies.ts'
import { actOn, newWorkflowRecord } from '../../../src/backend/workflow/act.ts'
import { changes, type ForgetfulFiles, forgetfulFiles, losses } from '../../helpers/forgetful-files.ts'
import { type Clock, environmentOf, p, photo, story, value } from '../../helpers/publishing.ts'
import { readXml, textIn } from '../../helpers/xml-reader.ts'

const folder = '/disk/newsroom'
const home = '/disk/home'
const feed = '/disk/feeds/feed.xml'
const chief = { person: 'editorInChief' }

/** One life of the machine on the disk it finds. */
const live = (disk: ForgetfulFiles, boot: string, clock: Clock) => {
  const environment = {
    ...environmentOf({ folder, home, clock }, { files: disk.files }),
    process: { pid: 1, host: 'h', bootId: boot, alive: () => true },
  }
  const open = async () => {
    const newsroom = value(await openNewsroom(environment, folder, () => undefined))
    return { newsroom, handlers: publishingHandlers(newsroom, { ...sendingDependencies, wait: async () => undefined }) }
  }
  return { environment, open }
}

/** What readers get: titles in the feed, and photos it names that are not there. Throws where it is no whole feed. */
const shown = (disk: ForgetfulFiles): { readonly titles: readonly string[]; readonly missing: readonly string[] } => {
  const files = disk.contents()
  const xml = readXml(new TextDecoder().decode(files.get(feed)))
  const items = (xml.children[0]?.children ?? []).filter((child) => child.name === 'item')
  const named = items.flatMap((item) => item.children.flatMap(({ attributes }) => attributes.url ?? []))
  const missing = named.filter((url) => !files.has(url.replace('https://eseur.ru/feeds', '/disk/feeds')))
  return { titles: items.map((item) => textIn(item, 'title')), missing }
}

test('F5 O5 O19 whatever a power cut takes, the feed is whole, and in the end everything stands in it once', async () => {
  const clock = { now: Date.UTC(2026, 10, 25, 9) }
  const cuts: { readonly disk: ForgetfulFiles; readonly name: string }[] = []
  let gathering = false
  const disk: ForgetfulFiles = forgetfulFiles({
    watch: (step) => {
      if (!gathering || !changes(step)) return
      const loss = losses[step.number % losses.length] ?? 'least'
      cuts.push({ disk: disk.afterPowerCut(loss, step.number, {}), name: `${step.number} ${step.call} ${step.path} ${loss}` })
    },
  })
  const { environment, open } = live(disk, 'first', clock)
  value(await createNewsroom(environment, folder))
  await environment.files.makeFolder('/disk/feeds')
  const { newsroom, handlers } = await open()
  const settings = { file: feed, title: 'Лента', folderAddress: 'https://eseur.ru/feeds' }
  expect(value(await handlers.addChannel({ id: 'rss', kind: 'rss', settings, secret: null }, chief)).problem).toBeNull()
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#369' } })
    .jpeg()
    .toBuffer()
  const picture = value(await newsroom.media.add('a.jpg', jpeg)).id
  const order = async (headline: string): Promise<void> => {
    const article = await newsroom.articles.create(story(headline, photo(picture), p('Текст.')))
    await newsroom.workflow.put(article, newWorkflowRecord('filed', 'import', null, 0, 1))
    value(await actOn(newsroom, 'approve', [article], 'editorInChief', ''))
    value(await handlers.publish({ article, channel: 'rss', at: null }, chief))
  }
  await order('Первая')
  value(await handlers.drain({}, chief))
  clock.now += 60_000
  await order('Вторая')
  gathering = true
  value(await handlers.drain({}, chief))
  gathering = false
  expect(shown(disk)).toEqual({ titles: ['Вторая', 'Первая'], missing: [] })
  expect(cuts.length).toBeGreaterThan(30)

  const wrong: string[] = []
  for (const { disk: left, name } of cuts) {
    const { titles, missing } = shown(left)
    if (!titles.includes('Первая') || missing.length > 0) wrong.push(`${name}: сразу ${titles.join()} ${missing.join()}`)
    const later = { now: clock.now }
    const second = await live(left, 'second', later).open()
    for (let round = 0; round < 3; round += 1) {
      value(await second.handlers.drain({}, chief))
      later.now += 61_000
    }
    const { deliveries, paused } = value(await second.handlers.outbox({}, chief))
    await second.newsroom.close()
    const states = deliveries.map(({ status }) => status).join()
    const after = shown(left)
    if (states !== 'published,published' || paused !== null) wrong.push(`${name}: ${states} ${paused}`)
    if (after.titles.join() !== 'Вторая,Первая' || after.missing.length > 0) wrong.push(`${name}: в ленте ${after.titles.join()}`)
  }
  expect(wrong).toEqual([])
})
