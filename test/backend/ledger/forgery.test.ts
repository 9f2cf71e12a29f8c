import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { snapshotOf } from '../../../src/backend/store/stored-state.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import { contentOf } from '../../../src/shared/article/article-document.ts'
import { plainText } from '../../../src/shared/article/content.ts'
import { mediaApi } from '../../../src/shared/media/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import {
  approvedArticle,
  chainFiles,
  copyOf,
  forge,
  personWithKey,
  phrase,
  signedNewsroom,
  verified,
} from '../../helpers/signing.ts'

test('K15 a folder nobody has touched verifies, and so does its copy', async () => {
  const newsroom = await signedNewsroom()
  const copy = await copyOf(newsroom, 'copy')
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true, broken: [], entries: 3, unsigned: 0, ahead: [] })
  expect(await verified(newsroom, copy)).toMatchObject({ ok: true, broken: [] })
})

test('K16 a record of an approval that was altered is named', async () => {
  const newsroom = await signedNewsroom()
  const { article } = newsroom
  const forgeries: readonly ((text: string) => string)[] = [
    (text) => text.replace('"person": "editorInChief",\n   "role"', '"person": "reporter",\n   "role"'),
    (text) => text.replaceAll('"headline": "Отпуск"', '"headline": "Отгул"'),
    (text) => text.replace(/"entry": "[0-9a-f]{64}",?/, ''),
    (text) => text.replace(/"signature": "[^"]+"/, '"signature": null'),
  ]
  for (const [i, edit] of forgeries.entries()) {
    const copy = await copyOf(newsroom, `forged-${i}`)
    await forge(join(copy, 'workflow', `${article}.json`), (text) =>
      edit(JSON.stringify(JSON.parse(text), null, 1).replace(/\n\s+/g, (s) => `\n${' '.repeat(Math.min(3, s.length - 1))}`)),
    )
    expect((await verified(newsroom, copy)).broken).toContainEqual({ kind: 'approval', id: article, reason: expect.any(String) })
  }
})

test('K16 a text altered by hand is named, even where its checksum was computed again', async () => {
  const newsroom = await signedNewsroom()
  const { article } = newsroom
  const copy = await copyOf(newsroom, 'derived')
  const path = (folder: string) => join(folder, 'articles', `${article}.json`)
  await forge(path(copy), (text) => text.replaceAll('Отпуск', 'Отгул'))
  expect((await verified(newsroom, copy)).broken).toMatchObject([{ kind: 'article', id: article }])
  const whole = await copyOf(newsroom, 'whole')
  await forge(path(whole), (text) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(JSON.parse(text).state, 'base64'))
    doc.getText('headline').insert(0, 'Не ')
    const content = contentOf(doc)
    const forged = snapshotOf(Y.encodeStateAsUpdate(doc), { content, text: plainText(content) })
    expect(forged.checksum).toBe(crc32(Buffer.from(forged.state, 'base64')))
    return JSON.stringify(forged)
  })
  expect((await verified(newsroom, whole)).broken).toMatchObject([{ kind: 'article', id: article }])
})

test('K27 a text and its approval forged together, every hash computed again, are named: the signature is for another hash', async () => {
  const newsroom = await signedNewsroom()
  const { article } = newsroom
  const copy = await copyOf(newsroom, 'together')
  let forgedHash = ''
  await forge(join(copy, 'articles', `${article}.json`), (text) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(JSON.parse(text).state, 'base64'))
    doc.getText('headline').insert(0, 'Не ')
    const content = contentOf(doc)
    forgedHash = contentHash(content)
    return JSON.stringify(snapshotOf(Y.encodeStateAsUpdate(doc), { content, text: plainText(content) }))
  })
  await forge(join(copy, 'workflow', `${article}.json`), (text) => {
    const value = JSON.parse(text)
    const [approval] = value.approvals
    approval.content.headline = `Не ${approval.content.headline}`
    approval.contentHash = forgedHash
    return JSON.stringify(value)
  })
  expect((await verified(newsroom, copy)).broken).toContainEqual({
    kind: 'approval',
    id: article,
    reason: expect.stringContaining('не та, что подписана'),
  })
})

test('K16 roles written into the staff by hand are named and give nothing', async () => {
  const newsroom = await signedNewsroom()
  const { id } = await newsroom.must(staffApi.add, { name: 'Корреспондент', roles: ['reporter'] })
  const copy = await copyOf(newsroom, 'roles')
  await forge(join(copy, 'staff.json'), (text) => text.replace('"reporter"', '"editorInChief"'))
  expect((await verified(newsroom, copy)).broken).toMatchObject([{ kind: 'role', id }])
  await newsroom.must(workspaceApi.open, { folder: copy })
  const staff = await newsroom.must(staffApi.list, {})
  expect(staff.find((member) => member.id === id)?.roles).toEqual(['reporter'])
})

test('K3 an entry that was changed, removed, swapped or cut off is named', async () => {
  const newsroom = await signedNewsroom()
  await approvedArticle(newsroom, 'Зарплата')
  const forgeries: readonly ((lines: readonly string[]) => readonly string[])[] = [
    (lines) => lines.map((line, i) => (i === 2 ? line.replace('"editorInChief"', '"subEditor"') : line)),
    (lines) => lines.filter((_line, i) => i !== 1),
    ([a = '', b = '', c = '', ...rest]) => [a, c, b, ...rest],
    (lines) => [...lines, lines.at(-1) ?? ''],
    (lines) => lines.slice(0, -1),
  ]
  for (const [i, edit] of forgeries.entries()) {
    const copy = await copyOf(newsroom, `chain-${i}`)
    const [path = ''] = await chainFiles(copy)
    await forge(path, (text) => `${edit(text.trimEnd().split('\n')).join('\n')}\n`)
    const { ok, broken } = await verified(newsroom, copy)
    expect(ok).toBe(false)
    expect(broken[0]?.kind).toBe(i === 4 ? 'approval' : 'ledger')
  }
})

test('K3 the end of a chain cannot be cut off unseen on the computer that wrote it', async () => {
  const newsroom = await signedNewsroom()
  await newsroom.must(staffApi.add, { name: 'Корреспондент', roles: ['reporter'] })
  await newsroom.must(workspaceApi.close, {})
  const [path = ''] = await chainFiles(newsroom.folder)
  await forge(path, (text) => `${text.trimEnd().split('\n').slice(0, -1).join('\n')}\n`)
  expect((await verified(newsroom, newsroom.folder)).broken).toContainEqual({
    kind: 'ledger',
    id: expect.any(String),
    reason: expect.stringContaining('последних записей'),
  })
})

test('K4 an entry of another newsroom counts for nothing', async () => {
  const newsroom = await signedNewsroom()
  const other = await signedNewsroom()
  const copy = await copyOf(newsroom, 'replayed')
  const [from = ''] = await chainFiles(other.folder)
  await writeFile(join(copy, 'ledger', 'zzzz.jsonl'), await readFile(from))
  expect((await verified(newsroom, copy)).broken).toMatchObject([
    { kind: 'ledger', reason: expect.stringContaining('другой редакции') },
  ])
})

test('K9 the key of a dismissed person opens nothing, and what it signed unseen does not count', async () => {
  const newsroom = await signedNewsroom()
  const deputy = await personWithKey(newsroom, 'Заместитель')
  const before = await copyOf(newsroom, 'before')
  await newsroom.must(workspaceApi.open, { folder: newsroom.folder })
  await newsroom.must(staffApi.signIn, { passphrase: phrase })
  await newsroom.must(staffApi.dismiss, { person: deputy })
  expect(await newsroom.call(staffApi.signIn, { passphrase: phrase }, deputy)).toMatchObject({ ok: false })
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true })
  // The copy from before does not know of the dismissal yet.
  await newsroom.must(workspaceApi.close, {})
  await newsroom.must(workspaceApi.open, { folder: before })
  await newsroom.must(staffApi.signIn, { passphrase: phrase }, deputy)
  await newsroom.must(workflowApi.act, { action: 'return', articles: [newsroom.article], remark: 'Снять' }, deputy)
  await newsroom.must(workspaceApi.close, {})
  for (const path of await chainFiles(before)) {
    const name = path.split('/').at(-1) ?? ''
    const known = (await readdir(join(newsroom.folder, 'ledger'))).includes(name)
    if (!known) await writeFile(join(newsroom.folder, 'ledger', name), await readFile(path))
  }
  expect((await verified(newsroom, newsroom.folder)).broken).toMatchObject([
    { kind: 'approval', id: newsroom.article, reason: expect.stringContaining('отозванным ключом') },
  ])
})

test('K17 a picture under another name is named', async () => {
  const newsroom = await signedNewsroom()
  const { default: sharp } = await import('sharp')
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  const added = await newsroom.must(mediaApi.add, { name: 'a.jpg', bytes: bytes.toString('base64') })
  const copy = await copyOf(newsroom, 'media')
  const shelf = join(copy, 'media', added.id.slice(0, 2))
  await rename(join(shelf, added.id), join(shelf, `${added.id.slice(0, 2)}${'0'.repeat(62)}`))
  const { broken } = await verified(newsroom, copy)
  expect(broken).toContainEqual({ kind: 'media', id: added.id, reason: expect.any(String) })
  expect(new Set(broken.map(({ kind }) => kind))).toEqual(new Set(['media']))
})

test('K5 copies that signed apart are joined without a false alarm', async () => {
  const newsroom = await signedNewsroom()
  const away = await copyOf(newsroom, 'away')
  for (const folder of [newsroom.folder, away]) {
    await newsroom.must(workspaceApi.open, { folder })
    await newsroom.must(staffApi.signIn, { passphrase: phrase })
    await approvedArticle(newsroom, folder)
    await newsroom.must(workspaceApi.close, {})
  }
  for (const path of await chainFiles(away)) {
    const here = join(newsroom.folder, 'ledger', path.split('/').at(-1) ?? '')
    const [mine, theirs] = [await readFile(here, 'utf8').catch(() => ''), await readFile(path, 'utf8')]
    if (theirs.length > mine.length) await writeFile(here, theirs)
  }
  const joined = await verified(newsroom, newsroom.folder)
  expect(joined).toMatchObject({ ok: true, broken: [] })
  expect(joined.ahead).toHaveLength(1)
  await newsroom.must(workspaceApi.open, { folder: newsroom.folder })
  await newsroom.must(staffApi.signIn, { passphrase: phrase })
  await approvedArticle(newsroom, 'После слияния')
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true })
})
