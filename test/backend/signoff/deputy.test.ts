import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportApi } from '../../../src/shared/export/api.ts'
import { publishingApi } from '../../../src/shared/publishing/api.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { phrase } from '../../helpers/signing.ts'
import { brokenIn, newsroomWithPages, pageOf, sign, statesOf } from '../../helpers/signoff.ts'

const hour = 3_600_000
const forbidden = { ok: false, failure: { code: 'forbidden' } }

test('K24 a deputy signs, sends and publishes within their days and not after, whatever the clock says later; what they did stays', async () => {
  let now = Date.UTC(2026, 10, 24, 9)
  const newsroom = await newsroomWithPages({ environment: { now: () => now++ } })
  const { must, call, serial, articles, folder } = newsroom
  const { id: deputy } = await must(staffApi.add, { name: 'Заместитель', roles: ['layoutArtist'] })
  const { key } = await must(staffApi.requestKey, { passphrase: phrase }, deputy)
  await must(staffApi.confirmKey, { person: deputy, key })
  await must(staffApi.signIn, { passphrase: phrase }, deputy)
  await must(publishingApi.addChannel, {
    id: 'site',
    kind: 'rss',
    settings: { file: join(folder, '..', 'feed.xml'), title: 'Лента' },
    secret: null,
  })
  const signAsDeputy = async (page: number) => {
    const { seen } = await pageOf(newsroom, page)
    return call(signoffApi.signPage, { issue: serial, page, seen }, deputy)
  }
  const send = (page: number) => call(signoffApi.send, { issue: serial, pages: [page], job: 'send' }, deputy)
  const publish = (article: string) => call(publishingApi.publish, { article, channel: 'site', at: null }, deputy)
  /** Everything a chief's deputy may do, asked of pages and articles that nobody else has touched. */
  const all = async (page: number) => [await signAsDeputy(page), await send(page), await publish(articles[page - 1] ?? '')]

  for (const refused of [await signAsDeputy(1), await publish(articles[0])]) expect(refused).toMatchObject(forbidden)
  await must(staffApi.deputize, { person: deputy, roles: ['editorInChief'], from: now, until: now + hour })
  for (const done of await all(1)) expect(done).toMatchObject({ ok: true })
  await sign(newsroom, 2)
  now += hour
  const after = async () => [await signAsDeputy(3), await send(2), await publish(articles[1])]
  for (const refused of await after()) expect(refused).toMatchObject(forbidden)
  // Something is signed after their days: from then on a clock that is set back gives nothing back.
  await must(workflowApi.act, { action: 'approve', articles: [articles[2]] })
  now -= hour / 2
  for (const refused of await after()) expect(refused).toMatchObject(forbidden)
  now += hour
  expect((await statesOf(newsroom)).slice(0, 2)).toEqual(['sent', 'signed'])
  const print = { issue: serial, to: 'print' as const, file: join(folder, '..', 'out', '1.pdf'), draft: false, job: 'e' }
  await must(exportApi.run, { ...print, pages: '1' }, deputy)
  expect(await brokenIn(newsroom, folder)).toEqual([])
})

test('K25 a deputy whose days end early, and a person who left, sign nothing more', async () => {
  const newsroom = await newsroomWithPages()
  const { must, call, serial } = newsroom
  const { id } = await must(staffApi.add, { name: 'Заместитель', roles: ['proofreader'] })
  const { key } = await must(staffApi.requestKey, { passphrase: phrase }, id)
  await must(staffApi.confirmKey, { person: id, key })
  await must(staffApi.signIn, { passphrase: phrase }, id)
  const at = Date.UTC(2026, 10, 24)
  const { deputy } = await must(staffApi.deputize, { person: id, roles: ['editorInChief'], from: at, until: at + 48 * hour })
  const signIt = async (page: number) => {
    const { seen } = await pageOf(newsroom, page)
    return call(signoffApi.signPage, { issue: serial, page, seen }, id)
  }
  expect(await signIt(1)).toMatchObject({ ok: true })
  await must(staffApi.endDeputy, { person: id, deputy })
  expect(await signIt(2)).toMatchObject(forbidden)
  await must(staffApi.deputize, { person: id, roles: ['editorInChief'], from: at, until: at + 48 * hour })
  expect(await signIt(2)).toMatchObject({ ok: true })
  await must(staffApi.dismiss, { person: id })
  expect(await signIt(3)).toMatchObject(forbidden)
  expect(await statesOf(newsroom)).toEqual(['signed', 'signed', 'open', 'open'])
})

test('K26 a replaced key leaves its trace: which key, when, why; the old one opens nothing', async () => {
  const newsroom = await newsroomWithPages()
  const { must, call } = newsroom
  const { id } = await must(staffApi.add, { name: 'Второй', roles: ['editorInChief'] })
  const keysOf = async () => (await must(staffApi.keys, {})).people.find(({ person }) => person === id)
  const renew = async (passphrase: string) => {
    const { key } = await must(staffApi.requestKey, { passphrase }, id)
    return key
  }
  const first = await renew(phrase)
  await must(staffApi.confirmKey, { person: id, key: first })
  expect(await keysOf()).toMatchObject({ active: first, former: [] })
  const second = await renew('другая длинная фраза')
  // Only the owner says that a key is somebody's; until then the one before counts.
  expect(await call(staffApi.confirmKey, { person: id, key: second }, id)).toMatchObject(forbidden)
  expect(await keysOf()).toMatchObject({ active: first, pending: second, former: [] })
  await must(staffApi.confirmKey, { person: id, key: second })
  expect(await keysOf()).toMatchObject({ active: second, pending: null, former: [{ key: first, reason: 'replaced' }] })
  expect(await call(staffApi.signIn, { passphrase: phrase }, id)).toMatchObject({ ok: false })
  await must(staffApi.signIn, { passphrase: 'другая длинная фраза' }, id)
  await must(staffApi.dismiss, { person: id })
  expect((await keysOf())?.former.map(({ key, reason }) => [key, reason])).toEqual([
    [first, 'replaced'],
    [second, 'dismissed'],
  ])
})
