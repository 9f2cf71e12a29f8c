import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { authorApi } from '../../../src/shared/author/api.ts'
import { authorSchema } from '../../../src/shared/author/author.ts'
import { ideaApi } from '../../../src/shared/idea/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { mergeApi } from '../../../src/shared/merge/api.ts'
import { rubricApi } from '../../../src/shared/rubric/api.ts'
import { rubricSchema } from '../../../src/shared/rubric/rubric.ts'
import { searchApi } from '../../../src/shared/search/api.ts'
import { wholeArchive } from '../../../src/shared/search/archive.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const rubric = (name: string) => ({ ...rubricSchema.parse({ id: 'new', name }), id: null })
const author = (name: string) => ({ ...authorSchema.parse({ id: 'new', name }), id: null })

test('J24 rubrics, authors, pitches with their files, kept searches and the history of plans come home with a copy', async () => {
  const { must, folder: office } = await newNewsroom()
  const { id: article } = await must(articleApi.create, { headline: 'Отпуск' })
  const { id: passing } = await must(searchApi.save, { id: null, name: 'Ненужный', filter: wholeArchive })
  const { serial: issue } = await must(issueApi.create, { plannedFor: '2026-12-02', pages: 8 })
  await must(workspaceApi.close, {})
  const laptop = `${office}-laptop`
  await cp(office, laptop, { recursive: true, preserveTimestamps: true })
  const workIn = async (folder: string, name: string, page: number) => {
    await must(workspaceApi.open, { folder })
    await must(rubricApi.saveRubric, rubric(name))
    await must(authorApi.save, author(name))
    const bytes = Buffer.from(`Текст: ${name}`).toString('base64')
    await must(ideaApi.receive, { files: [{ name: `${name}.txt`, bytes }] })
    await must(issueApi.place, { issue, article, page, before: null })
    await must(searchApi.save, { id: null, name, filter: wholeArchive })
    // F19: what one copy deleted does not come back from the other.
    if (folder === laptop) await must(searchApi.removeSaved, { id: passing })
    await must(workspaceApi.close, {})
  }
  await workIn(laptop, 'Дорога', 3)
  await workIn(office, 'Редакция', 5)
  await must(mergeApi.accept, { folder: office, other: laptop })
  await must(workspaceApi.open, { folder: office })
  const both = ['Дорога', 'Редакция']
  expect((await must(rubricApi.read, {})).rubrics.map(({ name }) => name)).toEqual(both)
  expect((await must(authorApi.list, {})).authors.map(({ name }) => name)).toEqual(both)
  expect((await must(searchApi.saved, {})).map(({ name }) => name).sort()).toEqual(both)
  const { ideas } = await must(ideaApi.list, {})
  expect(ideas.map(({ subject }) => subject).sort()).toEqual(both)
  for (const { id, subject, files } of ideas)
    expect(await readFile(join(office, 'ideas', 'files', id, files[0]?.stored ?? ''), 'utf8')).toBe(`Текст: ${subject}`)
  const steps = await must(issueApi.history, { issue })
  expect(steps.flatMap(({ moves }) => moves.map(({ to }) => to)).sort()).toEqual([3, 5])
})
