import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { snapshotOf } from '../../../src/backend/store/stored-state.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import { contentOf } from '../../../src/shared/article/article-document.ts'
import { plainText } from '../../../src/shared/article/content.ts'
import { mediaApi } from '../../../src/shared/media/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
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

test('K28 the rule of two persons taken out of the settings by hand is named and stays in force', async () => {
  const newsroom = await signedNewsroom()
  const rules = { twoPersons: true, strictStages: false, lockAfter: 15 }
  await newsroom.must(settingsApi.updateRules, { rules: { ...rules, strictStages: true } })
  await newsroom.must(settingsApi.updateRules, { rules })
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true, ahead: [] })
  const copy = await copyOf(newsroom, 'loosened')
  const loosen = (folder: string) =>
    forge(join(folder, 'settings.json'), (text) => text.replace(/"twoPersons":\s*true/, '"twoPersons":false'))
  await loosen(copy)
  expect((await verified(newsroom, copy)).broken).toMatchObject([{ kind: 'ledger', id: 'rules' }])
  await newsroom.must(workspaceApi.open, { folder: copy })
  await newsroom.must(staffApi.signIn, { passphrase: phrase })
  expect((await newsroom.must(settingsApi.read, {})).rules).toEqual(rules)
  await expect(approvedArticle(newsroom, 'Сам себе')).rejects.toThrow('никто не смотрел')
})

test('K28 rules of before there were keys are signed with the first key; an entry that loosens them is the owner’s alone', async () => {
  const newsroom = await newNewsroom()
  const rules = { twoPersons: false, strictStages: true, lockAfter: 15 }
  await newsroom.must(settingsApi.updateRules, { rules })
  await newsroom.must(staffApi.beginKeys, { passphrase: phrase })
  const copy = await copyOf(newsroom, 'loosened')
  await forge(join(copy, 'settings.json'), (text) => text.replace(/"strictStages":\s*true/, '"strictStages":false'))
  expect((await verified(newsroom, copy)).broken).toMatchObject([{ kind: 'ledger', id: 'rules' }])
  await newsroom.must(workspaceApi.open, { folder: newsroom.folder })
  await newsroom.must(staffApi.signIn, { passphrase: phrase })
  const other = await personWithKey(newsroom, 'Заместитель')
  await newsroom.must(staffApi.signIn, { passphrase: phrase }, other)
  const loose = { rules: { ...rules, strictStages: false } }
  expect(await newsroom.call(settingsApi.updateRules, loose, other)).toMatchObject({ failure: { code: 'forbidden' } })
  const open = newsroom.backend.newsroom()
  const pen = open?.keys.signer(other)
  if (!open || !pen) throw new Error('no pen')
  expect(await open.ledger.append(pen, { action: 'rules', twoPersons: false, strictStages: false })).toMatchObject({
    ok: false,
    failure: { what: expect.stringContaining('только владелец') },
  })
})

test('K16 two articles that have changed places are both named', async () => {
  const newsroom = await signedNewsroom()
  const other = await approvedArticle(newsroom, 'Зарплата')
  const copy = await copyOf(newsroom, 'swapped')
  const path = (id: string) => join(copy, 'articles', `${id}.json`)
  const [first, second] = [await readFile(path(newsroom.article)), await readFile(path(other))]
  await writeFile(path(newsroom.article), second)
  await writeFile(path(other), first)
  const { broken } = await verified(newsroom, copy)
  for (const id of [newsroom.article, other]) expect(broken).toContainEqual({ kind: 'article', id, reason: expect.any(String) })
})

test('K7 a person’s public key replaced in its file, with a secret half the forger knows, opens and proves nothing', async () => {
  const newsroom = await signedNewsroom()
  const person = await personWithKey(newsroom, 'Заместитель')
  const { people } = await newsroom.must(staffApi.keys, {})
  const active = people.find((each) => each.person === person)?.active ?? ''
  const { key: own } = await newsroom.must(staffApi.requestKey, { passphrase: 'пароль поддельщика' }, person)
  const copy = await copyOf(newsroom, 'key')
  const forged = JSON.parse(await readFile(join(copy, 'keys', `${own}.json`), 'utf8'))
  await writeFile(join(copy, 'keys', `${active}.json`), JSON.stringify(forged))
  await newsroom.must(workspaceApi.open, { folder: copy })
  for (const passphrase of ['пароль поддельщика', phrase])
    expect(await newsroom.call(staffApi.signIn, { passphrase }, person)).toMatchObject({ ok: false })
})

test('K11 an older copy of the folder put in the place of a newer one is named on the computer that knew the newer', async () => {
  const newsroom = await signedNewsroom()
  const older = await copyOf(newsroom, 'older')
  await newsroom.must(workspaceApi.open, { folder: newsroom.folder })
  await newsroom.must(staffApi.signIn, { passphrase: phrase })
  await newsroom.must(workflowApi.act, { action: 'return', articles: [newsroom.article], remark: 'Неверно' })
  await newsroom.must(workspaceApi.close, {})
  await rm(newsroom.folder, { recursive: true })
  await rename(older, newsroom.folder)
  expect((await verified(newsroom, newsroom.folder)).broken).toMatchObject([
    { kind: 'ledger', reason: expect.stringContaining('последних записей') },
  ])
})
