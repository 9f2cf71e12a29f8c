import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleApi } from '../../../src/shared/article/api.ts'
import { commentApi } from '../../../src/shared/comment/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const anchor = { start: '{}', end: '{}', quote: 'в среду', before: 'выходит ', after: '.' }

test('H1 a comment is signed by the person at the program; without one it is refused', async () => {
  const { must, call, folder } = await newNewsroom({ demo: true })
  const { id: article } = await must(articleApi.create, { headline: 'Газета' }, 'reporter')
  const { thread } = await must(
    commentApi.begin,
    { article, anchor, text: ' Точно в среду? ', mentions: ['reporter'] },
    'proofreader',
  )
  await must(commentApi.reply, { article, thread, text: 'Точно.' }, 'reporter')
  const [kept] = await must(commentApi.list, { article })
  expect(kept).toMatchObject({
    ...{ id: thread, anchor, resolved: null },
    messages: [
      { person: 'proofreader', text: 'Точно в среду?', mentions: ['reporter'] },
      { person: 'reporter', text: 'Точно.', mentions: [] },
    ],
  })
  const said = { article, text: 'Кто это?', anchor: null }
  const refusals = [
    await call(commentApi.begin, said, null),
    await call(commentApi.begin, said, 'nobody'),
    await call(commentApi.begin, { ...said, mentions: ['nobody'] }, 'reporter'),
    await call(commentApi.begin, { ...said, article: 'other' }, 'reporter'),
    await call(commentApi.reply, { article, thread: 'other', text: 'Да.' }, 'reporter'),
    await call(commentApi.resolve, { article, thread: 'other', resolved: true }, 'reporter'),
  ]
  expect(refusals.map((refusal) => (refusal.ok ? 'ok' : refusal.failure.code))).toEqual([
    ...['forbidden', 'forbidden', 'notFound', 'notFound', 'notFound', 'notFound'],
  ])
  await must(workspaceApi.open, { folder })
  expect(await must(commentApi.list, { article })).toEqual([kept])
})

test('H5 comments void no approval and change no text', async () => {
  const { must } = await newNewsroom({ demo: true })
  const { items } = await must(articleApi.page, { issue: null, scope: 'approved', count: 1 })
  const article = items[0]?.id ?? ''
  const before = await must(articleApi.read, { id: article })
  const { thread } = await must(commentApi.begin, { article, anchor: null, text: 'Хорошо вышло.' }, 'reporter')
  await must(commentApi.resolve, { article, thread, resolved: true }, 'editorInChief')
  expect(await must(articleApi.read, { id: article })).toEqual(before)
  expect(before.summary).toMatchObject({ status: 'approved', changedAfterApproval: false })
})

test('H8 a change of the text that would write comments or the assignment is refused whole', async () => {
  const { must, call } = await newNewsroom()
  const { id } = await must(articleApi.create, { headline: 'Отпуск' })
  const { state } = await must(articleApi.open, { id })
  for (const name of ['comments', 'assignment', 'lost']) {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Buffer.from(state, 'base64'))
    const before = Y.encodeStateVector(doc)
    doc.getText('deck').insert(0, 'подзаголовок')
    doc.getMap(name).set('чужое', new Y.Map([['messages', new Y.Map()]]))
    const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
    const forged = await call(articleApi.change, { id, update, origin: 'a' })
    expect(forged.ok, name).toBe(false)
  }
  expect((await must(articleApi.read, { id })).content.deck).toBe('')
})
