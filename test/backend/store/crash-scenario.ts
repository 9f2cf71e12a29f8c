import { articleCatalogType } from '../../../src/backend/article/article-catalog.ts'
import { articleCatalogFolder } from '../../../src/backend/article/open-articles.ts'
import type { Environment } from '../../../src/backend/environment.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { openCatalog } from '../../../src/backend/store/catalog.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import type { WorkflowRecord } from '../../../src/backend/workflow/workflow-store.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { publicationSchema } from '../../../src/shared/settings/settings.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { changes, type ForgetfulFiles, type ForgetfulOptions, forgetfulFiles } from '../../helpers/forgetful-files.ts'
import { typist } from '../../helpers/typist.ts'

export const folder = '/disk/room'

/** What people were told is saved. Numbers only grow, so that a later unacknowledged write is no loss. */
export interface Ledger {
  readonly created: boolean
  /** Article → marks that its text must hold. */
  readonly marks: Readonly<Record<string, readonly string[]>>
  /** Article → least `order` of its workflow record. */
  readonly orders: Readonly<Record<string, number>>
  /** Article → least page it stands on. */
  readonly pages: Readonly<Record<string, number>>
  readonly issues: readonly string[]
  readonly media: readonly string[]
  readonly runningNumber: number
  /** The catalog was saved: from then on no opening has to read every file. */
  readonly indexed: boolean
}

export const nothing: Ledger = {
  created: false,
  marks: {},
  orders: {},
  pages: {},
  issues: [],
  media: [],
  runningNumber: 0,
  indexed: false,
}

export const record = (order: number): WorkflowRecord => ({
  schemaVersion: 1,
  status: 'filed',
  previous: null,
  order,
  steps: [],
  approvals: [],
  changedAfterApproval: false,
  deadline: null,
})

const serial = '1 (1)'

export const opened = async (environment: Environment): Promise<Newsroom> => {
  const outcome = await openNewsroom(environment, folder, () => undefined)
  if (!outcome.ok) throw new Error(`не открылась: ${outcome.failure.what}`)
  return outcome.value
}

/** Everything a newsroom shows, as a ledger. */
export const shownBy = async (newsroom: Newsroom): Promise<Ledger> => {
  const marks: Record<string, string[]> = {}
  const orders: Record<string, number> = {}
  for (const id of newsroom.articles.ids()) {
    const record = await newsroom.workflow.get(id)
    if (record) orders[id] = record.order
  }
  for (const id of newsroom.articles.ids()) marks[id] = ((await newsroom.articles.content(id)).deck.match(/<\w+>/g) ?? []).sort()
  const placements = (await newsroom.issues.get(serial))?.placements ?? {}
  const media: string[] = []
  for (const id of newsroom.media.ids()) {
    await newsroom.media.read(id)
    media.push(id)
  }
  return {
    created: true,
    marks,
    orders,
    pages: Object.fromEntries(Object.entries(placements).map(([id, { page }]) => [id, page])),
    issues: newsroom.issues.entries().map((issue) => issue.serial),
    media,
    runningNumber: newsroom.settings.get().publication.runningNumber,
    indexed: true,
  }
}

/** What of the first ledger is missing from the second, in words. */
export const missing = (promised: Ledger, shown: Ledger): readonly string[] => [
  ...Object.entries(promised.marks).flatMap(([id, marks]) => {
    const there = shown.marks[id]
    if (!there) return [`материал ${id}`]
    return marks.filter((mark) => !there.includes(mark)).map((mark) => `правка ${mark} в ${id}`)
  }),
  ...Object.entries(promised.orders).flatMap(([id, order]) =>
    (shown.orders[id] ?? -1) < order ? [`запись ${id} ${order}`] : [],
  ),
  ...Object.entries(promised.pages).flatMap(([id, page]) => ((shown.pages[id] ?? -1) < page ? [`место ${id} ${page}`] : [])),
  ...promised.issues.filter((id) => !shown.issues.includes(id)).map((id) => `номер ${id}`),
  ...promised.media.filter((id) => !shown.media.includes(id)).map((id) => `снимок ${id}`),
  ...(shown.runningNumber < promised.runningNumber ? [`настройки ${promised.runningNumber}`] : []),
]

/** A picture of one point. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A disk at one moment with what had been promised by then. */
export interface Moment {
  readonly disk: ForgetfulFiles
  readonly promised: Ledger
  readonly step: number
}

/**
 * A morning in the newsroom: made, written in, placed, closed, opened again. Calls `at` before every step that changes
 * the disk, and at the end.
 */
export const morning = async (at: (moment: Moment) => Promise<void> | void, options: ForgetfulOptions = {}): Promise<void> => {
  let promised = nothing
  const waiting: (Promise<void> | void)[] = []
  const disk = forgetfulFiles({
    ...options,
    watch: (step) => {
      if (changes(step)) waiting.push(at({ disk, promised, step: step.number }))
      options.watch?.(step)
    },
  })
  const environment = calmEnvironment(disk.files)
  const promise = (more: Partial<Ledger>) => {
    promised = { ...promised, ...more }
  }

  const made = await createNewsroom(environment, folder)
  if (!made.ok) throw new Error(made.failure.what)
  promise({ created: true })
  let newsroom = await opened(environment)
  promise({ indexed: true })
  let mark = 0

  const put = async (id: string, order: number) => {
    await newsroom.workflow.put(id, record(order))
    promise({ orders: { ...promised.orders, [id]: order } })
  }
  const write = async (id: string, times: number, size = 0) => {
    const writer = typist(await newsroom.articles.state(id), 1000 + mark)
    for (let i = 0; i < times; i += 1) {
      mark += 1
      await newsroom.articles.change(id, writer.type(`${'ж'.repeat(size)}<m${mark}>`))
      promise({ marks: { ...promised.marks, [id]: [...(promised.marks[id] ?? []), `<m${mark}>`] } })
    }
  }
  const start = async (headline: string) => {
    const id = await newsroom.articles.create({ ...emptyContent, headline, deck: '<first>' })
    promise({ marks: { ...promised.marks, [id]: ['<first>'] } })
    await put(id, 1)
    return id
  }
  const place = async (id: string, page: number) => {
    await newsroom.issues.place(
      serial,
      new Map([[id, { page, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' }]]),
    )
    promise({ pages: { ...promised.pages, [id]: page } })
  }

  const a = await start('Забастовка')
  await write(a, 4)
  const b = await start('Пенсии')
  await put(a, 2)
  await newsroom.issues.create({ serial, plannedFor: '2026-11-25', pages: 8, columns: 5, status: 'planned' })
  promise({ issues: [serial] })
  await place(a, 1)
  await place(b, 2)
  const added = await newsroom.media.add('точка.png', picture)
  if (!added.ok) throw new Error(added.failure.what)
  promise({ media: [added.value.id] })
  // Long enough for the journal to be folded while the document is open; taken out again, to keep the test short.
  await write(b, 1, 140_000)
  await newsroom.articles.change(b, typist(await newsroom.articles.state(b), 999).erase('<first>'.length, 140_000))
  await write(b, 3)
  for (const runningNumber of [1, 2]) {
    const settings = newsroom.settings.get()
    await newsroom.settings.put({ ...settings, publication: publicationSchema.parse({ ...settings.publication, runningNumber }) })
    promise({ runningNumber })
  }
  await newsroom.close()
  newsroom = await opened(environment)
  await write(a, 2)
  await put(a, 3)
  await place(a, 4)
  await newsroom.close()
  newsroom = await opened(environment)
  await write(a, 2)
  await place(b, 5)
  await put(b, 4)
  await Promise.all(waiting)
  await at({ disk, promised, step: -1 })
}

/** Would an opening of this disk find its catalog whole? */
export const isIndexed = async ({ files }: ForgetfulFiles): Promise<boolean> => {
  const place = articleCatalogFolder(folder)
  const log = () => undefined
  return (await openCatalog({ files, folder: place, type: articleCatalogType, readOnly: true, log })).complete
}

/** Where the catalog says something else than the files it is made from, before they are compared (rules C3 and C4). */
export const disagreements = async (newsroom: Newsroom): Promise<readonly string[]> => {
  const wrong: string[] = []
  for (const id of newsroom.articles.ids()) {
    const record = await newsroom.workflow.get(id)
    if (newsroom.articles.entry(id)?.contentHash !== contentHash(await newsroom.articles.content(id))) wrong.push(`текст ${id}`)
    if ((newsroom.workflow.entry(id)?.order ?? null) !== (record?.order ?? null)) wrong.push(`запись ${id}`)
  }
  for (const { serial, pageOf } of newsroom.issues.entries())
    for (const [id, { page }] of Object.entries((await newsroom.issues.get(serial))?.placements ?? {}))
      if (pageOf.get(id) !== page) wrong.push(`место ${id}`)
  for (const id of newsroom.media.ids()) if (!newsroom.media.get(id)) wrong.push(`снимок ${id}`)
  return wrong
}
