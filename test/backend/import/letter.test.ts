import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importPaths } from '../../../src/backend/article/import/import-files.ts'
import { imageLibrary } from '../../../src/backend/media/image-library.ts'
import { authorSchema } from '../../../src/shared/author/author.ts'
import { newNewsroom } from './temporary-newsroom.ts'

const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64')

type Part = { readonly name: string; readonly type: string; readonly bytes: string | Uint8Array }

/** A letter as mail programs save it. */
const letterWith = (text: string, parts: readonly Part[]): string =>
  [
    `From: =?utf-8?B?${base64('Нина Белозёрова')}?= <nina@example.org>`,
    `Subject: =?utf-8?B?${base64('Дрова для сельских учителей')}?=`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="edge"',
    '',
    '--edge',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(text),
    ...parts.flatMap(({ name, type, bytes }) => [
      '--edge',
      `Content-Type: ${type}`,
      `Content-Disposition: attachment; filename="=?utf-8?B?${base64(name)}?="`,
      'Content-Transfer-Encoding: base64',
      '',
      base64(bytes),
    ]),
    '--edge--',
    '',
  ].join('\r\n')

const picture = async (): Promise<Uint8Array> => {
  const sharp = await imageLibrary()
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#446688' } })
    .jpeg()
    .toBuffer()
}

const take = async (letter: string) => {
  const { newsroom, inbox } = await newNewsroom()
  const file = join(inbox, 'письмо.eml')
  await writeFile(file, letter)
  await newsroom.authors.change(() => ({
    schemaVersion: 1,
    authors: [authorSchema.parse({ id: 'nina', name: 'Нина Белозёрова', mail: 'Nina@Example.org' })],
  }))
  return { newsroom, taken: await importPaths(newsroom, [file], null, null) }
}

test('F26 a text that came with a letter is an article of its sender, its picture at the end', async () => {
  const { newsroom, taken } = await take(
    letterWith('Посылаю текст, посмотрите.', [
      { name: '../../зима.txt', type: 'text/plain', bytes: 'Зима под расписку\n\nВ Кеме топятся печами.' },
      { name: 'печь.jpg', type: 'image/jpeg', bytes: await picture() },
      { name: 'смета.xlsx', type: 'application/octet-stream', bytes: 'PK' },
    ]),
  )
  expect(taken).toMatchObject([{ headline: 'Зима под расписку', photos: 1, problem: null }])
  expect(taken[0]?.warnings).toEqual([
    expect.stringMatching(/не импортируются: смета\.xlsx/),
    expect.stringMatching(/«Посылаю текст, посмотрите\.»/),
  ])
  const id = taken[0]?.article ?? ''
  const { byline, body } = await newsroom.articles.content(id)
  expect(byline).toBe('Нина Белозёрова')
  expect(body.map(({ type }) => type)).toEqual(['paragraph', 'photo'])
  expect((await newsroom.articles.assignment(id)).author).toBe('nina')
})

test('F26 a letter without texts is one itself; of two texts each is an article', async () => {
  const own = await take(letterWith('В Кеме топятся печами.', []))
  expect(own.taken).toMatchObject([{ headline: 'Дрова для сельских учителей', problem: null }])
  const two = await take(
    letterWith('', [
      { name: 'а.txt', type: 'text/plain', bytes: 'Первый\n\nОдин.' },
      { name: 'б.md', type: 'text/markdown', bytes: '# Второй\n\nДва.' },
      { name: 'печь.jpg', type: 'image/jpeg', bytes: await picture() },
    ]),
  )
  expect(two.taken.map(({ headline, photos }) => [headline, photos])).toEqual([
    ['Первый', 0],
    ['Второй', 0],
    [null, 1],
  ])
})

test('F26 what only calls itself a letter is refused', async () => {
  const { taken } = await take('\u0000\u0001 не письмо')
  expect(taken).toMatchObject([{ article: null, problem: expect.stringMatching(/это не письмо/) }])
})
