import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPage } from '../../../src/backend/article/import/html/read-html.ts'
import { textOf } from '../../../src/shared/article/content.ts'

const word = fc.constantFrom('профсоюз', 'ёлка', 'Ключи', 'w1', '47', 'и', 'Страница', 'дом')
const escapeMarkup = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
const words = fc.array(word, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))

/** Any run of text with the marks an article knows, and with those it does not. */
const { inline } = fc.letrec<{ inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'inline' },
    words.map((text) => ` ${escapeMarkup(text)} `),
    fc
      .tuple(
        fc.constantFrom('b', 'em', 'span', 'u', 'a href="https://a.example"', 'a href="javascript:x"', 'sup', 's'),
        fc.array(tie('inline'), { minLength: 1, maxLength: 3 }),
      )
      .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0]}>`),
  ),
}))
const line = fc.array(inline, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))

/** Any tree of blocks an article can come from. */
const { block } = fc.letrec<{ block: string }>((tie) => {
  const blocks = fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((inner) => inner.join(''))
  return {
    block: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'block' },
      line.map((text) => `<p>${text}</p>`),
      fc.tuple(fc.constantFrom('h1', 'h2', 'h5', 'pre'), line).map(([tag, text]) => `<${tag}>${text}</${tag}>`),
      fc
        .tuple(fc.constantFrom('div', 'section', 'blockquote', 'center', 'details'), blocks)
        .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      fc
        .array(blocks, { minLength: 1, maxLength: 3 })
        .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`),
      fc
        .array(fc.array(blocks, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map(
          (rows) => `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
        ),
      line.map((text) => `<figure><img src="a.png"><figcaption>${text}</figcaption></figure>`),
    ),
  }
})

const wordsOf = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).sort()

it('brings back every word of any tree of blocks, and no other', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const source = blocks.join('')
      const draft = readPage(`<html><body>${source}</body></html>`, 'страница.html')
      const written = wordsOf(source.replace(/<[^>]*>/g, ' '))
      const captions = draft?.photos.map(({ caption }) => caption) ?? []
      const body = draft?.body.map(({ content }) => textOf(content)) ?? []
      // A headline may only be lent from a first paragraph that stays in the text.
      const isLent = draft?.warnings.some(
        (warning) => warning.includes('начало первого абзаца') || warning.includes('имени файла'),
      )
      const headline = draft && !isLent ? [draft.headline] : []
      expect(wordsOf([...headline, ...captions, ...body].join(' '))).toEqual(written)
    }),
    { numRuns: 400 },
  )
})
