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
  const client = await connect(
    { url: serving.url, port, close: serving.stop },
    await enter({ ...serving, port, close: serving.stop }),
    `http://127.0.0.1:${port}`,
  )
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

/** A start that takes this long, in milliseconds, is not repeated as often. */
const slow = 8000

const measure = async (articles: number, scratch: string, smallest: Times | null): Promise<Times> => {
  const folder = join(scratch, String(articles))
  const home = join(scratch, 'home')
  await copyLinked(await archiveFolder({ articles }), folder)
  const starts: number[] = []
  for (let round = 0; round < 6; round += 1) {
    const serving = await serve(folder, home)
    const window = await openWindow(serving)
    await pageOf(window.call)
    const took = performance.now() - serving.began
    // The first start reads the files from the disk and makes what is derived; it is shown apart.
    starts.push(took)
    window.close()
    await serving.stop()
    if (took > slow && round >= 2) break
  }
  const serving = await serve(folder, home)
  const window = await openWindow(serving)
  const lists: number[] = []
  const id = (await pageOf(window.call))[0]?.id ?? ''
  for (let round = 0; round < 12; round += 1) {
    const from = performance.now()
    await pageOf(window.call)
    lists.push(performance.now() - from)
  }
  // Otherwise the index would be made meanwhile, as it is once in a folder's life.
  await window.call(searchApi.find, { query: 'а', whole: true })
  await saves(window, id, 40)
  const saved = await saves(window, id, 300)
  window.close()
  await serving.stop()
  void smallest
  return { articles, starts, lists, saved }
}

interface Times {
  readonly articles: number
  readonly starts: readonly number[]
  readonly lists: readonly number[]
  readonly saved: readonly number[]
}

const figuresOf = (times: Times, base: Times): readonly Figure[] => {
  const size = `${times.articles.toLocaleString('ru-RU')} материалов`
  const made = (name: string, values: readonly number[], most: number | null) =>
    figure('store', `${size}: ${name}`, values, { goal: most === null ? null : { of: 'median', most } })
  const medianOf = (values: readonly number[]) => figure('', '', values).median
  const beyond = (values: readonly number[], factor: number) => (times === base ? null : medianOf(values) * factor)
  return [
    made('правка → «Сохранено»', times.saved, beyond(base.saved, 1.2)),
    made('запуск программы → первый список', times.starts.slice(1), beyond(base.starts.slice(1), 1.5)),
    made('  самый первый запуск', times.starts.slice(0, 1), null),
    made('показать список', times.lists, null),
  ]
}

/** Starting, listing and saving with so many articles, through the built program and its socket; the first size is the base. */
export const store = async (sizes: readonly number[]): Promise<readonly Figure[]> => {
  const scratch = await mkdtemp(join(tmpdir(), 'newsroom-bench-'))
  try {
    const all: Times[] = []
    for (const articles of sizes) all.push(await measure(articles, scratch, all[0] ?? null))
    return all.flatMap((times) => figuresOf(times, all[0] ?? times))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}
