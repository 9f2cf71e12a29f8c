import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { followBlock } from '../../../src/renderer/features/article/editor/follow-block.ts'

const body = () => {
  const fragment = new Y.Doc().getXmlFragment('body')
  fragment.push([1, 2, 3].map(() => new Y.XmlElement('paragraph')))
  return fragment
}

test('U42 what was dropped comes behind the block it was dropped on, whatever was written before that meanwhile', () => {
  const fragment = body()
  const place = followBlock(fragment, 1)
  expect(place()).toBe(1)
  fragment.insert(0, [new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')])
  expect(place()).toBe(3)
  fragment.delete(0, 1)
  expect(place()).toBe(2)
})

test('U42 a block that was taken out meanwhile is nowhere: what was dropped comes to the caret', () => {
  const fragment = body()
  const place = followBlock(fragment, 1)
  fragment.delete(1, 1)
  expect(place()).toBeNull()
})
