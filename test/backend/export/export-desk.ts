import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Environment } from '../../../src/backend/environment.ts'
import { exportHandlers } from '../../../src/backend/export/export-handlers.ts'
import type { ExportRequest } from '../../../src/backend/export/export-issue.ts'
import type { LayoutOf } from '../../../src/backend/export/make-pages.ts'
import type { ContentSource } from '../../../src/backend/layout/layout-stories.ts'
import { createNewsroom, type Newsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { actOn, newWorkflowRecord } from '../../../src/backend/workflow/act.ts'
import type { IssueLayout } from '../../../src/layout/input.ts'
import type { BackendEvent } from '../../../src/shared/api/events.ts'
import { type ArticleContent, emptyContent } from '../../../src/shared/article/content.ts'
import type { DisplayItem } from '../../../src/shared/layout/display.ts'
import { publicationSchema } from '../../../src/shared/settings/settings.ts'
import { testEnvironment } from '../../helpers/newsroom.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'
import { line, pageOf, part } from './handmade.ts'
import { drawnGlyphs, readPdf } from './pdf-reader.ts'

export const serial = '47 (1295)'

export interface Desk {
  readonly newsroom: Newsroom
  readonly root: string
  readonly events: BackendEvent[]
  /** Adds an article to a page; its headline is all there is of it. */
  add(headline: string, page: number, photo?: string): Promise<string>
  approve(...ids: string[]): Promise<void>
}

/** A newsroom with an issue of four pages. */
export const desk = async (changes: Partial<Environment> = {}): Promise<Desk> => {
  const root = await temporaryFolder()
  const folder = join(root, 'newsroom')
  const environment = testEnvironment(join(root, 'home'), changes)
  await createNewsroom(environment, folder, { publication: publicationSchema.parse({ requiredLines: [] }) })
  const events: BackendEvent[] = []
  const opened = await openNewsroom(environment, folder, (event) => events.push(event))
  if (!opened.ok) throw new Error(opened.failure.what)
  const newsroom = opened.value
  onTestFinished(() => newsroom.close())
  await newsroom.issues.create({ serial, plannedFor: '2026-11-25', pages: 4, columns: 5, status: 'planned' })
  return {
    newsroom,
    root,
    events,
    add: async (headline, page, photo) => {
      const photos: ArticleContent['body'] = photo
        ? [{ type: 'photo', attrs: { media: photo, credit: '', alternative: '', medium: 'everywhere' }, content: [] }]
        : []
      const id = await newsroom.articles.create({ ...emptyContent, headline, body: [...emptyContent.body, ...photos] })
      await newsroom.workflow.put(id, newWorkflowRecord('filed', 'create', null, 0, 1))
      await newsroom.issues.place(
        serial,
        new Map([[id, { page, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' }]]),
      )
      return id
    },
    approve: async (...ids) => {
      const acted = await actOn(newsroom, 'approve', ids, 'editorInChief', '')
      if (!acted.ok) throw new Error(acted.failure.what)
    },
  }
}

/** A layout that sets every article's headline on its page, and its photos under it. */
export const headlines =
  (more: Partial<IssueLayout> = {}, seen: ContentSource[] = []): LayoutOf =>
  async (newsroom, issue, source) => {
    seen.push(source)
    const stored = await newsroom.issues.get(issue)
    const pages = [1, 2, 3, 4].map(async (page) => {
      const items: DisplayItem[] = []
      for (const [id, placement] of Object.entries(stored?.placements ?? {})) {
        if (placement.page !== page) continue
        const approved = (await newsroom.workflow.get(id))?.approvals.at(-1)?.content
        const content = (source === 'approved' ? approved : undefined) ?? (await newsroom.articles.content(id))
        items.push(line(content.headline, { x: 40, y: 100 + items.length * 300, size: 20, tag: part(id, 'headline', 0) }))
        for (const block of content.body) {
          if (block.type !== 'photo' || newsroom.media.get(block.attrs.media) === null) continue
          const crop = { x: 0, y: 0, width: 1, height: 1 }
          const place = { x: 40, y: 120, width: 300, height: 200, crop }
          items.push({ kind: 'image', ...place, media: block.attrs.media, alternative: '', tag: part(id, 'photo', 1) })
        }
      }
      return pageOf(page, items)
    })
    return { pages: await Promise.all(pages), fits: [], diagnostics: [], ...more }
  }

export const wish = (more: Partial<ExportRequest> = {}): ExportRequest => ({
  issue: serial,
  to: 'print',
  profile: null,
  file: null,
  pages: null,
  draft: false,
  job: 'job',
  ...more,
})

export const run = ({ newsroom }: Desk, request: Partial<ExportRequest> = {}, layoutOf: LayoutOf = headlines()) =>
  exportHandlers(newsroom, layoutOf).run(wish(request), { person: null })

export const must = async (of: Desk, request: Partial<ExportRequest> = {}, layoutOf: LayoutOf = headlines()) => {
  const outcome = await run(of, request, layoutOf)
  if (!outcome.ok) throw new Error(outcome.failure.what)
  return outcome.value
}

export const textOf = async (file: string): Promise<string> => {
  const pdf = readPdf(await readFile(file))
  return pdf.pages
    .map((page) =>
      drawnGlyphs(pdf, page)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n')
}

export const change = async ({ newsroom }: Desk, id: string, text: string): Promise<void> => {
  const { Doc, applyUpdate, encodeStateAsUpdate } = await import('yjs')
  const doc = new Doc()
  applyUpdate(doc, await newsroom.articles.state(id))
  doc.getText('headline').insert(0, text)
  await newsroom.articles.change(id, encodeStateAsUpdate(doc))
}
