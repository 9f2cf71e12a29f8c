import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { articleApi } from '../../../../src/shared/article/api.ts'
import { bodyName } from '../../../../src/shared/article/article-document.ts'
import { lostApi } from '../../../../src/shared/article/lost/api.ts'
import { textSchema } from '../../../../src/shared/article/text-schema.ts'
import { newNewsroom } from '../../../helpers/newsroom.ts'

/** A window on an article: it edits apart, and says what it did when it is asked. */
const windowOn = (state: string) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Buffer.from(state, 'base64'))
  return (change: (tr: Transform) => void): string => {
    const before = Y.encodeStateVector(doc)
    const fragment = doc.getXmlFragment(bodyName)
    const { doc: body, meta } = initProseMirrorDoc(fragment, textSchema)
    const tr = new Transform(body)
    change(tr)
    doc.transact(() => updateYFragment(doc, fragment, tr.doc, meta))
    return Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString('base64')
  }
}

test('J12 J13 J15 words typed into a paragraph that another window joins wait in the article until a person decides', async () => {
  const { must, call, backend } = await newNewsroom()
  const { id } = await must(articleApi.create, { headline: 'Отпуск' })
  const { state: empty } = await must(articleApi.open, { id })
  const start = windowOn(empty)((tr) => {
    tr.insert(1, textSchema.text('Первый.')).split(8).insert(10, textSchema.text('Второй.'))
  })
  await must(articleApi.change, { id, update: start, origin: 'a' }, 'editorInChief')
  const { state } = await must(articleApi.open, { id })
  const joined = windowOn(state)((tr) => tr.join(9))
  const typed = windowOn(state)((tr) => tr.insert(17, textSchema.text(' Третий.')))
  const told: string[] = []
  backend.subscribe((event) => {
    if (event.type === 'documentUpdated') told.push(event.origin)
  })
  await must(articleApi.change, { id, update: joined, origin: 'a' })
  const { summary: before } = await must(articleApi.read, { id })
  await must(articleApi.change, { id, update: typed, origin: 'b' })
  const [lost] = await must(lostApi.list, { article: id })
  expect(lost).toMatchObject({ text: ' Третий.', person: 'editorInChief', settled: null })
  expect(told).toEqual(['a', 'b', ''])
  const { summary } = await must(articleApi.read, { id })
  expect(summary.characters).toBe(before.characters)
  await must(lostApi.settle, { article: id, lost: lost?.id ?? '', how: 'placed' })
  expect(await must(lostApi.list, { article: id })).toMatchObject([{ settled: { how: 'placed', person: 'editorInChief' } }])
  const again = await call(lostApi.settle, { article: id, lost: lost?.id ?? '', how: 'discarded' })
  expect(again.ok ? 'ok' : again.failure.code).toBe('conflict')
})
