import { expect, onTestFinished, test } from 'vitest'
import type { HttpOutcome } from '../../../src/backend/environment.ts'
import { okCall, topicPost } from '../../../src/backend/publishing/channels/ok/client.ts'
import { okChannel } from '../../../src/backend/publishing/channels/ok/ok-channel.ts'
import { photoOutcome, topicOutcome } from '../../../src/backend/publishing/channels/ok/outcome.ts'
import type { PostPart } from '../../../src/shared/publishing/channel.ts'
import { startOkServer } from '../../helpers/ok-server.ts'
import { environmentOf } from '../../helpers/publishing.ts'

const access = {
  settings: { group: '70000001234567', application: 'CAPP', apiRoot: 'https://api.ok.ru' },
  secret: JSON.stringify({ token: 'tok', session: 'sess' }),
}
const part: PostPart = { kind: 'text', html: 'A &amp; Б', photos: [], length: 5, limit: 100, link: 'https://eseur.ru/' }
const formOf = (body: Uint8Array | null) => new URLSearchParams(Buffer.from(body ?? []).toString('utf8'))
const answer = (body: unknown, status = 200): HttpOutcome => ({ kind: 'answer', status, headers: {}, body: JSON.stringify(body) })

test('M1 a call is signed over its parameters in the order of their names; the token is not signed', () => {
  const form = formOf(okCall(access, 'group.getInfo', { uids: '7', fields: 'uid' }).body)
  // printf 'application_key=CAPPfields=uidformat=jsonmethod=group.getInfouids=7sess' | md5sum
  expect(form.get('sig')).toBe('774c8db92f3bc16e9ae19b4b81297193')
  expect(form.get('access_token')).toBe('tok')
})

test('M1 a topic is text, then photos; without photos the link to the site', () => {
  const post = { ...access, part, photos: [], uploads: [], mark: 'm', recipient: null, files: [], at: 0 }
  const media = (body: Uint8Array | null) => JSON.parse(formOf(body).get('attachment') ?? '')
  expect(media(topicPost(post).body)).toEqual({
    media: [
      { type: 'text', text: 'A & Б' },
      { type: 'link', url: 'https://eseur.ru/' },
    ],
  })
  const uploads = [{ media: 'a', remoteId: 'tokenA', url: null, size: 1 }]
  const shown = topicPost({ ...post, part: { ...part, kind: 'photo', photos: ['a'] }, uploads })
  expect(media(shown.body)).toEqual({
    media: [
      { type: 'text', text: 'A & Б' },
      { type: 'photo', list: [{ id: 'tokenA' }] },
    ],
  })
  expect(shown.url).toBe('https://api.ok.ru/fb.do')
})

test.each([
  [answer('1512'), 'sent'],
  [answer(1512), 'sent'],
  [answer({ error_code: 8 }), 'retry'],
  [answer({ error_code: 102 }), 'refused'],
  [answer({ error_code: 9999 }), 'unknown'],
  [answer({ error_code: 777 }), 'unknown'],
  [answer('нет'), 'unknown'],
  [answer('1512', 502), 'unknown'],
  [{ kind: 'notSent', reason: 'адрес не найден' } as const, 'retry'],
  [{ kind: 'unknown', reason: 'связь оборвалась' } as const, 'unknown'],
])('M2 the answer %j means %s', (said, kind) => {
  expect(topicOutcome(said, part, access).kind).toBe(kind)
})

test('M2 a photo goes only to an address that is safe', () => {
  const photo = { ...access, media: 'a', bytes: new Uint8Array(), alternative: '', mark: 'm' }
  const place = (upload_url: string) => photoOutcome(answer({ photo_ids: ['p'], upload_url }), photo, null).kind
  expect(place('https://up.mycdn.me/x')).toBe('further')
  expect(place('http://up.mycdn.me/x')).toBe('retry')
})

test('the self-test names what does not do, and posts nothing', async () => {
  const server = await startOkServer()
  onTestFinished(() => server.close())
  const world = environmentOf({ folder: '', home: '', clock: { now: 0 } })
  const settings = { group: server.group, application: server.application, apiRoot: server.root }
  const problemOf = async (own: Readonly<Record<string, string>>, keys: Readonly<Record<string, string>>) =>
    (await okChannel.selfTest(world, { settings: { ...settings, ...own }, secret: JSON.stringify({ ...server.keys, ...keys }) }))
      .problem
  expect(await problemOf({}, {})).toBeNull()
  expect(await problemOf({}, { token: 'чужой' })).toContain('не приняли ключи (103')
  expect(await problemOf({}, { session: 'чужой' })).toContain('104')
  expect(await problemOf({ group: '70000000000001' }, {})).toContain('70000000000001')
  server.forbid('PHOTO_CONTENT')
  expect(await problemOf({}, {})).toContain('PHOTO_CONTENT')
  expect(server.topics).toEqual([])
})
