import { EditorState, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, canMove, moveBlocks } from '../../../src/renderer/features/article/move/move-block.ts'
import { outlineOf } from '../../../src/renderer/features/article/move/outline.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'

const bodyOf = (count: number) =>
  textSchema.nodeFromJSON({
    type: 'doc',
    content: Array.from({ length: count }, (_, at) => ({
      type: 'paragraph',
      attrs: { kind: at % 3 === 0 ? 'subhead' : 'paragraph' },
      content: [{ type: 'text', text: `абзац ${at}` }],
    })),
  })

test('Z12: blocks go where they are sent, the others keep their order, and the caret goes along', () => {
  const places = fc.record({ count: fc.integer({ min: 1, max: 8 }), seed: fc.nat(), target: fc.nat(), span: fc.nat() })
  fc.assert(
    fc.property(places, ({ count, seed, target, span }) => {
      const doc = bodyOf(count)
      const first = seed % count
      const range = { first, end: first + 1 + (span % (count - first)) }
      const goal = target % (count + 1)
      const caret = doc.children.slice(0, first).reduce((sum, block) => sum + block.nodeSize, 0) + 3
      const { tr } = EditorState.create({ doc, selection: TextSelection.create(doc, caret) })
      const number = moveBlocks(tr, range, goal)
      const texts = doc.children.map((block) => block.textContent)
      const moved = texts.slice(range.first, range.end)
      const expected = [...texts.slice(0, goal).filter((one) => !moved.includes(one)), ...moved]
      expected.push(...texts.filter((one) => !expected.includes(one)))
      if (!canMove(doc, range, goal)) {
        expect(number).toBeNull()
        expect(tr.docChanged).toBe(false)
        return
      }
      expect(tr.doc.children.map((block) => block.textContent)).toEqual(expected)
      expect(number).toBe(expected.indexOf(moved[0] ?? ''))
      expect(tr.selection.$head.parent.textContent).toBe(moved[0])
      expect(tr.selection.$head.parentOffset).toBe(2)
    }),
  )
})

test('Z12: a selection over several blocks is all of them', () => {
  const doc = bodyOf(4)
  expect(blocksOf(doc, 3, 3)).toEqual({ first: 0, end: 1 })
  expect(blocksOf(doc, 3, 14)).toEqual({ first: 0, end: 2 })
})

test('Z13: the outline names the subheads in their order', () => {
  const doc = bodyOf(5)
  const outline = outlineOf(doc)
  expect(outline.map(({ index, title }) => [index, title])).toEqual([
    [0, 'абзац 0'],
    [3, 'абзац 3'],
  ])
  for (const { position, title } of outline) expect(doc.resolve(position).parent.textContent).toBe(title)
})
