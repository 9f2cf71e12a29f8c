import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { thinnedOut } from '../../../../src/backend/article/version/thin-out.ts'
import { articleApi } from '../../../../src/shared/article/api.ts'
import { versionApi } from '../../../../src/shared/article/version/api.ts'
import type { VersionFacts } from '../../../../src/shared/article/version/version.ts'
import { workflowApi } from '../../../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../../helpers/newsroom.ts'
import { retitle } from '../../../helpers/signing.ts'

const minute = 60_000

/** A newsroom whose clock the test moves. */
const timedNewsroom = async () => {
  let now = Date.UTC(2026, 10, 24, 9)
  const newsroom = await newNewsroom({ environment: { now: () => now } })
  return {
    ...newsroom,
    pass: (milliseconds: number) => {
      now += milliseconds
    },
  }
}

test('J1 every step keeps a version, and a person keeps one by name', async () => {
  const { must, call } = await newNewsroom()
  const { id: article } = await must(articleApi.create, { headline: 'Отпуск' })
  await must(workflowApi.act, { action: 'file', articles: [article] })
  await must(versionApi.keep, { article, name: ' До сокращения ' })
  const facts = await must(versionApi.list, { article })
  expect(facts).toMatchObject([
    { reason: 'named', name: 'До сокращения', person: 'editorInChief' },
    { reason: 'step', action: 'file', person: 'editorInChief', characters: 6 },
  ])
  const refused = await call(versionApi.keep, { article, name: 'Чужое' }, null)
  expect(refused.ok).toBe(false)
})

test('J2 ten minutes of work keep a version of what was written until then; what was written last is kept on closing', async () => {
  const newsroom = await timedNewsroom()
  const { must, pass, folder } = newsroom
  const { id: article } = await must(articleApi.create, { headline: 'Отпуск' })
  await retitle(newsroom, article, ' летом')
  pass(9 * minute)
  await retitle(newsroom, article, ' и зимой')
  pass(5 * minute)
  await retitle(newsroom, article, ': что изменилось')
  const facts = await must(versionApi.list, { article })
  expect(facts.map(({ reason }) => reason)).toEqual(['time', 'time'])
  expect(facts[0]).toMatchObject({ persons: ['editorInChief'], characters: 'Отпуск летом и зимой'.length })
  await must(workspaceApi.close, {})
  await must(workspaceApi.open, { folder })
  expect((await must(versionApi.list, { article }))[0]?.characters).toBe('Отпуск летом и зимой: что изменилось'.length)
})

test('J3 versions kept by time of work are thinned with age, others never', () => {
  const hour = 60 * minute
  const now = 100 * 24 * hour + 30 * minute
  const of = (age: number, reason: VersionFacts['reason'] = 'time'): VersionFacts => ({
    ...{ id: `${reason}-${age}`, at: now - age, reason, name: '', action: null, person: null },
    ...{ persons: [], characters: 0, suggestions: 0 },
  })
  const ages = [hour, hour + 1, 48 * hour, 48 * hour + minute, 49 * hour, 30 * 24 * hour, 30 * 24 * hour - 2 * hour]
  const facts = [...ages.map((age) => of(age)), of(48 * hour + 2, 'named')].sort((a, b) => b.at - a.at)
  expect(thinnedOut(facts, now)).toEqual([`time-${48 * hour + minute}`, `time-${30 * 24 * hour}`])
})

test('J8 going back to a version is an edit like any other: what stood before is kept, an approval is void', async () => {
  const newsroom = await newNewsroom()
  const { must } = newsroom
  const { id: article } = await must(articleApi.create, { headline: 'Отпуск' })
  const { id: version } = await must(versionApi.keep, { article, name: 'Первая' })
  await retitle(newsroom, article, ' летом')
  await must(workflowApi.act, { action: 'file', articles: [article] })
  await must(workflowApi.act, { action: 'approve', articles: [article] })
  const { before } = await must(versionApi.restore, { article, version })
  const { content, summary } = await must(articleApi.read, { id: article })
  expect(content.headline).toBe('Отпуск')
  expect(summary.changedAfterApproval).toBe(true)
  const facts = await must(versionApi.list, { article })
  expect(new Set(facts.map(({ reason }) => reason))).toContain('restored')
  const redline = await must(versionApi.compare, { article, before, after: null })
  expect(redline).toMatchObject({ fields: [{ field: 'headline', persons: ['editorInChief'] }], inserted: 0, deleted: 1 })
  await must(versionApi.restore, { article, version: before })
  expect((await must(articleApi.read, { id: article })).content.headline).toBe('Отпуск летом')
})

test('J4 a version whose text was changed by other hands is none, and takes no other with it', async () => {
  const { must, call, folder } = await newNewsroom()
  const { id: article } = await must(articleApi.create, { headline: 'Отпуск' })
  const kept = await must(versionApi.keep, { article, name: 'Первая' })
  await must(versionApi.keep, { article, name: 'Вторая' })
  await must(workspaceApi.close, {})
  const place = join(folder, 'versions', article)
  expect(await readdir(place)).toHaveLength(2)
  const path = join(place, `${kept.id}.json`)
  await writeFile(path, (await readFile(path, 'utf8')).replace('Отпуск', 'Отпуска нет'))
  await must(workspaceApi.open, { folder })
  expect((await must(versionApi.list, { article })).map(({ name }) => name)).toEqual(['Вторая'])
  const refused = await call(versionApi.restore, { article, version: kept.id })
  expect(refused.ok ? 'ok' : refused.failure.code).toBe('notFound')
})
