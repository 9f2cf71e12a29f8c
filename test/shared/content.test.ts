import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ArticleContent,
  type Block,
  canonicalJson,
  contentComplaint,
  contentFor,
  emptyContent,
  plainText,
} from '../../src/shared/article/content.ts'

const paragraph = (text: string, medium: 'everywhere' | 'printOnly' | 'webOnly' = 'everywhere'): Block => ({
  type: 'paragraph',
  attrs: { kind: 'paragraph', medium },
  content: [{ type: 'text', text }],
})

const content: ArticleContent = {
  ...emptyContent,
  headline: 'Заголовок',
  body: [
    paragraph('Всюду.'),
    paragraph('Только в печати.', 'printOnly'),
    paragraph('Только на сайте.', 'webOnly'),
    {
      type: 'paragraph',
      attrs: { kind: 'paragraph', medium: 'everywhere' },
      content: [
        { type: 'text', text: 'Начало ' },
        { type: 'text', text: 'длинная подробность ', marks: [{ type: 'webOnly' }] },
        { type: 'text', text: 'конец.' },
      ],
    },
    {
      type: 'paragraph',
      attrs: { kind: 'note', medium: 'everywhere' },
      content: [{ type: 'text', text: 'Верстальщику: фото слева.' }],
    },
  ],
}

test('contentFor: a block or range of the other medium and notes are left out, all else stays', () => {
  expect(plainText(contentFor(content, 'print'))).toBe('Заголовок\n\nВсюду.\n\nТолько в печати.\n\nНачало конец.')
  expect(plainText(contentFor(content, 'web'))).toBe(
    'Заголовок\n\nВсюду.\n\nТолько на сайте.\n\nНачало длинная подробность конец.',
  )
})

test('canonicalJson: the order of keys does not matter, any change of a value does', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
  expect(canonicalJson({ a: 1 })).not.toBe(canonicalJson({ a: 2 }))
})

test('contentComplaint: sound content passes, an unknown block does not', () => {
  expect(contentComplaint(content)).toBeNull()
  const odd: ArticleContent = JSON.parse(JSON.stringify(content).replace('"type":"paragraph"', '"type":"hologram"'))
  expect(contentComplaint(odd)).not.toBeNull()
})
