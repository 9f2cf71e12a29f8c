import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Backend, createBackend } from '../../../src/backend/create-backend.ts'
import type { Environment } from '../../../src/backend/environment.ts'
import { layoutOf } from '../../../src/backend/layout/layout-service.ts'
import { diskFiles } from '../../../src/backend/store/files.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { mediaApi } from '../../../src/shared/media/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom, testEnvironment, typedCall } from '../../helpers/newsroom.ts'

const opened = (backend: Backend) => {
  const newsroom = backend.newsroom()
  if (!newsroom) throw new Error('папка не открыта')
  return newsroom
}

/** A newsroom with an issue of a story and its picture, and a way to lay it out in a program that has just started. */
const keptNewsroom = async () => {
  const { backend, folder, environment, must } = await newNewsroom()
  const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#808080' } })
    .jpeg()
    .toBuffer()
  const { id: media } = await must(mediaApi.add, { name: 'a.jpg', bytes: bytes.toString('base64') })
  const { id } = await must(articleApi.create, { headline: 'Отпуск' })
  const attrs = { media, credit: '', alternative: '', medium: 'everywhere' as const }
  const story = await opened(backend).articles.create({
    ...emptyContent,
    headline: 'Снимок недели',
    body: [{ type: 'photo', attrs, content: [{ type: 'text', text: 'На заседании' }] }, ...emptyContent.body],
  })
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2 })
  await must(issueApi.place, { issue: serial, article: id, page: 1, before: null })
  await must(issueApi.place, { issue: serial, article: story, page: 2, before: null })
  await backend.close()
  /** The pages, and how many documents of articles were opened for them. */
  const layOut = async (
    more: Partial<Environment> = {},
    change: (call: ReturnType<typeof typedCall>) => Promise<unknown> = async () => undefined,
  ) => {
    let documents = 0
    const files: Environment['files'] = {
      ...diskFiles,
      read: (path) => {
        if (/articles.[^/\\]+\.json$/.test(path)) documents += 1
        return diskFiles.read(path)
      },
    }
    const again = createBackend(testEnvironment(environment.home, { build: 'сборка', files, ...more }), { sending: false })
    await again.call(workspaceApi.open.name, { folder }, { person: 'editorInChief' })
    await change(typedCall(again))
    documents = 0
    const layout = await layoutOf(opened(again), serial, 'current')
    const read = documents
    await again.close()
    return { layout, read }
  }
  return { layOut, media, cache: join(folder, 'cache', 'layout') }
}

test('L153: pages kept on the disk are those laid out anew, to the bit; damaged or of another program they are laid out anew', async () => {
  const { layOut, cache } = await keptNewsroom()
  const anew = await layOut()
  expect(anew.read).toBeGreaterThan(0)
  const kept = await layOut()
  expect(kept.layout).toStrictEqual(anew.layout)
  expect(kept.read).toBe(0)
  const [name = ''] = await readdir(cache)
  const bytes = await readFile(join(cache, name))
  for (const at of [0, 40, bytes.length >> 1, bytes.length - 1]) {
    await writeFile(
      join(cache, name),
      bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)),
    )
    const damaged = await layOut()
    expect(damaged.layout).toStrictEqual(anew.layout)
    expect(damaged.read).toBeGreaterThan(0)
  }
  const other = await layOut({ build: 'другая сборка' })
  expect(other).toStrictEqual(anew)
})

test('L153: a picture whose focus was moved meanwhile is cropped anew', async () => {
  const { layOut, media } = await keptNewsroom()
  const before = await layOut()
  const focused = await layOut({ build: 'третья сборка' }, (call) =>
    call(mediaApi.setFocus, { id: media, focus: { x: 0.05, y: 0.05 } }),
  )
  const after = await layOut()
  expect(after.read).toBeGreaterThan(0)
  expect(after.layout).toStrictEqual(focused.layout)
  expect(after.layout).not.toStrictEqual(before.layout)
})
