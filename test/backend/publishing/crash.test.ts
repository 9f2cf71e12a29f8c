import { cp } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { type CrashPoint, crashPoints } from '../../../src/backend/publishing/sending-dependencies.ts'
import { startDrain } from '../../helpers/drain-process.ts'
import { addPicture, connectedDesk, openDesk, p, photo, story } from '../../helpers/publishing.ts'

/** A closed newsroom with one delivery of two posts waiting: an album, then the text. */
const withTwoPosts = async () => {
  const { place, server, desk } = await connectedDesk()
  const pictures = [await addPicture(desk, 10), await addPicture(desk, 20)]
  const text = p('Слово за словом. '.repeat(100))
  const id = await desk.publish(await desk.approved(story('Авария', ...pictures.map((media) => photo(media)), text)))
  await desk.close()
  return { place, server, id }
}

/** For each time a point is passed: what must be known, and how many posts be out, after dying there and starting again. */
const outcomes: Readonly<Record<CrashPoint, readonly (readonly [status: 'published' | 'unknown', posts: number])[]>> = {
  preparingWritten: [['published', 2]],
  preparedWritten: [['published', 2]],
  // A bot is not asked what it posted, and takes its photos with the post.
  lookedUp: [],
  beforeUpload: [],
  uploadAnswered: [],
  uploadWritten: [],
  beforeSending: [
    ['published', 2],
    ['published', 2],
  ],
  sendingWritten: [
    ['unknown', 0],
    ['unknown', 1],
  ],
  decisionRemembered: [
    ['unknown', 0],
    ['unknown', 1],
  ],
  answered: [
    ['unknown', 1],
    ['unknown', 2],
  ],
  outcomeWritten: [
    ['published', 2],
    ['published', 2],
  ],
  articleSettled: [
    ['published', 2],
    ['published', 2],
  ],
}
const cases = crashPoints.flatMap((point) => outcomes[point].map(([status, posts], i) => [point, i + 1, status, posts] as const))

test.each(cases)(
  'O5 O6 O10 killed at %s, time %i: afterwards %s with %i posts, none twice',
  async (point, time, status, posts) => {
    const { place, server, id } = await withTwoPosts()
    const { signal } = await startDrain(place, { point, time }).ended
    expect(signal).toBe('SIGKILL')
    for (const _restart of [1, 2]) {
      const desk = await openDesk(place)
      await desk.drain()
      expect((await desk.delivery(id)).status).toBe(status)
      expect((await desk.newsroom.workflow.get((await desk.delivery(id)).article))?.status).toBe(
        status === 'published' ? 'published' : 'approved',
      )
      await desk.close()
      expect(server.posts).toHaveLength(posts)
      expect(server.doubles()).toBe(0)
    }
  },
)

test('O5 killed while the network has the post and has not answered: unknown, not resent', async () => {
  const { place, server, id } = await withTwoPosts()
  server.trouble({ kind: 'hang' })
  const { child, ended } = startDrain(place, null)
  server.onPost(() => child.kill('SIGKILL'))
  expect((await ended).signal).toBe('SIGKILL')
  server.onPost(null)
  const desk = await openDesk(place)
  await desk.drain()
  expect(await desk.delivery(id)).toMatchObject({ status: 'unknown', attempts: 1 })
  await desk.close()
  expect(server.posts).toHaveLength(1)
})

test('O9 the original and its copy drained at once by two processes: only the original sends', async () => {
  const { place, server, id } = await withTwoPosts()
  const copy = { ...place, folder: `${place.folder}-copy` }
  await cp(place.folder, copy.folder, { recursive: true })
  const [original, other] = await Promise.all([startDrain(place, null).ended, startDrain(copy, null).ended])
  expect(original.said).toBe('{"ok":true,"value":{"sent":1}}')
  expect(other.said).toBe('{"ok":true,"value":{"sent":0}}')
  expect(server.posts).toHaveLength(2)
  expect(server.doubles()).toBe(0)
  const desk = await openDesk(place)
  expect((await desk.delivery(id)).status).toBe('published')
  await desk.close()
})
