import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { importPaths } from '../../../src/backend/article/import/import-files.ts'
import { layoutOf } from '../../../src/backend/layout/layout-service.ts'
import { type Newsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import type { WorkflowRecord } from '../../../src/backend/workflow/workflow-store.ts'
import { createDemoNewsroom } from '../../../src/backend/workspace/demo/create-demo-newsroom.ts'
import { type ArticleContent, contentComplaint, photosOf, plainText } from '../../../src/shared/article/content.ts'
import { momentOf } from '../../../src/shared/calendar/day.ts'
import { lateBy } from '../../../src/shared/workflow/deadline.ts'
import { type ArticleStatus, articleStatuses } from '../../../src/shared/workflow/states.ts'
import { countedEnvironment, newNewsroom, temporaryFolder } from '../import/temporary-newsroom.ts'

const serial = '47 (1295)'
const now = Date.UTC(2026, 10, 23)
const resources = join(countedEnvironment().resources, 'demo')

interface Demo {
  readonly newsroom: Newsroom
  readonly contents: ReadonlyMap<string, ArticleContent>
  readonly records: readonly (readonly [string, WorkflowRecord])[]
}

const createIn = async (folder: string, at: number): Promise<Demo> => {
  const environment = countedEnvironment({ now: () => at })
  expect(await createDemoNewsroom(environment, folder)).toEqual({ ok: true, value: null })
  const opened = await openNewsroom(environment, folder, () => undefined)
  if (!opened.ok) throw new Error(opened.failure.what)
  const newsroom = opened.value
  const contents = new Map<string, ArticleContent>()
  for (const id of newsroom.articles.ids()) contents.set(id, await newsroom.articles.content(id))
  const records: [string, WorkflowRecord][] = []
  for (const id of newsroom.articles.ids()) {
    const record = await newsroom.workflow.get(id)
    if (record) records.push([id, record])
  }
  return { newsroom, contents, records }
}

const createAt = async (at: number): Promise<Demo> => {
  const made = await createIn(join(await temporaryFolder(), 'учебная'), at)
  onTestFinished(() => made.newsroom.close())
  return made
}

/** Made once: every test below only looks at it. */
let demo: Demo
beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), 'newsroom-demo-'))
  demo = await createIn(join(root, 'учебная'), now)
  return async () => {
    await demo.newsroom.close()
    await rm(root, { recursive: true, force: true })
  }
})

const withStatus = (status: ArticleStatus) => demo.records.filter(([, record]) => record.status === status)

describe('demo newsroom', () => {
  it('takes every one of its texts in without a warning', async () => {
    const { newsroom } = await newNewsroom()
    const report = await importPaths(newsroom, [join(resources, 'articles'), join(resources, 'unfiled')], null, null)
    expect(report.length).toBeGreaterThanOrEqual(20)
    for (const { file, article, warnings, problem } of report)
      expect([basename(file), article !== null, warnings, problem]).toEqual([basename(file), true, [], null])
  })

  it('has full stories of every kind: at least fourteen over 900 characters, none longer than six thousand', () => {
    const { contents } = demo
    const all = [...contents.values()]
    const full = all.filter((content) => plainText(content).length > 900)
    expect(full.length).toBeGreaterThanOrEqual(14)
    expect(full.filter((content) => plainText(content).length > 1200).length).toBeGreaterThanOrEqual(14)
    for (const content of all) {
      expect(contentComplaint(content)).toBeNull()
      expect(plainText(content).length).toBeLessThan(6000)
      expect(['rubric', 'kicker', 'headline', 'byline'].filter((field) => Reflect.get(content, field) === '')).toEqual([])
    }
    for (const content of full) {
      expect(content.deck, content.headline).not.toBe('')
      expect(content.body[0]).toMatchObject({ attrs: { kind: 'lead' } })
    }
    const kinds = new Set(
      all.flatMap(({ body }) => body.map((block) => (block.type === 'paragraph' ? block.attrs.kind : block.type))),
    )
    for (const kind of ['lead', 'subhead', 'quote', 'question', 'answer', 'listItem', 'photo'] as const)
      expect(kinds).toContain(kind)
    expect(kinds).not.toContain('note')
  })

  it('covers the rubrics and the projects of the newspaper, with a video and documents to open', () => {
    const { contents } = demo
    const all = [...contents.values()]
    const rubrics = new Set(all.map(({ rubric }) => rubric))
    for (const rubric of ['Право на право', 'Профсоюз разъясняет', 'Профсоюз помог', 'Почта редакции', 'Вести регионов'])
      expect(rubrics).toContain(rubric)
    for (const project of [
      'Два капитана',
      'Профсоюзный репортёр',
      'Профсоюзный эдьютон',
      'Точка сбора. Россия',
      'Вступить в Профсоюз!',
    ])
      expect(rubrics).toContain(project)
    const linksOf = (rubric: string) =>
      all
        .filter((content) => content.rubric === rubric)
        .flatMap(({ body }) => body.flatMap(({ content }) => content.flatMap(({ marks }) => marks ?? [])))
        .flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))
    expect(linksOf('Право на право').join(' ')).toContain('https://vk.com/video')
    expect(linksOf('Профсоюз разъясняет').length).toBeGreaterThanOrEqual(3)
  })

  it('says of every photo what it is, whose it is and what it shows', () => {
    const { contents } = demo
    const photos = [...contents.values()].flatMap((content) => photosOf(content))
    expect(photos.length).toBeGreaterThanOrEqual(12)
    for (const { attrs, content } of photos) {
      const caption = content.map(({ text }) => text).join('')
      expect([caption, attrs.credit, attrs.alternative]).not.toContain('')
      expect(attrs.alternative).not.toBe(caption)
    }
  })

  it('is set with Russian quotation marks and dashes, without double spaces and what import leaves behind', () => {
    const { contents } = demo
    for (const content of contents.values()) {
      const text = [plainText(content), ...photosOf(content).map(({ attrs }) => attrs.alternative)].join('\n')
      expect(text).not.toMatch(/["'`“”„]|\.\.\.|[ \u00a0]{2}| [-–] |\s[,.;:!?»]|«\s|[*#>[\]]/)
      expect(text).not.toMatch(/[a-z]/i)
      expect((text.match(/«/g) ?? []).length).toBe((text.match(/»/g) ?? []).length)
    }
  })
})

describe('the week of the demo newsroom', () => {
  it('has stories at every state that needs no sending: ten approved as they stand, one on hold, one taken off', () => {
    const { records, contents, newsroom } = demo
    const states = new Set(records.map(([, { status }]) => status))
    expect(articleStatuses.filter((status) => !states.has(status))).toEqual(['published'])
    expect(withStatus('approved').length).toBeGreaterThanOrEqual(6)
    expect(withStatus('onHold')).toHaveLength(1)
    expect(withStatus('spiked')).toHaveLength(1)
    for (const [id, record] of records) {
      const content = contents.get(id)
      expect(record.changedAfterApproval).toBe(false)
      expect(record.approvals).toHaveLength(record.status === 'approved' ? 1 : 0)
      for (const approval of record.approvals) {
        expect(approval).toMatchObject({ person: 'editorInChief', role: 'editorInChief', passedOver: [] })
        expect(content && contentHash(content)).toBe(approval.contentHash)
        expect(newsroom.articles.entry(id)?.contentHash).toBe(approval.contentHash)
      }
    }
  })

  it('has a history that goes forward in time and ends before now', () => {
    for (const [, { steps }] of demo.records) {
      const moments = steps.map(({ at }) => at)
      expect(moments).toEqual([...moments].sort((a, b) => a - b))
      expect(Math.max(...moments)).toBeLessThan(now)
      expect(steps[0]?.from).toBeNull()
      for (const [i, step] of steps.entries()) if (i > 0) expect(step.from).toBe(steps[i - 1]?.to)
    }
  })

  it('has one story that is late, others due later, and one that came back with a remark', () => {
    const late = demo.records.filter(([, { status, deadline }]) => lateBy(status, deadline, now) !== null)
    expect(late).toHaveLength(1)
    expect(demo.records.filter(([, { deadline }]) => deadline !== null && deadline > now).length).toBeGreaterThanOrEqual(2)
    const returned = demo.records.filter(([, { steps }]) => steps.at(-1)?.action === 'return')
    expect(returned).toHaveLength(1)
    expect(returned[0]?.[1].steps.at(-1)?.remark).not.toBe('')
  })

  it('has one issue of eight pages, planned for the next Wednesday, none of them empty, and a full staff', async () => {
    const { newsroom, contents } = demo
    const entries = newsroom.issues.entries()
    const issue = await newsroom.issues.get(serial)
    expect(entries.filter(({ status }) => status === 'inProgress').map((entry) => entry.serial)).toEqual([serial])
    expect(entries.filter(({ status }) => status === 'published')).toHaveLength(4)
    expect(issue).toMatchObject({ serial, plannedFor: '2026-11-25', pages: 8, columns: 5 })
    const placements = Object.entries(issue?.placements ?? {})
    expect(placements.every(([id]) => contents.has(id))).toBe(true)
    expect([...new Set(placements.map(([, { page }]) => page))].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(contents.size - placements.length).toBeGreaterThanOrEqual(3)
    expect(newsroom.staff()).toHaveLength(10)
    expect(newsroom.staff().every(({ id, roles }) => roles.length === 1 && roles[0] === id)).toBe(true)
    expect(newsroom.settings.get().publication.imprint.join(' ')).toMatch(/12\+/)
    expect(newsroom.notices()).toEqual([])
  })

  it('stands on its pages with a story too long for its place and no page with a hole', async () => {
    const { pages, fits, diagnostics } = await layoutOf(demo.newsroom, serial, 'current')
    expect(pages).toHaveLength(8)
    expect(pages.every(({ zones }) => zones.length > 0)).toBe(true)
    const oversets = fits.map(({ overset }) => overset)
    expect(oversets.filter((overset) => overset > 0).length).toBeGreaterThanOrEqual(1)
    expect(Math.max(...oversets)).toBeLessThan(20)
    expect(Math.min(...oversets)).toBeGreaterThanOrEqual(-6)
    expect(diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'overset')).toEqual([])
  })

  it('counts its days from the clock: on a Wednesday the issue is the one a week later', async () => {
    const wednesday = await createAt(momentOf('2027-03-10', '20:30'))
    expect(wednesday.newsroom.issues.entry(serial)?.plannedFor).toBe('2027-03-17')
  })
})

describe('making the demo newsroom', () => {
  it('leaves a folder that is not empty alone, and makes nothing where its own texts are missing', async () => {
    const environment = countedEnvironment()
    const folder = await temporaryFolder()
    expect(await createDemoNewsroom({ ...environment, resources: folder }, join(folder, 'n'))).toMatchObject({ ok: false })
    expect(await readdir(folder)).toEqual([])
    expect(await createDemoNewsroom(environment, join(folder, 'n'))).toMatchObject({ ok: true })
    expect(await createDemoNewsroom(environment, join(folder, 'n'))).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  })

  it('says how far it is, text by text', async () => {
    const told: (readonly [number, number])[] = []
    const folder = join(await temporaryFolder(), 'учебная')
    await createDemoNewsroom(countedEnvironment(), folder, (done, total) => told.push([done, total]))
    expect(told).toEqual(told.map((_, done) => [done, demo.contents.size]))
    expect(told).toHaveLength(demo.contents.size)
  })

  it('has pictures fit for print and light enough to ship', async () => {
    const folder = join(resources, 'media')
    const names = await readdir(folder)
    expect(names.length).toBeGreaterThanOrEqual(12)
    let bytes = 0
    for (const name of names) {
      bytes += (await stat(join(folder, name))).size
      const { width, format } = await sharp(await readFile(join(folder, name))).metadata()
      expect({ width, format }).toEqual({ width: 1800, format: 'jpeg' })
    }
    expect(bytes).toBeLessThan(4 * 1024 * 1024)
  })
})
