import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Newsroom } from '../../../src/backend/newsroom.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import { createDemoNewsroom } from '../../../src/backend/workspace/demo.ts'
import { type ArticleContent, contentComplaint, photosOf, plainText } from '../../../src/shared/article/content.ts'
import { countedEnvironment, openTemporary, temporaryFolder } from '../import/temporary-newsroom.ts'

const newDemo = async (): Promise<{ newsroom: Newsroom; contents: ReadonlyMap<string, ArticleContent> }> => {
  const environment = countedEnvironment()
  const folder = join(await temporaryFolder(), 'учебная')
  expect(await createDemoNewsroom(environment, folder)).toEqual({ ok: true, value: null })
  const newsroom = await openTemporary(environment, folder)
  const contents = new Map<string, ArticleContent>()
  for (const id of newsroom.articles.ids()) contents.set(id, await newsroom.articles.content(id))
  return { newsroom, contents }
}

describe('demo newsroom', () => {
  it('has six full stories that fit the text schema, at least three with a picture', async () => {
    const { contents } = await newDemo()
    const all = [...contents.values()]
    expect(all).toHaveLength(6)
    for (const content of all) {
      expect(contentComplaint(content)).toBeNull()
      for (const field of [content.rubric, content.kicker, content.headline, content.deck, content.byline])
        expect(field).not.toBe('')
      expect(plainText(content).length).toBeGreaterThan(2000)
      expect(plainText(content).length).toBeLessThan(4500)
      const kinds = new Set(content.body.map((block) => (block.type === 'photo' ? 'photo' : block.attrs.kind)))
      for (const kind of ['lead', 'subhead', 'quote', 'listItem', 'paragraph'] as const)
        if (content.kicker !== 'Интервью' || kind !== 'listItem') expect(kinds).toContain(kind)
      expect(kinds).not.toContain('note')
      for (const { attrs } of photosOf(content)) expect([attrs.credit, attrs.alternative]).not.toContain('')
    }
    expect(all.filter((content) => photosOf(content).length > 0).length).toBeGreaterThanOrEqual(3)
    expect(all.some(({ body }) => body.some((block) => block.type === 'paragraph' && block.attrs.kind === 'question'))).toBe(true)
  })

  it('is set with Russian quotation marks and dashes, without double spaces and what import leaves behind', async () => {
    const { contents } = await newDemo()
    for (const content of contents.values()) {
      const text = plainText(content)
      expect(text).not.toMatch(/["'`“”„]|\.\.\.|[ \u00a0]{2}| [-–] |\s[,.;:!?»]|«\s|[*#>[\]]/)
      expect(text).not.toMatch(/[a-z]/i)
      expect((text.match(/«/g) ?? []).length).toBe((text.match(/»/g) ?? []).length)
      expect(text).toMatch(/ — /)
    }
  })

  it('has stories on their way: four approved as they stand, one edited, one filed, none published', async () => {
    const { newsroom, contents } = await newDemo()
    const records = [...newsroom.workflow.all()]
    expect(records.map(([, { status }]) => status).sort()).toEqual([
      'approved',
      'approved',
      'approved',
      'approved',
      'edited',
      'filed',
    ])
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

  it('has one issue of four pages with every story on a page, and a full staff', async () => {
    const { newsroom, contents } = await newDemo()
    const [issue, ...others] = newsroom.issues.all()
    expect(others).toEqual([])
    expect(issue).toMatchObject({ serial: '47 (1295)', plannedFor: '2026-11-25', pages: 4, columns: 5 })
    expect(new Date(issue?.plannedFor ?? '').getUTCDay()).toBe(newsroom.settings.get().publication.weekday)
    expect(Object.keys(issue?.placements ?? {}).sort()).toEqual([...contents.keys()].sort())
    expect(new Set(Object.values(issue?.placements ?? {}).map(({ page }) => page))).toEqual(new Set([1, 2, 3, 4]))
    expect(newsroom.staff()).toHaveLength(10)
    expect(newsroom.staff().every(({ id, roles }) => roles.length === 1 && roles[0] === id)).toBe(true)
    expect(newsroom.settings.get().publication.imprint.join(' ')).toMatch(/12\+/)
    expect(newsroom.notices()).toEqual([])
  })

  it('leaves a folder that is not empty alone, and makes nothing where its own texts are missing', async () => {
    const environment = countedEnvironment()
    const folder = await temporaryFolder()
    expect(await createDemoNewsroom({ ...environment, resources: folder }, join(folder, 'n'))).toMatchObject({ ok: false })
    expect(await readdir(folder)).toEqual([])
    expect(await createDemoNewsroom(environment, join(folder, 'n'))).toMatchObject({ ok: true })
    expect(await createDemoNewsroom(environment, join(folder, 'n'))).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  })

  it('has pictures fit for print and light enough to ship', async () => {
    const folder = join(countedEnvironment().resources, 'demo', 'media')
    const names = await readdir(folder)
    expect(names.length).toBeGreaterThanOrEqual(4)
    for (const name of names) {
      expect((await stat(join(folder, name))).size).toBeLessThanOrEqual(350 * 1024)
      const { width, format } = await sharp(await readFile(join(folder, name))).metadata()
      expect({ width, format }).toEqual({ width: 1800, format: 'jpeg' })
    }
  })
})
