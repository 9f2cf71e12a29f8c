import { readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createBackend } from '../../src/backend/create-backend.ts'
import type { Newsroom } from '../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { newWorkflowRecord } from '../../src/backend/workflow/act.ts'
import type { Input, Operation, Output } from '../../src/shared/api/operation.ts'
import { articleApi } from '../../src/shared/article/api.ts'
import type { ArticleContent, Block } from '../../src/shared/article/content.ts'
import { issueApi } from '../../src/shared/issue/api.ts'
import { mediaApi } from '../../src/shared/media/api.ts'
import { workspaceApi } from '../../src/shared/workspace/api.ts'
import { benchStories } from './stories.ts'

/** Bumped when the folder would come out otherwise. */
const version = 1

/** The stories of the issue: 109,000 characters in all, one of them long. */
const short = { count: 57, characters: 1560 }
const long = 12_000

const perPhoto = 3

const withPhoto = (content: ArticleContent, media: string): ArticleContent => {
  const attrs = { media, credit: 'Анна Иванова', alternative: '', medium: 'everywhere' as const }
  const photo: Block = { type: 'photo', attrs, content: [{ type: 'text', text: 'На заседании профкома' }] }
  return { ...content, body: [...content.body.slice(0, 1), photo, ...content.body.slice(1)] }
}

const build = async (folder: string, photos: boolean): Promise<void> => {
  const home = `${folder}.home`
  const environment = { ...nodeEnvironment(), home, log: () => undefined }
  const backend = createBackend(environment, { sending: false })
  const call = async <O extends Operation>(operation: O, input: Input<O>): Promise<Output<O>> => {
    const result = await backend.call(operation.name, input, { person: 'editorInChief' })
    if (!result.ok) throw new Error(result.failure.what)
    return operation.output.parse(result.value) as Output<O>
  }
  await call(workspaceApi.create, { folder: `${folder}.demo`, demo: true })
  const demo = (await call(articleApi.page, { issue: null, scope: 'all', count: 100 })).items
  const samples = await Promise.all(demo.map(async ({ id }) => (await call(articleApi.read, { id })).content))
  await call(workspaceApi.create, { folder, demo: false })
  const newsroom = backend.newsroom()
  if (!newsroom) throw new Error('папка не открыта')
  const pictures: string[] = []
  const source = join(environment.resources, 'demo', 'media')
  for (const name of photos ? (await readdir(source)).sort() : []) {
    const bytes = (await readFile(join(source, name))).toString('base64')
    pictures.push((await call(mediaApi.add, { name, bytes })).id)
  }
  const stories = [...benchStories(samples, short.count, short.characters, 7), ...benchStories(samples, 1, long, 11)]
  for (const [i, content] of stories.entries()) {
    const picture = i % perPhoto === 0 ? pictures[(i / perPhoto) % Math.max(1, pictures.length)] : undefined
    const id = await newsroom.articles.create(picture === undefined ? content : withPhoto(content, picture))
    await newsroom.workflow.put(id, newWorkflowRecord('filed', 'create', null, environment.now(), i + 1))
  }
  const { serial } = await call(issueApi.create, { plannedFor: '2026-11-25', pages: 16, columns: 5 })
  await call(issueApi.fill, { issue: serial, articles: null })
  await backend.close()
  for (const left of [home, `${folder}.demo`]) await rm(left, { recursive: true, force: true })
}

/** A newsroom with one issue of 16 pages, made on the first call and kept among the temporary files; not to be written to. */
export const issueFolder = async (photos: boolean): Promise<string> => {
  const folder = join(tmpdir(), 'newsroom-archives', `issue-v${version}${photos ? '-photos' : ''}`)
  if (await stat(folder).catch(() => null)) return folder
  const making = `${folder}.${process.pid}`
  await rm(making, { recursive: true, force: true })
  await build(making, photos)
  await rename(making, folder)
  return folder
}

/** The issue of an open newsroom that is measured: of several the one with the most pages. */
export const measuredIssue = (newsroom: Newsroom): string => {
  const [most] = [...newsroom.issues.entries()].sort((a, b) => b.pages - a.pages)
  if (!most) throw new Error('нет номера')
  return most.serial
}

/** The same of a folder that is not open. */
export const measuredSerial = async (folder: string, home: string): Promise<string> => {
  const backend = createBackend({ ...nodeEnvironment(), home, log: () => undefined }, { sending: false })
  await backend.call(workspaceApi.open.name, { folder }, { person: null })
  const newsroom = backend.newsroom()
  if (!newsroom) throw new Error('папка не открылась')
  const serial = measuredIssue(newsroom)
  await backend.close()
  return serial
}
