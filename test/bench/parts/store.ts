import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import type { Input, Operation, Output } from '../../../src/shared/api/operation.ts'
import { failureSchema } from '../../../src/shared/api/result.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { searchApi } from '../../../src/shared/search/api.ts'
import { connect, enter } from '../../helpers/web-client.ts'
import { archiveFolder } from '../archive.ts'
import { type Serving, serve } from '../child.ts'
import { copyLinked } from '../copy.ts'
import { type Figure, figure } from '../figure.ts'

/** One open connection to the served program, as a window has it. */
const openWindow = async (serving: Serving) => {
  const port = Number(new URL(serving.url).port)
  const host = { url: serving.url, port }
  const client = await connect(host, await enter(host), `http://127.0.0.1:${port}`)
  const call = async <O extends Operation>(operation: O, input: Input<O>): Promise<Output<O>> => {
    const answer = await client.send(operation.name, input, 'editorInChief')
    if (typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true && 'value' in answer)
      return operation.output.parse(answer.value) as Output<O>
    const refused = failureSchema.safeParse(
      answer !== null && typeof answer === 'object' && 'failure' in answer ? answer.failure : null,
    )
    throw new Error(refused.success ? refused.data.what : operation.name)
  }
  return { call, close: client.close }
}
type Window = Awaited<ReturnType<typeof openWindow>>

/** What a list shows first. */
const pageOf = async (call: Window['call']) =>
  (await call(articleApi.page, { issue: null, scope: 'all', sort: { by: 'order', descending: true }, count: 100 })).items

/** Types letters into an article and waits for each to be on disk. */
const saves = async ({ call }: Window, id: string, count: number): Promise<readonly number[]> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from((await call(articleApi.open, { id })).state, 'base64'))
  const times: number[] = []
  for (let i = 0; i < count; i += 1) {
    const before = Y.encodeStateVector(doc)
    doc.getText('headline').insert(0, 'а')
    const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
    const from = performance.now()
    await call(articleApi.change, { id, update, origin: 'bench' })
    times.push(performance.now() - from)
  }
  return times
}

/** A folder of so many articles, and what was measured on it. */
interface Times {
  readonly articles: number
  readonly folder: string
  readonly first: number
  readonly starts: number[]
  readonly lists: number[]
  readonly listsAfter: number[]
  readonly saved: number[]
}

const startRounds = 5
const listRounds = 12
const saveRounds = 10
const savesOfRound = 30

/** From the start of the process to the first list, in milliseconds. */
const startOnce = async (folder: string, home: string): Promise<number> => {
  const serving = await serve(folder, home)
  const window = await openWindow(serving)
  await pageOf(window.call)
  const took = performance.now() - serving.began
  window.close()
  await serving.stop()
  return took
}

/** How long a window waits for its first list, in milliseconds. */
const listOnce = async ({ call }: Window): Promise<number> => {
  const from = performance.now()
  await pageOf(call)
  return performance.now() - from
}

/** A program at work on a folder, its index made and its memory warm. */
const openWarm = async (times: Times, home: string) => {
  const serving = await serve(times.folder, home)
  const window = await openWindow(serving)
  const id = (await pageOf(window.call))[0]?.id ?? ''
  // Otherwise the index would be made meanwhile, as it is once in a folder's life.
  await window.call(searchApi.find, { query: 'а', whole: true })
  await saves(window, id, 40)
  const close = async () => {
    window.close()
    await serving.stop()
  }
  return { times, window, id, close }
}

const figuresOf = (times: Times, base: Times): readonly Figure[] => {
  const size = `${times.articles.toLocaleString('ru-RU')} материалов`
  const made = (name: string, values: readonly number[], most: number | null) =>
    figure('store', `${size}: ${name}`, values, { goal: most === null ? null : { of: 'median', most } })
  const medianOf = (values: readonly number[]) => figure('', '', values).median
  const beyond = (values: readonly number[], factor: number) => (times === base ? null : medianOf(values) * factor)
  return [
    made('правка → «Сохранено»', times.saved, beyond(base.saved, 1.2)),
    made('запуск программы → первый список', times.starts, beyond(base.starts, 1.5)),
    made('  самый первый запуск', [times.first], null),
    made('показать список', times.lists, null),
    made('показать список сразу после правки', times.listsAfter, null),
  ]
}

/**
 * Starting, listing and saving with so many articles, through the built program and its socket; the first size is the base.
 * The sizes take turns: a machine that is slower for a while is so for all of them, and a ratio stays one of the program.
 */
export const store = async (sizes: readonly number[]): Promise<readonly Figure[]> => {
  const scratch = await mkdtemp(join(tmpdir(), 'newsroom-bench-'))
  const home = join(scratch, 'home')
  try {
    const all: Times[] = []
    for (const articles of sizes) {
      const folder = join(scratch, String(articles))
      await copyLinked(await archiveFolder({ articles }), folder)
      // The first start reads the files from the disk and makes what is derived; it is shown apart.
      all.push({ articles, folder, first: await startOnce(folder, home), starts: [], lists: [], listsAfter: [], saved: [] })
    }
    for (let round = 0; round < startRounds; round += 1)
      for (const { starts, folder } of all) starts.push(await startOnce(folder, home))
    const desks = []
    for (const times of all) desks.push(await openWarm(times, home))
    for (let round = 0; round < listRounds; round += 1)
      for (const { times, window } of desks) times.lists.push(await listOnce(window))
    for (let round = 0; round < saveRounds; round += 1)
      for (const { times, window, id } of desks) times.saved.push(...(await saves(window, id, savesOfRound)))
    for (let round = 0; round < listRounds; round += 1)
      for (const { times, window, id } of desks) {
        await saves(window, id, 1)
        times.listsAfter.push(await listOnce(window))
      }
    for (const { close } of desks) await close()
    return all.flatMap((times) => figuresOf(times, all[0] ?? times))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
