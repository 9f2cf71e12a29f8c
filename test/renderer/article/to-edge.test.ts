import { expect, test } from 'vitest'
import { selectionTo } from '../../../src/renderer/features/article/editor/to-edge.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'

const doc = textSchema.node(
  'doc',
  null,
  ['Первый', 'Второй', 'Последний'].map((text) => textSchema.node('paragraph', null, [textSchema.text(text)])),
)
const end = doc.content.size - 1

test('Z17: the caret goes to the first and the last letter of the text', () => {
  expect(selectionTo(doc, 'end', null)).toMatchObject({ anchor: end, head: end })
  expect(selectionTo(doc, 'start', null)).toMatchObject({ anchor: 1, head: 1 })
})

test('Z17: with Shift the selection goes on from where it began', () => {
  expect(selectionTo(doc, 'end', 4)).toMatchObject({ anchor: 4, head: end })
  expect(selectionTo(doc, 'start', 4)).toMatchObject({ anchor: 4, head: 1 })
})
