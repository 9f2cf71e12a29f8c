import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CommentMessage } from '../../../src/shared/comment/comment.ts'
import { unreadSince } from '../../../src/shared/comment/comment.ts'
import { addMessage, beginThread, setResolved, threadsOf } from '../../../src/shared/comment/comment-document.ts'

const message = (id: string, at: number, person = 'proofreader'): CommentMessage => ({
  ...{ id, at, person },
  text: `Сказано ${id}`,
  mentions: [],
})

const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

const join = (one: Y.Doc, other: Y.Doc): void => {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other))
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one))
}

test('H3 a thread is settled, opened again, and opened by a reply', () => {
  const doc = new Y.Doc()
  beginThread(doc, 't', null, message('a', 1))
  const resolved = { person: 'subEditor', at: 2 }
  expect(setResolved(doc, 't', resolved)).toBe(true)
  expect(threadsOf(doc)[0]?.resolved).toEqual(resolved)
  expect(addMessage(doc, 't', message('b', 3))).toBe(true)
  expect(threadsOf(doc)[0]).toMatchObject({ resolved: null, messages: [{ id: 'a' }, { id: 'b' }] })
  expect([addMessage(doc, 'другой', message('c', 4)), setResolved(doc, 'другой', null)]).toEqual([false, false])
})

test('H4 whatever two copies say, joined they hold all of it once, in the order of time', () => {
  const saying = fc.record({ copy: fc.boolean(), thread: fc.constantFrom('t0', 't1', 't2'), at: fc.integer({ min: 1, max: 9 }) })
  fc.assert(
    fc.property(fc.array(saying, { maxLength: 30 }), (sayings) => {
      const office = new Y.Doc()
      for (const id of ['t0', 't1']) beginThread(office, id, null, message(`${id}-first`, 0))
      const laptop = copyOf(office)
      const said = sayings.map(({ copy, thread, at }, index) => {
        const doc = copy ? laptop : office
        const id = `m${index}`
        // A thread that both begin while they are apart has two ids: the program makes them.
        if (thread === 't2') beginThread(doc, `own-${id}`, null, message(id, at))
        else addMessage(doc, thread, message(id, at))
        return id
      })
      join(office, laptop)
      expect(threadsOf(laptop)).toEqual(threadsOf(office))
      const messages = threadsOf(office).flatMap((thread) => thread.messages)
      expect(messages.map(({ id }) => id).sort()).toEqual(['t0-first', 't1-first', ...said].sort())
      for (const thread of threadsOf(office)) {
        const times = thread.messages.map(({ at }) => at)
        expect(times).toEqual([...times].sort((a, b) => a - b))
      }
    }),
  )
})

test('H4 a thread or a message that can’t be read takes no other with it', () => {
  const doc = new Y.Doc()
  beginThread(doc, 'good', null, message('a', 1))
  doc.getMap('comments').set('bad', 'not a thread')
  doc.getMap('comments').set('empty', new Y.Map())
  const good = doc.getMap('comments').get('good')
  if (!(good instanceof Y.Map)) throw new Error('no thread')
  const messages = good.get('messages')
  if (!(messages instanceof Y.Map)) throw new Error('no messages')
  messages.set('torn', { id: 'torn' })
  good.set('resolved', 'yes')
  expect(threadsOf(doc)).toEqual([{ id: 'good', anchor: null, resolved: null, messages: [message('a', 1)] }])
})

test('H6 unread is what others said since', () => {
  const doc = new Y.Doc()
  beginThread(doc, 't', null, message('a', 5, 'reporter'))
  const [thread] = threadsOf(doc)
  if (!thread) throw new Error('no thread')
  expect([unreadSince(thread, 'reporter', 0), unreadSince(thread, 'chief', 4), unreadSince(thread, 'chief', 5)]).toEqual([
    false,
    true,
    false,
  ])
})
