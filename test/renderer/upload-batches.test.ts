import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOf } from '../../src/renderer/features/issue/upload-batches.ts'

const file = (name: string, size: number, words = '') => ({ name, size, words })
const namesOf = (batches: readonly (readonly { readonly name: string }[])[]) =>
  batches.map((batch) => batch.map(({ name }) => name))

test('little goes in one call, nothing in none', () => {
  const files = [file('a.md', 1), file('b.jpg', 2)]
  expect(namesOf(batchesOf(files, ({ words }) => words, 10))).toEqual([['a.md', 'b.jpg']])
  expect(batchesOf([], () => '', 10)).toEqual([])
})

test('a picture goes with every text that names it, whatever the spelling of its name; the others go last', () => {
  const files = [
    file('тексты/1.md', 4, '![Зал](../media/Зал.JPG)'),
    file('тексты/2.html', 4, '<img src="%D0%B7%D0%B0%D0%BB.jpg">'),
    file('тексты/3.docx', 4),
    file('media/зал.jpg', 6),
    file('media/лишний.png', 6),
  ]
  expect(namesOf(batchesOf(files, ({ words }) => words, 10))).toEqual([
    ['тексты/1.md', 'media/зал.jpg'],
    ['тексты/2.html', 'media/зал.jpg'],
    ['тексты/3.docx', 'media/лишний.png'],
  ])
})

test('nothing is left out, and no call is larger than a text with its pictures', () => {
  const some = fc.array(fc.record({ size: fc.integer({ min: 1, max: 30 }), kind: fc.constantFrom('txt', 'docx', 'jpg') }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(some, (list) => {
      const files = list.map(({ size, kind }, i) => file(`${i}.${kind}`, size))
      const batches = batchesOf(files, () => '', 40)
      expect(
        batches
          .flat()
          .map(({ name }) => name)
          .sort(),
      ).toEqual(files.map(({ name }) => name).sort())
      for (const batch of batches) expect(batch.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(40)
    }),
  )
})
