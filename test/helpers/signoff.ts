import * as Y from 'yjs'
import type { Environment } from '../../src/backend/environment.ts'
import { articleApi } from '../../src/shared/article/api.ts'
import { bodyName } from '../../src/shared/article/article-document.ts'
import { issueApi } from '../../src/shared/issue/api.ts'
import type { Verification } from '../../src/shared/ledger/verification.ts'
import { settingsApi } from '../../src/shared/settings/api.ts'
import type { SignPageDetail } from '../../src/shared/signoff/api.ts'
import { signoffApi } from '../../src/shared/signoff/api.ts'
import { staffApi } from '../../src/shared/staff/api.ts'
import { workflowApi } from '../../src/shared/workflow/api.ts'
import { newNewsroom, type TestNewsroom } from './newsroom.ts'
import { phrase, verified } from './signing.ts'

/** Lines of an imprint with the one that bears the times of the signature. */
const imprint = ['Учредитель: Профсоюз', 'Подписано в печать: по графику 18:00, фактически 18:00', '12+']

/** Writes a paragraph into an article as an editor's window would: an empty one is not signed. */
export const writeText = async ({ must }: TestNewsroom, id: string, text: string): Promise<void> => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from((await must(articleApi.open, { id })).state, 'base64'))
  const before = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.setAttribute('kind', 'paragraph')
  paragraph.setAttribute('medium', 'everywhere')
  paragraph.insert(0, [new Y.XmlText(text)])
  doc.getXmlFragment(bodyName).insert(0, [paragraph])
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  await must(articleApi.change, { id, update, origin: 'test' })
}

/** A newsroom with an issue of four pages, a filed story on each; where `keys`, the editor in chief signs with a key. */
export const newsroomWithPages = async ({
  keys = true,
  environment = {},
}: {
  readonly keys?: boolean
  readonly environment?: Partial<Environment>
} = {}) => {
  const newsroom = await newNewsroom({ environment })
  const { must } = newsroom
  if (keys) await must(staffApi.beginKeys, { passphrase: phrase })
  const { style: _style, ...publication } = (await must(settingsApi.read, {})).publication
  await must(settingsApi.update, { publication: { ...publication, imprint, requiredLines: ['founder', 'signed', 'ageMark'] } })
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 4 })
  const articles: string[] = []
  for (const [at, headline] of ['Отпуск', 'Зарплата', 'Отопление', 'Конкурс'].entries()) {
    const { id } = await must(articleApi.create, { headline })
    await writeText(newsroom, id, `${headline}: текст в одну строку.`)
    await must(workflowApi.act, { action: 'file', articles: [id] })
    await must(issueApi.place, { issue: serial, article: id, page: at + 1, before: null })
    articles.push(id)
  }
  const [first = '', second = '', third = '', fourth = ''] = articles
  return { ...newsroom, serial, articles: [first, second, third, fourth] as const }
}

export type PagesNewsroom = Awaited<ReturnType<typeof newsroomWithPages>>

export const pageOf = ({ must, serial }: PagesNewsroom, page: number): Promise<SignPageDetail> =>
  must(signoffApi.page, { issue: serial, page })

/** Signs a page as it stands now. */
export const sign = async (newsroom: PagesNewsroom, page: number): Promise<readonly string[]> => {
  const { seen } = await pageOf(newsroom, page)
  return (await newsroom.must(signoffApi.signPage, { issue: newsroom.serial, page, seen })).approved
}

export const statesOf = async ({ must, serial }: PagesNewsroom): Promise<readonly string[]> =>
  (await must(signoffApi.overview, { issue: serial })).pages.map(({ state }) => state)

/** Signs the issue as it stands now. */
export const signIssue = async ({ must, serial }: PagesNewsroom): Promise<number> => {
  const { issue } = await must(signoffApi.overview, { issue: serial })
  return (await must(signoffApi.signIssue, { issue: serial, seen: issue.seen ?? '' })).at
}

export const brokenIn = async (newsroom: TestNewsroom, folder: string): Promise<Verification['broken']> =>
  (await verified(newsroom, folder)).broken
