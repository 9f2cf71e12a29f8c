// `npm run bench`: how fast the week's heavy steps are on this machine. Prints; asserts nothing.
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import * as Y from 'yjs'
import { createBackend } from '../../src/backend/create-backend.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { newWorkflowRecord } from '../../src/backend/workflow/act.ts'
import type { Input, Operation, Output } from '../../src/shared/api/operation.ts'
import { articleApi } from '../../src/shared/article/api.ts'
import { exportApi } from '../../src/shared/export/api.ts'
import { issueApi } from '../../src/shared/issue/api.ts'
import { layoutApi } from '../../src/shared/layout/api.ts'
import { workspaceApi } from '../../src/shared/workspace/api.ts'
import { benchStories } from './stories.ts'

const root = await mkdtemp(join(tmpdir(), 'newsroom-bench-'))
const environment = { ...nodeEnvironment(), home: join(root, 'home'), log: () => undefined }
const backend = createBackend(environment, { sending: false })

const call = async <O extends Operation>(operation: O, input: Input<O>): Promise<Output<O>> => {
  const result = await backend.call(operation.name, input, { person: 'editorInChief' })
  if (!result.ok) throw new Error(result.failure.what)
  return operation.output.parse(result.value) as Output<O>
}

const rows: [string, string][] = []
const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  const from = performance.now()
  const value = await work()
  rows.push([name, `${Math.round(performance.now() - from)} мс`])
  return value
}
const newsroom = () => {
  const open = backend.newsroom()
  if (!open) throw new Error('папка не открыта')
  return open
}
const addStories = async (count: number, characters: number, seed: number) => {
  for (const content of benchStories(samples, count, characters, seed)) {
    const id = await newsroom().articles.create(content)
    await newsroom().workflow.put(id, newWorkflowRecord('filed', 'create', null, environment.now(), ++order))
  }
}

let order = 100
await call(workspaceApi.create, { folder: join(root, 'demo'), demo: true })
const demo = await call(articleApi.list, { issue: null })
const samples = await Promise.all(demo.map(async ({ id }) => (await call(articleApi.read, { id })).content))

await call(workspaceApi.create, { folder: join(root, 'week'), demo: false })
await timed('60 материалов по 1 800 знаков: создать', () => addStories(60, 1800, 7))
const { serial: issue } = await call(issueApi.create, { plannedFor: '2026-11-25', pages: 16, columns: 5 })
const filled = await timed('разложить 60 материалов на 16 полос', () => call(issueApi.fill, { issue, articles: null }))
rows.push(['  из них без хвоста', String(filled.placed.filter(({ overset }) => overset <= 0).length)])
await timed('показать полосу готового номера', () => call(layoutApi.page, { issue, page: 3 }))
const first = filled.placed[0]?.article ?? ''
const edit = async (id: string, text: string) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from((await call(articleApi.open, { id })).state, 'base64'))
  const before = Y.encodeStateVector(doc)
  doc.getText('headline').insert(0, text)
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  const from = performance.now()
  await call(articleApi.change, { id, update, origin: 'bench' })
  return performance.now() - from
}
await edit(first, 'Новое. ')
await timed('сверстать номер заново после правки заголовка', () => call(layoutApi.fit, { issue }))
for (const to of ['print', 'web'] as const) {
  const options = { issue, to, file: join(root, `${to}.pdf`), pages: null, draft: true, job: to }
  const outcome = await timed(`PDF «${to}», 16 полос`, () => call(exportApi.run, options))
  rows.push(['  размер', `${Math.round(outcome.bytes / 1024)} КБ`])
}
await addStories(1, 50_000, 11)
const long = (await call(articleApi.list, { issue: null })).at(-1)?.id ?? ''
const saves: number[] = []
for (let i = 0; i < 100; i += 1) saves.push(await edit(long, 'а'))
saves.sort((a, b) => a - b)
rows.push([
  'правка материала в 50 000 знаков до «Сохранено», p50 / p95',
  `${saves[50]?.toFixed(1)} / ${saves[95]?.toFixed(1)} мс`,
])
await timed('1 000 материалов: создать', () => addStories(1000, 600, 13))
await timed('закрыть папку', () => call(workspaceApi.close, {}))
await timed('открыть папку с 1 061 материалом', () => call(workspaceApi.open, { folder: join(root, 'week') }))
await timed('список 1 061 материала', () => call(articleApi.list, { issue: null }))
await backend.close()
await rm(root, { recursive: true, force: true })

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? ''}`)
for (const [name, value] of rows) console.log(`${name.padEnd(64)} ${value}`)
