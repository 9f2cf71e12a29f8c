import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Environment } from '../../../src/backend/environment.ts'
import { createNewsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { publishingHandlers } from '../../../src/backend/publishing/publishing-handlers.ts'
import { sendingDependencies } from '../../../src/backend/publishing/sending-dependencies.ts'
import { actOn, newWorkflowRecord } from '../../../src/backend/workflow/act.ts'
import { changes, type ForgetfulFiles, forgetfulFiles, losses, type Step } from '../../helpers/forgetful-files.ts'
import { environmentOf, p, photo, story, value } from '../../helpers/publishing.ts'

const folder = '/disk/newsroom'
const home = '/disk/home'
const chief = { person: 'editorInChief' }

/** One life of the machine: its own boot, the disk it finds, and a network whose chat outlives it. */
const live = async (disk: ForgetfulFiles, boot: string, chat: string[]) => {
  const clock = { now: Date.UTC(2026, 10, 25, 9) }
  const post: Environment['http'] = async ({ url, body }) => {
    const answer = (result: object) => ({
      kind: 'answer' as const,
      status: 200,
      headers: {},
      body: JSON.stringify({ ok: true, result }),
    })
    if (!url.includes('/send')) return answer({})
    chat.push(
      createHash('sha256')
        .update(body ?? '')
        .digest('hex'),
    )
    return answer({ message_id: chat.length, chat: { id: -1001, username: 'gazeta' } })
  }
  const environment: Environment = {
    ...environmentOf({ folder, home, clock }, { files: disk.files, http: post }),
    process: { pid: 1, host: 'h', bootId: boot, alive: () => true },
  }
  const open = async () => {
    const newsroom = value(await openNewsroom(environment, folder, () => undefined))
    return { newsroom, handlers: publishingHandlers(newsroom, { ...sendingDependencies, wait: async () => undefined }) }
  }
  return { environment, open }
}

interface Cut {
  readonly disk: ForgetfulFiles
  readonly chat: readonly string[]
  readonly name: string
}

/** Sends a delivery of two posts and gathers what the disk would be after a power cut at each step on the way. */
const sendAndGatherCuts = async (unsynced: (step: Step) => boolean = () => false): Promise<readonly Cut[]> => {
  const cuts: Cut[] = []
  const chat: string[] = []
  let gathering = false
  const disk: ForgetfulFiles = forgetfulFiles({
    ignoreSync: (step) => gathering && unsynced(step),
    watch: (step) => {
      if (!gathering || !changes(step)) return
      // Two kinds of loss a step, in turn: all are met, and the test stays short.
      for (const turn of [0, 3]) {
        const loss = losses[(step.number + turn) % losses.length] ?? 'least'
        cuts.push({
          disk: disk.afterPowerCut(loss, step.number, {}),
          chat: [...chat],
          name: `${step.number} ${step.call} ${step.path} ${loss}`,
        })
      }
    },
  })
  const { environment, open } = await live(disk, 'first', chat)
  value(await createNewsroom(environment, folder))
  const { newsroom, handlers } = await open()
  value(await handlers.addChannel({ id: 'tg', kind: 'telegram', settings: { chat: '@gazeta' }, secret: '1:token' }, chief))
  const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#369' } })
    .jpeg()
    .toBuffer()
  const picture = value(await newsroom.media.add('a.jpg', jpeg)).id
  const article = await newsroom.articles.create(story('Обрыв', photo(picture), p('Слово за словом. '.repeat(100))))
  await newsroom.workflow.put(article, newWorkflowRecord('filed', 'import', null, 0, 1))
  value(await actOn(newsroom, 'approve', [article], 'editorInChief', ''))
  value(await handlers.publish({ article, channel: 'tg', at: null }, chief))
  gathering = true
  value(await handlers.drain({}, chief))
  gathering = false
  expect(new Set(chat).size).toBe(2)
  return cuts
}

/** Starts again after a cut and drains; what is wrong then, in words. */
const wrongAfter = async ({ disk, chat: before, name }: Cut): Promise<readonly string[]> => {
  const chat = [...before]
  const { open } = await live(disk, 'second', chat)
  const { newsroom, handlers } = await open()
  value(await handlers.drain({}, chief))
  const { deliveries, paused } = value(await handlers.outbox({}, chief))
  await newsroom.close()
  const [only] = deliveries
  const wrong: string[] = []
  if (new Set(chat).size < chat.length) wrong.push('отправлено дважды')
  if (paused !== null) wrong.push(`приостановлено: ${paused}`)
  if (only?.status === 'published' && chat.length !== 2) wrong.push(`опубликовано, а вышло ${chat.length}`)
  if (only?.status !== 'published' && only?.status !== 'unknown') wrong.push(`состояние ${only?.status}`)
  return wrong.map((what) => `${name}: ${what}`)
}

test('O5 O10 whatever a power cut takes, at whatever step: nothing goes out twice, and sending is not paused by it', async () => {
  const cuts = await sendAndGatherCuts()
  expect(cuts.length).toBeGreaterThan(100)
  const wrong: string[] = []
  for (const cut of cuts) wrong.push(...(await wrongAfter(cut)))
  expect(wrong).toEqual([])
}, 240_000)

test.each([
  ['all but the rows and the journal outside', (step: Step) => /outbox|decisions/.test(step.path), 'отправлено дважды'],
  ['all but the rows', (step: Step) => step.path.includes('outbox'), 'приостановлено'],
])('control: on a disk that syncs %s, the same check finds it', async (_name, unsynced, what) => {
  const cuts = await sendAndGatherCuts(unsynced)
  const wrong: string[] = []
  for (const cut of cuts.filter(({ name }) => name.endsWith('least')).slice(-3)) wrong.push(...(await wrongAfter(cut)))
  expect(wrong.join()).toContain(what)
})
