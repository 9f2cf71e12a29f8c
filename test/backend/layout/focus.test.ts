import sharp from 'sharp'
import { expect, test } from 'vitest'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import { mediaApi } from '../../../src/shared/media/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

test('what must stay of a photo is kept, and moves its crop on the page at once', async () => {
  const { must, call, backend, folder } = await newNewsroom()
  const bytes = await sharp({ create: { width: 1400, height: 2100, channels: 3, background: '#357' } })
    .jpeg()
    .toBuffer()
  const { id } = await must(mediaApi.add, { name: 'портрет.jpg', bytes: bytes.toString('base64') })
  const attrs = { media: id, credit: '', alternative: '', medium: 'everywhere' as const }
  const words = { type: 'text' as const, text: 'Слова о людях. '.repeat(700) }
  const article = await backend.newsroom()?.articles.create({
    ...emptyContent,
    headline: 'Портрет',
    body: [
      { type: 'photo', attrs, content: [] },
      { type: 'paragraph', attrs: { kind: 'paragraph', medium: 'everywhere' }, content: [words] },
    ],
  })
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2, columns: 5 })
  await must(issueApi.place, { issue: serial, article: article ?? '', page: 1, before: null })
  const crop = async () => {
    const { items } = await must(layoutApi.page, { issue: serial, page: 1 })
    const image = items.find((item) => item.kind === 'image')
    return image?.kind === 'image' ? image.crop : null
  }
  const before = await crop()
  await must(mediaApi.setFocus, { id, focus: { x: 0, y: 1 } })
  const after = await crop()
  // Whatever shape the frame has, the lower left corner is now in the picture.
  expect(after?.x).toBe(0)
  expect((after?.y ?? 0) + (after?.height ?? 0)).toBeCloseTo(1, 9)
  expect(before).not.toBeNull()
  await must(workspaceApi.close, {})
  await must(workspaceApi.open, { folder })
  expect((await must(mediaApi.read, { id })).focus).toEqual({ x: 0, y: 1 })
  await must(mediaApi.setFocus, { id, focus: null })
  expect((await must(mediaApi.read, { id })).focus).toBeNull()
  expect(await call(mediaApi.setFocus, { id: 'нет', focus: null })).toMatchObject({ ok: false, failure: { code: 'notFound' } })
})
