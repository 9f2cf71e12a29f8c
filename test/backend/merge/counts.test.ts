import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mergeApi } from '../../../src/shared/merge/api.ts'
import type { KnownCounts } from '../../../src/shared/publishing/counts.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const reading = (views: number, at: number): KnownCounts => ({ views, likes: 1, reposts: null, comments: null, at })

/** Puts counts of deliveries into a newsroom that is closed. */
const put = async (folder: string, counts: Readonly<Record<string, KnownCounts>>): Promise<void> => {
  await mkdir(join(folder, 'counts'), { recursive: true })
  for (const [delivery, known] of Object.entries(counts))
    await writeFile(join(folder, 'counts', `${delivery}.json`), JSON.stringify({ schemaVersion: 1, ...known }))
}

const viewsIn = async (folder: string): Promise<readonly (readonly [string, unknown])[]> => {
  const names = (await readdir(join(folder, 'counts'))).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    names.map(async (name) => [name, JSON.parse(await readFile(join(folder, 'counts', name), 'utf8')).views] as const),
  )
}

test('J34 J35 counts of both copies are there, of one delivery the newer reading; files of an issue’s page come along', async () => {
  const { must, folder: office } = await newNewsroom()
  await must(workspaceApi.close, {})
  const laptop = `${office}-laptop`
  await cp(office, laptop, { recursive: true, preserveTimestamps: true })
  await put(office, { a: reading(10, 1000), b: reading(20, 3000), c: reading(5, 1000) })
  await put(laptop, { a: reading(15, 2000), b: reading(12, 1000), d: reading(7, 1000) })
  await mkdir(join(laptop, 'issue-pages'))
  await writeFile(join(laptop, 'issue-pages', 'f'.repeat(64)), 'PDF')
  const all = [
    ['a.json', 15],
    ['b.json', 20],
    ['c.json', 5],
    ['d.json', 7],
  ]
  await must(mergeApi.accept, { folder: office, other: laptop })
  expect(await viewsIn(office)).toEqual(all)
  expect(await readFile(join(office, 'issue-pages', 'f'.repeat(64)), 'utf8')).toBe('PDF')
  await must(mergeApi.accept, { folder: laptop, other: office })
  expect(await viewsIn(laptop)).toEqual(all)
  expect(await must(mergeApi.accept, { folder: office, other: laptop })).toMatchObject({ came: [], collided: [] })
})
