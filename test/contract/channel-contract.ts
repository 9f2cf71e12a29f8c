import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { HttpRequest } from '../../src/backend/environment.ts'
import { approvedVersion } from '../../src/backend/publishing/approved-version.ts'
import { secretWords } from '../../src/backend/publishing/channels/credentials.ts'
import { channelAdapters } from '../../src/backend/publishing/channels/registry.ts'
import { orderChange } from '../../src/backend/publishing/order-change.ts'
import { crashPoints } from '../../src/backend/publishing/sending-dependencies.ts'
import { type ArticleContent, emptyContent } from '../../src/shared/article/content.ts'
import type { ChannelKind } from '../../src/shared/publishing/channel.ts'
import type { ChannelBench } from '../helpers/channel-bench.ts'
import { channelBenches } from '../helpers/channel-benches.ts'
import { startDrain } from '../helpers/drain-process.ts'
import { addPicture, codeOf, type Desk, newPlace, openDesk, type Place, p, photo, story, value } from '../helpers/publishing.ts'

const chief = { person: 'chief' }
const smm = { person: 'smm' }

const full: ArticleContent = {
  ...emptyContent,
  rubric: 'Право на право',
  kicker: 'Победа',
  headline: 'Ёлка & «щи»: <итоги>',
  deck: 'Подзаголовок со словом яблоко',
  byline: 'Анна Ким',
  body: [
    p('Лид со словом груша.', 'lead'),
    p('Промежуточный', 'subhead'),
    p('Вопрос?', 'question'),
    p('Ответ.', 'answer'),
    p('первый пункт', 'listItem'),
    p('второй пункт', 'listItem'),
    p('Сказано «так» & [ссылка] ]]> 😀', 'quote'),
    { type: 'paragraph', attrs: { kind: 'paragraph', medium: 'webOnly' }, content: [{ type: 'text', text: 'Только на сайте.' }] },
    { type: 'paragraph', attrs: { kind: 'paragraph', medium: 'printOnly' }, content: [{ type: 'text', text: 'Лишнее.' }] },
  ],
}
const words = [
  'Ёлка',
  '«щи»',
  '<итоги>',
  'Победа',
  'яблоко',
  'Ким',
  'груша',
  'Промежуточный',
  'Вопрос?',
  'Ответ.',
  'первый',
  'второй',
]
const odd = ['«так»', '[ссылка]', ']]>', '😀', 'Только на сайте.']

const everyFile = async (folder: string): Promise<string> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return (await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))).join('\n')
}

interface Scene {
  readonly place: Place
  readonly desk: Desk
  readonly bench: ChannelBench
}

/** Where a channel is posted to by hand, somebody does so after every drain. */
const withHands = (desk: Desk, { byHand }: ChannelBench): Desk =>
  byHand ? { ...desk, drain: async () => (await desk.drain()) + (await byHand(desk)) } : desk

/** A newsroom with this channel connected. */
const scene = async (kind: ChannelKind, more: Parameters<typeof openDesk>[1] = {}): Promise<Scene> => {
  const place = await newPlace()
  const bench = await channelBenches[kind]()
  onTestFinished(() => bench.close())
  const desk = await openDesk(place, { ...more, environment: { ...bench.environment, ...more.environment } })
  onTestFinished(() => desk.close())
  const { settings, secret } = bench
  expect(value(await desk.handlers.addChannel({ id: 'ch', kind, settings, secret }, chief)).problem).toBeNull()
  return { place, desk: withHands(desk, bench), bench }
}

/** Drains until nothing more comes of it: waits out retries and looks. */
const drainOut = async ({ place, desk }: Pick<Scene, 'place' | 'desk'>): Promise<void> => {
  for (const rest of [61_000, 61_000, 61_000, 601_000]) {
    await desk.drain()
    place.clock.now += rest
  }
  await desk.drain()
}

/** What every channel keeps to, whatever its network: the rules of the outbox that meet the channel. */
export const channelContract = (kind: ChannelKind): void => {
  const adapter = channelAdapters[kind]
  const context = { portal: 'https://eseur.ru', delivery: 'd1e2f3a4b5c6d7e8d1e2f3a4b5c6d7e8', settings: {} }

  test('settings that are wrong are refused in Russian, and the setting is named', async () => {
    const bench = await channelBenches[kind]()
    onTestFinished(() => bench.close())
    for (const [settings, name] of bench.refused) {
      const refused = adapter.settings(settings)
      expect(refused, JSON.stringify(settings)).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
      if (!refused.ok) {
        expect(refused.failure.what).toContain(name)
        expect(refused.failure.what).toMatch(/[а-яё]{4}/)
      }
    }
    expect(adapter.settings(bench.settings).ok).toBe(true)
    expect(adapter.secretComplaint?.('x\ny') ?? 'ключ не нужен').toMatch(/[а-яё]/)
  })

  test('the format follows from the content alone, and an empty article has nothing to send', () => {
    const once = adapter.format(full, context)
    expect(adapter.format(structuredClone(full), { ...context })).toEqual(once)
    expect(once.parts.length).toBeGreaterThan(0)
    const empty = adapter.format(emptyContent, context)
    expect(empty.parts).toEqual([])
    expect(empty.warnings.join()).toContain('нет ни текста')
  })

  test('every word of the text is in what readers see, and what is for print is not', async () => {
    const { desk, bench } = await scene(kind)
    await desk.publish(await desk.approved(full), 'ch')
    expect(await desk.drain()).toBe(1)
    const [text = ''] = await bench.published()
    for (const word of [...words, ...odd, 'Право на право']) expect(text).toContain(word)
    expect(text).not.toContain('Лишнее')
  })

  test('a text of any length is there as a whole, or the preview says that it is not', async () => {
    const { desk, bench } = await scene(kind)
    const long = Array.from({ length: 400 }, (_, i) => p(`Абзац номер ${i}, в котором сказано всё.`))
    const article = await desk.approved(story('Долго', ...long))
    const { warnings } = value(await desk.handlers.preview({ article, channel: 'ch' }, smm))
    await desk.publish(article, 'ch')
    await desk.drain()
    const text = (await bench.published()).join('\n')
    const whole = Array.from({ length: 400 }, (_, i) => `номер ${i},`).every((word) => text.includes(word))
    expect(whole || warnings.some((warning) => warning.includes('не войдут'))).toBe(true)
  })

  test('O5 one post a decision: ordered and drained again, nothing more goes out', async () => {
    const { place, desk, bench } = await scene(kind)
    const article = await desk.approved(story('Раз', p('Текст.')))
    const id = await desk.publish(article, 'ch')
    expect(await desk.drain()).toBe(1)
    expect(await desk.publish(article, 'ch')).toBe(id)
    await drainOut({ place, desk })
    expect(bench.attempts()).toBe(1)
    expect(await bench.published()).toHaveLength(1)
    expect(await desk.delivery(id)).toMatchObject({ status: 'published', attempts: 1, reason: null })
  })

  test('O7 every way to fail has its state, and in the end nothing is out twice', async () => {
    for (let at = 0; ; at += 1) {
      const { place, desk, bench } = await scene(kind)
      const failing = bench.failings[at]
      if (!failing) break
      const id = await desk.publish(await desk.approved(story('Сбой', p('Текст.'))), 'ch')
      await failing.make()
      await desk.drain()
      const first = await desk.delivery(id)
      expect([failing.name, first.status]).toEqual([failing.name, failing.first])
      expect(first.reason, failing.name).toMatch(/[а-яё]{3}/)
      await failing.mend?.()
      await drainOut({ place, desk })
      const last = await desk.delivery(id)
      expect([failing.name, last.status]).toEqual([failing.name, failing.last])
      const out = await bench.published()
      expect(out.length).toBeLessThanOrEqual(1)
      if (last.status === 'published') expect(out).toHaveLength(1)
      expect(bench.doubles()).toBe(0)
    }
  })

  test('O16 the secret stands in no file, log, answer or record', async () => {
    const { place, desk: first, bench } = await scene(kind)
    await first.publish(await first.approved(story('Тайна', p('Текст.'))), 'ch')
    await first.close()
    // A network library that repeats what it failed on.
    const http = async (request: HttpRequest) => ({
      kind: 'notSent' as const,
      reason: `failed: ${request.url} ${JSON.stringify(request.headers)}`,
    })
    const desk = await openDesk(place, { environment: { ...bench.environment, http } })
    onTestFinished(() => desk.close())
    await desk.drain()
    value(await desk.handlers.addChannel({ id: 'ch', kind, settings: bench.settings, secret: null }, chief))
    const { secret } = bench
    if (secret === null) return expect(value(await desk.handlers.channels({}, smm))[0]).toMatchObject({ connected: true })
    const told = JSON.stringify([
      await desk.handlers.channels({}, smm),
      await desk.handlers.outbox({}, smm),
      desk.logged,
      await everyFile(place.folder),
      await everyFile(place.home),
    ])
    for (const word of secretWords(secret)) expect(told).not.toContain(word)
    expect(told).not.toContain(Buffer.from(`redaktor:${secret}`).toString('base64'))
  })

  test('O17 photos are what readers see with the text; a photo that changed on the disk goes nowhere', async () => {
    const { desk, bench } = await scene(kind)
    const pictures = [await addPicture(desk, 10), await addPicture(desk, 20)]
    await desk.publish(
      await desk.approved(story('Фото', ...pictures.map((id) => photo(id, 'Подпись', 'И. Петров')), p('Т.'))),
      'ch',
    )
    expect(await desk.drain()).toBe(1)
    expect(await bench.photos()).toBe(2)
    expect((await bench.published()).join()).toContain('И. Петров')
  })

  test('O8 O3 a scheduled delivery waits for its time, and is held when the text changed', async () => {
    const { place, desk, bench } = await scene(kind)
    const at = new Date(place.clock.now + 3_600_000).toISOString()
    const later = await desk.publish(await desk.approved(story('Позже', p('Текст.'))), 'ch', at)
    const changed = await desk.approved(story('Утверждено', p('Текст.')))
    const held = await desk.publish(changed, 'ch')
    await desk.retitle(changed, 'Исправлено')
    expect(await desk.drain()).toBe(0)
    expect((await desk.delivery(later)).status).toBe('queued')
    expect((await desk.delivery(held)).status).toBe('held')
    expect(bench.attempts()).toBe(0)
    place.clock.now += 3_600_000
    expect(await desk.drain()).toBe(1)
    expect(await bench.published()).toHaveLength(1)
  })

  test('O9 a copy of the folder sends nothing', async () => {
    const { place, desk, bench } = await scene(kind)
    await desk.publish(await desk.approved(story('Одна', p('Текст.'))), 'ch')
    await desk.close()
    const folder = `${place.folder}-copy`
    await cp(place.folder, folder, { recursive: true })
    const copy = await openDesk(place, { folder, environment: bench.environment })
    expect(await copy.drain()).toBe(0)
    expect(value(await copy.handlers.outbox({}, smm)).paused).toContain('копия')
    await copy.close()
    expect(bench.attempts()).toBe(0)
    expect(await bench.published()).toEqual([])
  })

  const { trial } = adapter
  test.skipIf(trial === undefined)('O26 a trial leaves nothing behind and is no delivery', async () => {
    const { desk, bench } = await scene(kind)
    const { checks } = value(await desk.handlers.tryChannel({ channel: 'ch' }, chief))
    expect(checks.map(({ state }) => state)).toEqual(['passed', 'passed'])
    expect(await bench.published()).toEqual([])
    expect(value(await desk.handlers.outbox({}, smm)).deliveries).toEqual([])
  })

  test('O48 O49 counts are what the channel tells, with their time; asking posts nothing, and no answer loses nothing', async () => {
    const { place, desk, bench } = await scene(kind)
    const id = await desk.publish(await desk.approved(story('Счёт', p('Текст.'))), 'ch')
    await desk.drain()
    const attempts = bench.attempts()
    const period = { from: 0, to: place.clock.now + 1, job: 'count' }
    const line = async () => value(await desk.handlers.report({ ...period, to: place.clock.now + 1 }, smm))[0]
    const counting = adapter.carrier.kind === 'http' && adapter.carrier.counting !== undefined
    if (!bench.read) {
      expect(counting).toBe(false)
      expect(codeOf(await desk.handlers.fetchCounts(period, smm))).toBe('notFound')
      expect(await line()).toMatchObject({ delivery: id, counts: null })
      return
    }
    expect(counting).toBe(true)
    const told = bench.read({ views: 1200, likes: 31, reposts: 4, comments: 130 })
    const counted = { channel: 'ch', counted: 1, gone: 0, problem: null }
    expect(value(await desk.handlers.fetchCounts(period, smm))).toEqual({ channels: [counted], cancelled: false })
    const at = (await line())?.counts?.at ?? Number.NaN
    expect(at).toBeLessThanOrEqual(place.clock.now)
    expect(await line()).toMatchObject({ delivery: id, counts: { ...told, at } })
    place.clock.now += 60_000
    bench.loseCounts?.()
    const { channels } = value(await desk.handlers.fetchCounts(period, smm))
    expect(channels[0]).toMatchObject({ counted: 0, problem: expect.stringMatching(/[а-яё]{4}/) })
    expect((await line())?.counts).toEqual({ ...told, at })
    expect(bench.attempts()).toBe(attempts)
    expect(codeOf(await desk.handlers.fetchCounts(period, { person: 'reporter' }))).toBe('forbidden')
  })

  const hand = adapter.carrier.kind === 'hand'
  test.skipIf(hand)(
    'O18 an answer that was lost: a channel that can be asked settles it, another one waits for a person',
    async () => {
      const { desk, bench } = await scene(kind)
      const id = await desk.publish(await desk.approved(story('Потеря', p('Текст.'))), 'ch')
      bench.loseAnswer()
      await desk.drain()
      const { status, checkable } = await desk.delivery(id)
      expect(status).toBe('unknown')
      const checked = await desk.handlers.check({ delivery: id }, smm)
      if (checkable) {
        expect(checked).toEqual({ ok: true, value: { outcome: 'found', reason: null } })
        expect((await desk.delivery(id)).status).toBe('published')
      } else {
        expect(codeOf(checked)).toBe('conflict')
        expect((await desk.delivery(id)).status).toBe('unknown')
      }
      expect(await bench.published()).toHaveLength(1)
      expect(bench.attempts()).toBe(1)
    },
  )

  const { carrier } = adapter
  if (carrier.kind === 'file' || (carrier.kind === 'http' && carrier.edit && carrier.remove)) {
    test('O41 O42 a correction puts right what readers see and a retraction takes it away, each once, whatever is lost', async () => {
      const { place, desk, bench } = await scene(kind)
      const article = await desk.approved(story('Раз', photo(await addPicture(desk, 10)), p('Ошибка.')))
      const post = await desk.publish(article, 'ch')
      await desk.drain()
      await desk.retitle(article, 'Два')
      await desk.approve(article)
      const approval = value(await approvedVersion(desk.newsroom, article, { channel: 'ch', form: 'article' }))
      const edit = await orderChange(desk.newsroom, post, approval, 'chief')
      expect(await orderChange(desk.newsroom, post, approval, 'chief')).toBe(edit)
      bench.loseChange?.()
      await drainOut({ place, desk })
      expect(await desk.delivery(edit)).toMatchObject({ status: 'published', purpose: 'edit', corrects: post })
      const [text = '', ...others] = await bench.published()
      expect(others).toEqual([])
      expect(text).toContain('Два')
      expect(text).not.toContain('Раз')
      expect(await bench.photos()).toBe(1)
      const removal = await orderChange(desk.newsroom, post, null, 'chief')
      bench.loseChange?.()
      await drainOut({ place, desk })
      // A channel may not say whether what it no longer has was taken away just now: then a person looks.
      expect(['published', 'needsPerson']).toContain((await desk.delivery(removal)).status)
      expect(await bench.published()).toEqual([])
      expect(bench.doubles()).toBe(0)
    })
  }

  const uploads = adapter.carrier.kind === 'file' || (adapter.carrier.kind === 'http' && adapter.carrier.uploads !== null)
  const asks = adapter.carrier.kind === 'file' || (adapter.carrier.kind === 'http' && adapter.carrier.lookup !== null)
  const points = crashPoints.filter((point) => point !== 'lookedUp' && (uploads || !/upload/i.test(point)))

  /** Starts again after a crash, lets everything come to rest and holds what is known against what is out. */
  const settleAfter = async ({ place, bench }: Pick<Scene, 'place' | 'bench'>, id: string): Promise<void> => {
    const desk = withHands(await openDesk(place, { environment: bench.environment }), bench)
    await drainOut({ place, desk })
    const { status } = await desk.delivery(id)
    await desk.close()
    const out = await bench.published()
    expect(bench.doubles()).toBe(0)
    if (status === 'published') return expect(out).toHaveLength(1)
    // Only a channel that can't be asked may leave it to a person.
    expect([status, asks]).toEqual(['unknown', false])
    expect(out.length).toBeLessThanOrEqual(1)
  }

  test.each(points)('O5 O10 O17 killed at %s: afterwards it is out once, or unknown and out at most once', async (point) => {
    const { place, desk, bench } = await scene(kind)
    const pictures = [await addPicture(desk, 10), await addPicture(desk, 20)]
    const article = story('Авария', ...pictures.map((id) => photo(id)), p('Текст.'))
    const id = await desk.publish(await desk.approved(article), 'ch')
    await desk.close()
    expect((await startDrain(place, { point, time: 1 }).ended).signal).toBe('SIGKILL')
    await settleAfter({ place, bench }, id)
  })

  if (!asks) return
  test('O18 killed between the channel’s answer and writing it down: it is asked again', async () => {
    const { place, desk, bench } = await scene(kind)
    const id = await desk.publish(await desk.approved(story('Авария', p('Текст.'))), 'ch')
    bench.loseAnswer()
    await desk.drain()
    await desk.close()
    expect((await startDrain(place, { point: 'lookedUp', time: 1 }).ended).signal).toBe('SIGKILL')
    await settleAfter({ place, bench }, id)
    expect(bench.attempts()).toBe(1)
  })
}
