import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { copyName } from '../../../../src/backend/article/export/copy-file.ts'
import { articleApi } from '../../../../src/shared/article/api.ts'
import { type ArticleContent, photosOf, plainText } from '../../../../src/shared/article/content.ts'
import { articleExportApi } from '../../../../src/shared/article/export/api.ts'
import { mediaApi } from '../../../../src/shared/media/api.ts'
import { newNewsroom } from '../../../helpers/newsroom.ts'

const textOf = (bytes: string | null): string => Buffer.from(bytes ?? '', 'base64').toString('utf8')

const story = async () => {
  const room = await newNewsroom()
  const source = `---
rubric: Право на право
headline: "Отпуск <учителя>"
byline: Иван Петров
---

**Коротко о главном.**

Отпуск длится **56 дней** и [почти всегда](https://eseur.ru/otpusk?a=1&b=2) летом: 5 * 6.

- первый пункт
- второй пункт

> Так сказали в Профсоюзе.
`
  const bytes = Buffer.from(source).toString('base64')
  const [taken] = await room.must(articleApi.upload, { files: [{ name: 'отпуск.md', bytes }], rubric: null })
  return { ...room, id: taken?.article ?? '' }
}

test('F20 a page runs nothing and needs nothing; Markdown, text and a message say the same words', async () => {
  const { must, id } = await story()
  const copy = async (format: 'html' | 'markdown' | 'plain' | 'messenger') =>
    textOf((await must(articleExportApi.make, { article: id, format, suggestions: 'standing', file: null })).bytes)
  const html = await copy('html')
  expect(html).toContain('<h1>Отпуск &#60;учителя&#62;</h1>')
  expect(html).toContain('<strong>56 дней</strong>')
  expect(html).toContain('<a href="https://eseur.ru/otpusk?a=1&#38;b=2">почти всегда</a>')
  expect(html).toContain('<ul><li>первый пункт</li><li>второй пункт</li></ul>')
  expect(html).toContain("default-src 'none'")
  expect(html).not.toMatch(/<script|src="http/)
  expect(await copy('markdown')).toContain(
    'Отпуск длится **56 дней** и [почти всегда](https://eseur.ru/otpusk?a=1&b=2) летом: 5 \\* 6.',
  )
  expect(await copy('plain')).toBe(`Право на право

Отпуск <учителя>

Иван Петров

Коротко о главном.

Отпуск длится 56 дней и почти всегда (https://eseur.ru/otpusk?a=1&b=2) летом: 5 * 6.

— первый пункт
— второй пункт

Так сказали в Профсоюзе.
`)
  expect(await copy('messenger')).toContain('• первый пункт\n• второй пункт')
})

test('F20 Markdown comes back as the same article', async () => {
  const { must, id } = await story()
  const before = await must(articleApi.read, { id })
  const { bytes } = await must(articleExportApi.make, { article: id, format: 'markdown', suggestions: 'standing', file: null })
  const [again] = await must(articleApi.upload, { files: [{ name: 'снова.md', bytes: bytes ?? '' }], rubric: null })
  // The very same content is not taken a second time.
  expect(again).toMatchObject({ article: id, warnings: [expect.stringMatching(/уже есть/)] })
  expect(before.content.body.length).toBeGreaterThan(3)
})

test('F22 F25 a clean copy tells how many suggestions are open; files go to exports or outside, never among the records', async () => {
  const { must, call, id, folder } = await story()
  const written = await must(articleExportApi.make, {
    ...{ article: id, format: 'docx', suggestions: 'redline' },
    file: join(folder, 'exports'),
  })
  expect(written).toMatchObject({ file: join(folder, 'exports', 'Отпуск учителя.docx'), bytes: null, notes: [] })
  expect((await readFile(written.file ?? '')).subarray(0, 2).toString()).toBe('PK')
  const refused = await call(articleExportApi.make, {
    ...{ article: id, format: 'plain', suggestions: 'standing' },
    file: join(folder, 'articles', `${id}.json`),
  })
  expect(refused.ok ? '' : refused.failure.code).toBe('invalidInput')
  const page = await call(articleExportApi.make, { article: id, format: 'html', suggestions: 'redline', file: null })
  expect(page.ok ? '' : page.failure.code).toBe('invalidInput')
})

test('F25 a file is called as its article, whatever stands in the headline', () => {
  expect(copyName('Что: «было»/стало?', 'docx')).toBe('Что «было» стало.docx')
  expect(copyName('…', 'plain')).toBe('….txt')
  expect(copyName(' .. ', 'plain')).toBe('Материал.txt')
  expect(copyName('ж'.repeat(400), 'markdown')).toHaveLength(103)
})

test('F30 a photo goes out in a Word document and comes back: picture, caption, credit and what it shows', async () => {
  const { must } = await newNewsroom()
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#3a7' } })
    .jpeg()
    .toBuffer()
  const text =
    '# Сад\n\nПосадили аллею.\n\n![Первые яблони](сад.jpg "Мария Лозинская" "Саженцы вдоль дороги")\n\nПолить обещали все.\n'
  const files = [
    { name: 'сад.md', bytes: Buffer.from(text).toString('base64') },
    { name: 'сад.jpg', bytes: picture.toString('base64') },
  ]
  const [taken] = await must(articleApi.upload, { files, rubric: null })
  const contentOf = async (id: string) => (await must(articleApi.read, { id })).content
  const said = await contentOf(taken?.article ?? '')
  const copy = { article: taken?.article ?? '', format: 'docx', suggestions: 'standing', file: null } as const
  const { bytes } = await must(articleExportApi.make, copy)
  const [back] = await must(articleApi.upload, { files: [{ name: 'обратно.docx', bytes: bytes ?? '' }], rubric: null })
  const came = await contentOf(back?.article ?? '')
  expect(plainText(came)).toBe(plainText(said))
  const wordsOf = (content: ArticleContent) =>
    photosOf(content).map((photo) => [photo.attrs.credit, photo.attrs.alternative, photo.content.map((run) => run.text).join('')])
  expect(wordsOf(said)).toEqual([['Мария Лозинская', 'Саженцы вдоль дороги', 'Первые яблони']])
  expect(wordsOf(came)).toEqual(wordsOf(said))
  expect(came.body.map(({ type }) => type)).toEqual(said.body.map(({ type }) => type))
  const [photo] = photosOf(came)
  const { media } = await must(mediaApi.list, {})
  expect(media.find(({ id }) => id === photo?.attrs.media)).toMatchObject({ width: 900, height: 600 })
})

test('G17 a numbered list goes out as one, and comes in again as it was', async () => {
  const room = await newNewsroom()
  const take = async (name: string, words: string) => {
    const [taken] = await room.must(articleApi.upload, {
      files: [{ name, bytes: Buffer.from(words).toString('base64') }],
      rubric: null,
    })
    return taken?.article ?? ''
  }
  const id = await take(
    'порядок.md',
    '# Как вступить\n\nЭто просто.\n\n1. Написать заявление\n2. Принести его\n\nДальше — проще.\n',
  )
  const copy = async (format: 'html' | 'markdown' | 'plain') =>
    textOf((await room.must(articleExportApi.make, { article: id, format, suggestions: 'standing', file: null })).bytes)
  const [html, markdown] = [await copy('html'), await copy('markdown')]
  expect(html).toContain('<ol><li>Написать заявление</li><li>Принести его</li></ol>')
  expect(markdown).toContain('1. Написать заявление\n2. Принести его\n')
  expect(await copy('plain')).toContain('1. Написать заявление\n2. Принести его\n')
  const bodyOf = async (article: string) => (await room.must(articleApi.read, { id: article })).content.body
  const body = await bodyOf(id)
  expect(body.map((block) => block.type === 'paragraph' && block.attrs.kind)).toContain('numberedItem')
  for (const again of [await take('снова.md', markdown), await take('снова.html', html)])
    expect((await bodyOf(again)).slice(1)).toEqual(body.slice(1))
})
