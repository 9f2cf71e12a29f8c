import { expect, test } from 'vitest'
import { asMarkdown } from '../../../src/shared/language/markdown-typing.ts'

test('Z10: signs at the beginning of a plain paragraph say what it is, in another they are text', () => {
  const kindOf = (before: string, isPlain = true) => {
    const meant = asMarkdown(before, ' ', isPlain)
    return meant?.type === 'kind' ? meant.kind : null
  }
  expect(['#', '##', '###', '-', '*', '>', '1.', '1)'].map((before) => kindOf(before))).toEqual([
    ...['subhead', 'subhead', 'subhead', 'listItem', 'listItem', 'quote', 'numberedItem', 'numberedItem'],
  ])
  expect(['2.', '--', '—', 'слово #', '', '#1'].map((before) => kindOf(before))).toEqual([null, null, null, null, null, null])
  expect(kindOf('-', false)).toBeNull()
})

test('Z10: signs around words say how they look', () => {
  expect(asMarkdown('Это **важно*', '*', true)).toEqual({ type: 'mark', mark: 'bold', from: 6, to: 11, signs: 2 })
  expect(asMarkdown('(*очень важно', '*', true)).toEqual({ type: 'mark', mark: 'italic', from: 2, to: 13, signs: 1 })
  expect(asMarkdown('__да_', '_', false)).toEqual({ type: 'mark', mark: 'bold', from: 2, to: 4, signs: 2 })
})

test('Z10: an asterisk of a footnote, a product or an address is none', () => {
  for (const before of ['Оклад* и надбавка', '2 * 3', 'имя_файла', '* пункт', '**', '***', 'слово **'])
    expect(asMarkdown(before, before.includes('_') ? '_' : '*', true)).toBeNull()
})
