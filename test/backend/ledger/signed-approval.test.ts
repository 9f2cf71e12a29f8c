import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { standingOf } from '../../../src/backend/export/release.ts'
import { lineOf, sha256, signEntry } from '../../../src/backend/ledger/signature.ts'
import { approvedVersion } from '../../../src/backend/publishing/approved-version.ts'
import { articleApi } from '../../../src/shared/article/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
import { approvedArticle, chainFiles, personWithKey, phrase, retitle, signedNewsroom, verified } from '../../helpers/signing.ts'

test('K13 what was approved before there were keys is taken over, and a change voids it as ever', async () => {
  const newsroom = await newNewsroom()
  const article = await approvedArticle(newsroom, 'Старое')
  await newsroom.must(staffApi.beginKeys, { passphrase: phrase })
  expect(await newsroom.must(workflowApi.history, { article })).toMatchObject({ signature: { kind: 'adopted' } })
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true, unsigned: 1 })
  await retitle(newsroom, article, ', новое')
  expect(await newsroom.must(workflowApi.history, { article })).toMatchObject({ changedAfterApproval: true })
  await newsroom.must(workflowApi.act, { action: 'approve', articles: [article] })
  expect(await newsroom.must(workflowApi.history, { article })).toMatchObject({
    changedAfterApproval: false,
    signature: { kind: 'signed' },
  })
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true, unsigned: 0 })
})

test('W12 who has a key acts only with it open', async () => {
  const newsroom = await signedNewsroom()
  const { id } = await newsroom.must(articleApi.create, { headline: 'Ещё' })
  await newsroom.must(staffApi.signOut, {})
  const locked = await newsroom.call(workflowApi.act, { action: 'file', articles: [id] })
  expect(locked).toMatchObject({ ok: false, failure: { code: 'forbidden', what: expect.stringContaining('Вход не выполнен') } })
  expect(await newsroom.call(staffApi.signIn, { passphrase: 'не та фраза' })).toMatchObject({ ok: false })
  await newsroom.must(staffApi.signIn, { passphrase: phrase })
  await newsroom.must(workflowApi.act, { action: 'file', articles: [id] })
})

test('K7 a key that the owner has not confirmed approves nothing', async () => {
  const newsroom = await signedNewsroom()
  const { id: other } = await newsroom.must(staffApi.add, { name: 'Второй', roles: ['editorInChief'] })
  const { id } = await newsroom.must(articleApi.create, { headline: 'Ещё' })
  await newsroom.must(workflowApi.act, { action: 'file', articles: [id] })
  await newsroom.must(staffApi.requestKey, { passphrase: phrase }, other)
  expect(await newsroom.call(staffApi.signIn, { passphrase: phrase }, other)).toMatchObject({ ok: false })
  expect(await newsroom.call(workflowApi.act, { action: 'approve', articles: [id] }, other)).toMatchObject({
    ok: false,
    failure: { code: 'forbidden' },
  })
})

test('K8 a lost key is replaced by the owner, and what it signed in time still counts', async () => {
  const newsroom = await signedNewsroom()
  const other = await personWithKey(newsroom, 'Второй')
  await newsroom.must(staffApi.signIn, { passphrase: phrase }, other)
  await retitle(newsroom, newsroom.article, '!')
  await newsroom.must(workflowApi.act, { action: 'approve', articles: [newsroom.article] }, other)
  const { key } = await newsroom.must(staffApi.requestKey, { passphrase: 'another long phrase' }, other)
  await newsroom.must(staffApi.confirmKey, { person: other, key })
  expect(await newsroom.call(staffApi.signIn, { passphrase: phrase }, other)).toMatchObject({ ok: false })
  await newsroom.must(staffApi.signIn, { passphrase: 'another long phrase' }, other)
  expect(await newsroom.must(workflowApi.history, { article: newsroom.article })).toMatchObject({ signature: { kind: 'signed' } })
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true })
})

test('K6 a deputy approves within their days and not after', async () => {
  let now = Date.UTC(2026, 10, 24, 9)
  const newsroom = await newNewsroom({ environment: { now: () => now++ } })
  await newsroom.must(staffApi.beginKeys, { passphrase: phrase })
  const { id: deputy } = await newsroom.must(staffApi.add, { name: 'Заместитель', roles: ['sectionEditor'] })
  const { key } = await newsroom.must(staffApi.requestKey, { passphrase: phrase }, deputy)
  await newsroom.must(staffApi.confirmKey, { person: deputy, key })
  await newsroom.must(staffApi.signIn, { passphrase: phrase }, deputy)
  const { id } = await newsroom.must(articleApi.create, { headline: 'Ещё' })
  await newsroom.must(workflowApi.act, { action: 'file', articles: [id] })
  expect(await newsroom.call(workflowApi.act, { action: 'approve', articles: [id] }, deputy)).toMatchObject({ ok: false })
  await newsroom.must(staffApi.deputize, { person: deputy, roles: ['editorInChief'], from: now, until: now + 3_600_000 })
  await newsroom.must(workflowApi.act, { action: 'approve', articles: [id] }, deputy)
  await retitle(newsroom, id, '!')
  const during = (await newsroom.must(staffApi.list, {})).find((member) => member.id === deputy)
  expect(during).toMatchObject({ roles: ['editorInChief', 'sectionEditor'], standing: ['sectionEditor'] })
  // What was signed in time goes on counting when the days are over: here, and for whoever checks the folder.
  const { id: early } = await newsroom.must(articleApi.create, { headline: 'В срок' })
  await newsroom.must(workflowApi.act, { action: 'file', articles: [early] })
  await newsroom.must(workflowApi.act, { action: 'approve', articles: [early] }, deputy)
  now += 3_600_000
  expect(await newsroom.call(workflowApi.act, { action: 'approve', articles: [id] }, deputy)).toMatchObject({ ok: false })
  expect(await newsroom.must(workflowApi.history, { article: early })).toMatchObject({ signature: { kind: 'signed' } })
  expect((await newsroom.must(staffApi.list, {})).find((member) => member.id === deputy)?.roles).toEqual(['sectionEditor'])
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true })
})

test('K6 days of a deputy that begin before they were given make nothing good that was signed earlier', async () => {
  const newsroom = await signedNewsroom()
  const { must, folder, backend, environment, article } = newsroom
  const { id: person } = await must(staffApi.add, { name: 'Заместитель', roles: ['reporter'] })
  const { key } = await must(staffApi.requestKey, { passphrase: phrase }, person)
  await must(staffApi.confirmKey, { person, key })
  await must(staffApi.signIn, { passphrase: phrase }, person)
  const open = backend.newsroom()
  const pen = open?.keys.signer(person)
  const [path = ''] = await chainFiles(folder)
  const head = (await readFile(path, 'utf8')).trimEnd().split('\n').at(-1) ?? ''
  const { chain, newsroom: id } = JSON.parse(head)
  if (!open || !pen) throw new Error('no pen')
  // The program signs no such thing; a hand that has the key does, and the owner backdates the days afterwards.
  const act = {
    action: 'approve',
    role: 'editorInChief',
    article,
    approval: 'x',
    contentHash: sha256('иначе'),
    passedOver: [],
  } as const
  const forged = {
    schemaVersion: 1,
    newsroom: id,
    chain: 'forged',
    index: 0,
    previous: null,
    seen: { [chain]: sha256(head) },
  } as const
  const entry = signEntry(
    { ...forged, at: environment.now(), signer: person, key, act: { ...act, passedOver: [] } },
    pen.secretKey,
  )
  const now = environment.now()
  await must(staffApi.deputize, { person, roles: ['editorInChief'], from: now - 86_400_000, until: now + 86_400_000 })
  expect((await verified(newsroom, folder)).ok).toBe(true)
  await writeFile(join(folder, 'ledger', 'forged.jsonl'), `${lineOf(entry)}\n`)
  expect((await verified(newsroom, folder)).broken).toEqual([
    { kind: 'approval', id: article, reason: expect.stringContaining('не было этой роли') },
  ])
})

test('K12 a clock set back signs nothing', async () => {
  let now = Date.UTC(2026, 10, 24, 9)
  const newsroom = await newNewsroom({ environment: { now: () => now++ } })
  await newsroom.must(staffApi.beginKeys, { passphrase: phrase })
  const { id } = await newsroom.must(articleApi.create, { headline: 'Ещё' })
  await newsroom.must(workflowApi.act, { action: 'file', articles: [id] })
  now -= 86_400_000
  expect(await newsroom.call(workflowApi.act, { action: 'approve', articles: [id] })).toMatchObject({
    ok: false,
    failure: { what: expect.stringContaining('Часы') },
  })
})

test('W13 W14 the rule of two persons and strict stages are settings', async () => {
  const newsroom = await newNewsroom()
  const { id } = await newsroom.must(articleApi.create, { headline: 'Сам себе' })
  await newsroom.must(workflowApi.act, { action: 'file', articles: [id] })
  await newsroom.must(settingsApi.updateRules, { rules: { twoPersons: true, strictStages: false, lockAfter: 15 } })
  const alone = await newsroom.call(workflowApi.act, { action: 'approve', articles: [id] })
  expect(alone).toMatchObject({ ok: false, failure: { what: expect.stringContaining('никто не смотрел') } })
  await newsroom.must(settingsApi.updateRules, { rules: { twoPersons: false, strictStages: true, lockAfter: 15 } })
  const early = await newsroom.call(workflowApi.act, { action: 'approve', articles: [id] })
  expect(early).toMatchObject({ ok: false, failure: { what: expect.stringContaining('не вычитан') } })
  await newsroom.must(workflowApi.act, { action: 'proofread', articles: [id] })
  await newsroom.must(workflowApi.act, { action: 'approve', articles: [id] })
})

test('K14 what leaves the house asks the ledger: an approval altered in its record sends and prints nothing', async () => {
  const newsroom = await signedNewsroom()
  const open = newsroom.backend.newsroom()
  if (!open) throw new Error('папка не открыта')
  expect(await approvedVersion(open, newsroom.article, { channel: 'tg', form: 'article' })).toMatchObject({ ok: true })
  expect(await standingOf(open, newsroom.article)).toBe('approved')
  const record = await open.workflow.get(newsroom.article)
  if (!record) throw new Error('нет записи')
  const forgeries = [{ person: 'reporter' }, { at: 1 }, { entry: undefined, signature: null }, { passedOver: [] }]
  for (const forgery of forgeries) {
    const approvals = record.approvals.map((approval) => ({ ...approval, ...forgery }))
    await open.workflow.put(newsroom.article, { ...record, approvals })
    expect(await approvedVersion(open, newsroom.article, { channel: 'tg', form: 'article' })).toMatchObject({
      ok: false,
      failure: { code: 'damaged' },
    })
    expect(await standingOf(open, newsroom.article)).toBe('unsigned')
  }
})

test('K29 an owner who forgot their passphrase is told what is lost, gets no key, and keeps the one there is', async () => {
  const newsroom = await signedNewsroom()
  const { key: next } = await newsroom.must(staffApi.requestKey, { passphrase: 'another long phrase' })
  await newsroom.must(staffApi.confirmKey, { person: 'editorInChief', key: next })
  await newsroom.must(staffApi.signIn, { passphrase: 'another long phrase' })
  await newsroom.must(staffApi.signOut, {})
  const forgot = await newsroom.call(staffApi.signIn, { passphrase: 'not this one' })
  expect(forgot).toMatchObject({ failure: { todo: expect.stringContaining('заменить некому') } })
  const asked = await newsroom.call(staffApi.requestKey, { passphrase: 'not this one' })
  expect(asked).toMatchObject({ ok: false, failure: { code: 'conflict', safe: expect.stringContaining('остаётся в силе') } })
  const { people } = await newsroom.must(staffApi.keys, {})
  expect(people).toMatchObject([{ person: 'editorInChief', active: next, pending: null, former: [{ reason: 'replaced' }] }])
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true })
})
