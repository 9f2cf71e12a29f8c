import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openMediaStore } from '../../../src/backend/media/media-store.ts'
import { diskFiles } from '../../../src/backend/store/files.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { mediaApi, type PictureUse } from '../../../src/shared/media/api.ts'
import { emptyCard, type MediumCard } from '../../../src/shared/media/card.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

const oldFile = join(import.meta.dirname, '../store/fixtures/media-version-1')
const old = '20913ea3b6fc0df97a2225c4f6f6561d61dc867c57eaa7bc84e722355df42f93'

const card: MediumCard = {
  caption: 'Учителя у школы',
  credit: 'Анна Ветрова',
  source: 'районная организация',
  licence: { kind: 'permission', use: 'print', until: '2027-01-31', note: 'письмо от 3 ноября' },
  persons: [{ name: 'Пётр', minor: true, consent: 'parent', until: '2026-12-31' }],
  tags: ['школа', 'митинг'],
}

const open = (folder: string) =>
  openMediaStore({ environment: calmEnvironment(diskFiles), folder, readOnly: false, notice: () => undefined })

test('U20 S9: facts of the first version open without a card, take one, and keep it from the files and from the catalog', async () => {
  const folder = await temporaryFolder()
  await cp(oldFile, join(folder, 'media'), { recursive: true })
  let store = await open(folder)
  await store.verify(() => false)
  expect(store.get(old)).toEqual({ schemaVersion: 2, name: 'join.jpg', format: 'jpeg', width: 1240, height: 770, bytes: 76869 })
  expect(await store.setCard(old, card)).toBe(true)
  expect(await store.setFocus(old, { x: 0.5, y: 0.25 })).toBe(true)
  expect(await store.setPass(old, { person: 'chief', reason: 'снимок архивный', at: 5 })).toBe(true)
  const known = store.get(old)
  expect(known).toMatchObject({ card, focus: { x: 0.5, y: 0.25 }, pass: { person: 'chief' } })
  await store.close()
  store = await open(folder)
  expect(store.get(old)).toEqual(known)
  // Whoever changes the card looks at its rights again (rule U27).
  await store.setCard(old, emptyCard)
  expect(store.get(old)?.pass).toBeUndefined()
  expect(await store.setCard('0'.repeat(64), card)).toBe(false)
  await store.close()
})

const shade = async (green: number) => {
  const picture = sharp({ create: { width: 30, height: 20, channels: 3, background: { r: 10, g: green, b: 90 } } })
  return (await picture.jpeg().toBuffer()).toString('base64')
}

test('U21 U28 U29 pictures are found by words and by what they lack, and know where they stand', async () => {
  const { must, call, backend } = await newNewsroom()
  const bytes = await shade(20)
  const { id, already } = await must(mediaApi.add, { name: 'митинг.jpg', bytes })
  expect(already).toBeNull()
  expect(await must(mediaApi.add, { name: 'другое имя.jpg', bytes })).toMatchObject({ id, already: 'митинг.jpg' })
  const { id: bare } = await must(mediaApi.add, { name: 'Ёлка.jpg', bytes: await shade(120) })
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  await must(mediaApi.setCard, { id, card: { ...card, licence: { ...card.licence, until: soon } } })
  const found = async (filter: 'all' | 'noCard' | 'noAuthor' | 'ending' | 'noConsent' | 'unused', words = '') =>
    (await must(mediaApi.list, { filter, words })).media.map((each) => each.id).sort()
  expect(await found('all')).toEqual([id, bare].sort())
  expect(await found('all', 'школа ВЕТРОВА')).toEqual([id])
  expect(await found('all', 'елка')).toEqual([bare])
  expect(await found('all', 'елка ветрова')).toEqual([])
  expect(await found('noCard')).toEqual([bare])
  expect(await found('noAuthor')).toEqual([bare])
  expect(await found('ending')).toEqual([id])
  expect(await found('noConsent')).toEqual([])
  expect(await must(mediaApi.list, { from: 1, count: 1 })).toMatchObject({ total: 2, media: [{}] })

  const attrs = { media: id, credit: '', alternative: '', medium: 'everywhere' as const }
  const article =
    (await backend.newsroom()?.articles.create({
      ...emptyContent,
      headline: 'Митинг',
      body: [{ type: 'photo', attrs, content: [] }],
    })) ?? ''
  expect((await must(mediaApi.state, { id })).places).toEqual([
    { article, headline: 'Митинг', issue: null, page: null, printed: false },
  ])
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2, columns: 5 })
  await must(issueApi.place, { issue: serial, article, page: 2, before: null })
  expect((await must(mediaApi.state, { id })).places).toEqual([
    { article, headline: 'Митинг', issue: serial, page: 2, printed: false },
  ])
  expect(await found('unused')).toEqual([bare])
  expect(await call(mediaApi.state, { id: 'нет' })).toMatchObject({ failure: { code: 'notFound' } })
})

test('U24 U27 an editor lets an unknown source pass with a reason; a child without a parent’s consent nobody does', async () => {
  const { must, call } = await newNewsroom()
  const { id } = await must(mediaApi.add, { name: 'архив.jpg', bytes: await shade(60) })
  await must(mediaApi.setCard, { id, card: { ...emptyCard, credit: 'неизвестен' } })
  expect(await must(mediaApi.state, { id })).toMatchObject({ standing: 'editor', gaps: [{ kind: 'licence' }] })
  await must(mediaApi.setPass, { id, reason: 'Снимок 1961 года из музея' })
  expect(await must(mediaApi.state, { id })).toMatchObject({ standing: 'passed', pass: { reason: 'Снимок 1961 года из музея' } })
  const shown = { name: 'Пётр', minor: true, consent: 'given' as const, until: null }
  await must(mediaApi.setCard, { id, card: { ...emptyCard, persons: [shown] } })
  expect(await must(mediaApi.state, { id })).toMatchObject({ standing: 'law', pass: null })
  const refused = await call(mediaApi.setPass, { id, reason: 'Очень надо' })
  expect(refused).toMatchObject({ failure: { code: 'forbidden' } })
  expect(!refused.ok && refused.failure.what).toContain('ребёнок (Пётр)')
})

test('U33 U35 a text is told what a picture lacks on the day of its issue and where it is meant to be seen', async () => {
  const { must } = await newNewsroom()
  const { id } = await must(mediaApi.add, { name: 'урок.jpg', bytes: await shade(70) })
  const lacks = async (use: PictureUse, issue: string | null = null) => {
    const { gaps, standing } = await must(mediaApi.read, { id, use, issue })
    return [standing, ...gaps.map(({ kind }) => kind)]
  }
  expect(await lacks('everywhere')).toEqual(['advice', 'card'])
  const { serial } = await must(issueApi.create, { plannedFor: '2099-12-02', pages: 4 })
  const licence = { ...card.licence, use: 'web' as const, until: '2099-12-01' }
  await must(mediaApi.setCard, { id, card: { ...card, persons: [], licence } })
  expect(await must(mediaApi.read, { id })).toMatchObject({ caption: 'Учителя у школы', credit: 'Анна Ветрова' })
  expect(await lacks('anywhere')).toEqual(['none'])
  expect(await lacks('web', serial)).toEqual(['law', 'licenceEnded'])
  expect(await lacks('everywhere', serial)).toEqual(['law', 'licenceEnded', 'licenceUse'])
  expect(await lacks('print')).toEqual(['law', 'licenceUse'])
  const found = await must(mediaApi.list, { issue: serial, use: 'print' })
  expect(found.media.map(({ standing }) => standing)).toEqual(['law'])
})

test('U41 a document is given out as it came, under the ending of what it is, and never into the newsroom', async () => {
  const { must, call, backend } = await newNewsroom()
  const bytes = await shade(90)
  const { id } = await must(mediaApi.add, { name: 'Приказ.exe', bytes, kind: 'document' })
  expect(await must(mediaApi.save, { id, file: null })).toEqual({ name: 'Приказ.jpg', file: null, bytes })
  const folder = await temporaryFolder()
  const { file } = await must(mediaApi.save, { id, file: folder })
  expect(file).toBe(join(folder, 'Приказ.jpg'))
  expect((await readFile(file ?? '')).toString('base64')).toBe(bytes)
  const inside = join(backend.newsroom()?.folder ?? '', 'settings.json')
  expect(await call(mediaApi.save, { id, file: inside })).toMatchObject({ failure: { code: 'invalidInput' } })
  expect(await call(mediaApi.save, { id: '0'.repeat(64), file: null })).toMatchObject({ failure: { code: 'notFound' } })
})
