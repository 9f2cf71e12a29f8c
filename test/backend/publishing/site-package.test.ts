import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openZip } from '../../../src/backend/article/import/zip.ts'
import { issueHandlers } from '../../../src/backend/issue/issue-handlers.ts'
import { codeState } from '../../../src/shared/publishing/issue-online.ts'
import { addPicture, codeOf, connectedDesk, p, photo, story, value } from '../../helpers/publishing.ts'
import { childOf, htmlText, readXml, textIn } from '../../helpers/xml-reader.ts'

const smm = { person: 'smm' }

/** A newsroom with an issue in which these stories stand, each on a page of its own. */
const issueWith = async (...headlines: readonly string[]) => {
  const { desk, place } = await connectedDesk()
  const issues = issueHandlers(desk.newsroom)
  const { serial } = value(await issues.create({ plannedFor: '2026-12-02', pages: 8, columns: null }, { person: 'chief' }))
  const picture = await addPicture(desk, 10)
  const ids: string[] = []
  for (const [at, headline] of headlines.entries()) {
    const printed = { type: 'paragraph' as const, attrs: { kind: 'paragraph' as const, medium: 'printOnly' as const } }
    const body = [
      photo(picture, 'Подпись'),
      p(`Текст ${headline}.`),
      { ...printed, content: [{ type: 'text' as const, text: 'С. 5' }] },
    ]
    const article = await desk.approved(story(headline, ...body))
    value(await issues.place({ issue: serial, article, page: at + 1, before: null, continuation: null }, { person: 'chief' }))
    ids.push(article)
  }
  return { desk, place, serial, ids }
}

test('O50 O51 a package holds the approved stories with their pictures, by relative paths, and names what stayed out', async () => {
  const { desk, place, serial, ids } = await issueWith('Первая', 'Вторая', 'Правленая', 'Тайная')
  await desk.retitle(ids[2] ?? '', 'Ещё не утверждено')
  value(await desk.handlers.setEmbargo({ article: ids[3] ?? '', until: place.clock.now + 60_000 }, smm))
  expect(codeOf(await desk.handlers.savePackage({ issue: serial }, { person: 'reporter' }))).toBe('forbidden')
  const made = value(await desk.handlers.savePackage({ issue: serial }, smm))
  expect(made).toMatchObject({ stories: 2, photos: 1 })
  expect(made.left).toEqual([
    { headline: 'Ещё не утверждено', why: 'изменён после утверждения' },
    { headline: 'Тайная', why: expect.stringContaining('под эмбарго') },
  ])
  const xml = await readFile(join(made.folder, 'feed.xml'), 'utf8')
  const items = (readXml(xml).children[0]?.children ?? []).filter(({ name }) => name === 'item')
  expect(items.map((item) => textIn(item, 'title'))).toEqual(['Первая', 'Вторая'])
  expect(items.map((item) => textIn(item, 'guid'))).toEqual(ids.slice(0, 2))
  const [first] = items
  if (!first) throw new Error('нет материала')
  const html = textIn(first, 'content:encoded')
  expect(htmlText(html)).toContain('Текст Первая.')
  expect(html).not.toContain('С. 5')
  for (const word of ['Ещё не', 'Тайная', 'http:', 'file:']) expect(html).not.toContain(word)
  const source = /<img src="([^"]+)"/.exec(html)?.[1] ?? ''
  expect(childOf(first, 'enclosure')?.attributes.url).toBe(source)
  expect(source).toMatch(/^pictures\/[0-9a-f]+\.jpg$/)
  expect((await sharp(join(made.folder, source)).metadata()).format).toBe('jpeg')

  const files = (await readdir(made.folder, { recursive: true })).sort()
  const archive = await readFile(made.archive)
  const opened = openZip(archive)
  if (!opened.ok) throw new Error(opened.reason)
  expect([...opened.entries.keys()].sort()).toEqual(files.filter((name) => name.includes('.')))
  for (const [name, entry] of opened.entries)
    expect(Buffer.from(entry.read() ?? []).equals(await readFile(join(made.folder, name)))).toBe(true)
  place.clock.now += 1000
  value(await desk.handlers.savePackage({ issue: serial }, smm))
  expect(await readFile(join(made.folder, 'feed.xml'), 'utf8')).toBe(xml)
  expect((await readdir(made.folder, { recursive: true })).sort()).toEqual(files)
  expect((await readFile(made.archive)).equals(archive)).toBe(true)
})

test('O50 of an issue of which nothing may leave the house no package is written', async () => {
  const { desk, serial, ids } = await issueWith('Одна')
  await desk.retitle(ids[0] ?? '', 'Другая')
  expect(codeOf(await desk.handlers.savePackage({ issue: serial }, smm))).toBe('notApproved')
  expect(codeOf(await desk.handlers.savePackage({ issue: 'нет' }, smm))).toBe('notFound')
})

test('O52 the stories of an issue are listed with their pages on the site and the codes that lead there', async () => {
  const { desk, serial, ids } = await issueWith('Отпуск учителя', 'Вторая')
  const settings = desk.newsroom.settings.get()
  const publication = { ...settings.publication, storyAddress: 'https://eseur.ru/{slug}' }
  await desk.newsroom.settings.put({ ...settings, publication })
  const stories = value(await desk.handlers.issueOnline({ issue: serial }, smm))
  expect(stories).toMatchObject([
    { article: ids[0], page: 1, url: null, code: 'https://eseur.ru/otpusk-uchitelya', codeState: null },
    { article: ids[1], page: 2 },
  ])
})

test.each([
  ['https://eseur.ru/otpusk', 'https://eseur.ru/otpusk/', 'leads'],
  ['https://eseur.ru/otpusk', 'https://www.eseur.ru/2026/12/otpusk-a1b2c3d4e5/', 'leads'],
  ['https://eseur.ru/otpusk', 'https://eseur.ru/otpusk?utm=1', 'leads'],
  ['https://eseur.ru/n/a1b2c3d4', 'https://eseur.ru/otpusk-uchitelya/', 'unsure'],
  ['https://eseur.ru/otpusk', 'https://other.ru/otpusk', 'unsure'],
  ['https://eseur.ru/', 'https://eseur.ru/otpusk', 'unsure'],
  ['не адрес', 'https://eseur.ru/otpusk', 'unsure'],
] as const)('O52 the code %s and the page %s: %s', (code, page, state) => {
  expect(codeState(code, page)).toBe(state)
})
