import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { decodePosition, encodePosition } from '../../../src/shared/comment/body-position.ts'

const bodyOf = (...paragraphs: readonly string[]): Y.XmlFragment => {
  const body = new Y.Doc().getXmlFragment('body')
  body.insert(
    0,
    paragraphs.map((words) => {
      const block = new Y.XmlElement('paragraph')
      block.insert(0, [new Y.XmlText(words)])
      return block
    }),
  )
  return body
}

const textOf = (body: Y.XmlFragment, block: number): Y.XmlText => {
  const element = body.get(block)
  const text = element instanceof Y.XmlElement ? element.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('no text')
  return text
}

test('H2 words typed before, behind and within move the ends of an anchor with its words', () => {
  const edit = fc.record({ at: fc.nat(40), remove: fc.nat(3), insert: fc.constantFrom('', 'и', ' ещё ', 'длинная вставка') })
  const range = fc.tuple(fc.nat(19), fc.nat(19)).filter(([from, to]) => from < to)
  fc.assert(
    fc.property(range, fc.array(edit, { maxLength: 12 }), ([from, to], edits) => {
      const body = bodyOf('Начало.', 'абвгдежзиклмнопрсту')
      const text = textOf(body, 1)
      const start = encodePosition(body, { block: 1, offset: from }, 'behind') ?? ''
      const end = encodePosition(body, { block: 1, offset: to }, 'before') ?? ''
      // The same letters by hand: each with its number, what is typed with none.
      let letters: readonly (number | null)[] = [...text.toString()].map((_letter, index) => index)
      for (const { at, remove, insert } of edits) {
        const place = Math.min(at, text.length)
        const gone = Math.min(remove, text.length - place)
        text.delete(place, gone)
        text.insert(place, insert)
        letters = [...letters.slice(0, place), ...[...insert].map(() => null), ...letters.slice(place + gone)]
      }
      const [first, last] = [letters.indexOf(from), letters.indexOf(to - 1)]
      if (first >= 0) expect(decodePosition(body, start)).toEqual({ block: 1, offset: first })
      if (last >= 0) expect(decodePosition(body, end)).toEqual({ block: 1, offset: last + 1 })
    }),
  )
})

test('H2 blocks that come before are counted; a block that is gone has no places', () => {
  const body = bodyOf('Раз.', 'Два.')
  const place = encodePosition(body, { block: 1, offset: 1 }, 'behind') ?? ''
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText('Новый.')])
  body.insert(0, [block])
  expect(decodePosition(body, place)).toEqual({ block: 2, offset: 1 })
  body.delete(2, 1)
  expect(decodePosition(body, place)).toBeNull()
  expect([decodePosition(body, 'not json'), decodePosition(body, '{}'), decodePosition(body, '{"item":7}')]).toEqual([
    ...[null, null, null],
  ])
  expect(encodePosition(body, { block: 9, offset: 0 }, 'behind')).toBeNull()
})
