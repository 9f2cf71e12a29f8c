import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { editPassage, takeBack } from '../../../src/renderer/features/page/text/edit-passage.ts'
import { rangeOfLine } from '../../../src/renderer/features/page/text/hit.ts'
import {
  movedRanges,
  passageOf,
  passagesOf,
  readPassage,
  wholeWords,
  withoutRange,
  withRange,
} from '../../../src/renderer/features/page/text/passage.ts'
import { contentOf, seedArticle } from '../../../src/shared/article/article-document.ts'
import { type ArticleContent, type Block, contentFor, emptyContent, textOf } from '../../../src/shared/article/content.ts'
import { findChange } from '../../../src/shared/article/text-diff.ts'

const paragraph = (text: string, medium: 'everywhere' | 'webOnly' = 'everywhere'): Block => ({
  type: 'paragraph',
  attrs: { kind: 'paragraph', medium },
  content: text === '' ? [] : [{ type: 'text', text }],
})

const article: ArticleContent = {
  ...emptyContent,
  headline: 'Заголовок',
  body: [
    paragraph('Первый абзац.'),
    paragraph('Только на сайте.', 'webOnly'),
    {
      type: 'paragraph',
      attrs: { kind: 'paragraph', medium: 'everywhere' },
      content: [
        { type: 'text', text: 'Один ' },
        { type: 'text', text: 'два', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' три четыре' },
      ],
    },
  ],
}
const third = { kind: 'block', index: 2 } as const

const open = (content: ArticleContent = article): Y.Doc => {
  const doc = new Y.Doc()
  seedArticle(doc, content)
  return doc
}
const printed = (doc: Y.Doc) => contentFor(contentOf(doc), 'print').body.map((block) => textOf(block.content))

describe('the passages of a page', () => {
  it('are the paragraphs print shows, under the numbers the page gives them', () => {
    expect(passageOf(article, 1)).toEqual({ kind: 'field', field: 'headline' })
    expect(passageOf(article, 5)).toEqual({ kind: 'block', index: 0 })
    expect(passageOf(article, 6)).toEqual(third)
    expect(passageOf(article, 7)).toBeNull()
    expect(passagesOf(article)).toHaveLength(3)
  })

  it('find the words of a set line, hyphens and quotation marks apart', () => {
    expect(rangeOfLine('Он сказал: "подождите немного" и ушёл', '«подо\u00adждите немно\u00ad')).toEqual({ from: 12, to: 27 })
    expect(rangeOfLine('Другой текст', 'строка')).toBeNull()
  })
})

describe('ranges left out of print', () => {
  it('keep their words, whatever is typed beside them', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 12 }),
        fc.string({ maxLength: 8 }),
        fc.string({ minLength: 1, maxLength: 6 }),
        fc.string({ maxLength: 8 }),
        (typed, before, words, after) => {
          const range = { from: before.length, to: before.length + words.length }
          for (const index of [0, before.length + words.length + after.length]) {
            const moved = movedRanges([range], { index, removed: 0, inserted: typed })
            const text = before + words + after
            const now = text.slice(0, index) + typed + text.slice(index)
            expect(moved.map(({ from, to }) => now.slice(from, to))).toEqual([words])
          }
        },
      ),
    )
  })

  it('join where they touch, can be taken back in part, and take a space along', () => {
    expect(withRange([{ from: 0, to: 4 }], { from: 4, to: 9 })).toEqual([{ from: 0, to: 9 }])
    expect(withoutRange([{ from: 0, to: 9 }], { from: 3, to: 5 })).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 9 },
    ])
    expect(wholeWords('раз два три', { from: 4, to: 7 })).toEqual({ from: 4, to: 8 })
    expect(wholeWords('раз два', { from: 4, to: 7 })).toEqual({ from: 3, to: 7 })
  })
})

describe('an edit on the page', () => {
  it('leaves words out of print and keeps them in the article, marks beside them untouched', () => {
    const doc = open()
    const text = 'Один два три четыре'
    editPassage(doc, third, { text, leftOut: [{ from: 8, to: 12 }] })
    expect(printed(doc)).toEqual(['Первый абзац.', 'Один два четыре'])
    expect(contentFor(contentOf(doc), 'web').body.map((block) => textOf(block.content))).toContain(text)
    expect(contentOf(doc).body[2]?.content[1]).toEqual({ type: 'text', text: 'два', marks: [{ type: 'bold' }] })
  })

  it('can be taken back and made again as long as nobody changed the paragraph, wherever it moved', () => {
    const doc = open()
    const before = contentOf(doc)
    const edit = editPassage(doc, third, { text: 'Один два четыре', leftOut: [{ from: 0, to: 5 }] })
    if (edit === null) throw new Error('no edit')
    const other = open({ ...emptyContent, body: [paragraph('Новый абзац перед ним.')] })
    const added = other.getXmlFragment('body').get(0).clone()
    if (added instanceof Y.XmlHook) throw new Error('hook')
    doc.getXmlFragment('body').insert(0, [added])
    expect(takeBack(doc, edit)).toBe(true)
    expect(contentOf(doc).body.slice(1)).toEqual(before.body)
    expect(takeBack(doc, edit)).toBe(false)
    editPassage(doc, { kind: 'block', index: 3 }, { text: 'Чужая правка', leftOut: [] })
    expect(takeBack(doc, { ...edit, before: edit.after, after: edit.before })).toBe(false)
    expect(readPassage(contentOf(doc), { kind: 'block', index: 3 })?.text).toBe('Чужая правка')
  })

  it('merges with what another person types into the same paragraph meanwhile', () => {
    const here = open()
    const there = new Y.Doc()
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    editPassage(here, third, { text: 'Один два три', leftOut: [] })
    editPassage(there, third, { text: 'Ровно один два три четыре', leftOut: [] })
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here))
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there))
    expect(contentOf(here)).toEqual(contentOf(there))
    expect(readPassage(contentOf(here), third)?.text).toMatch(/^Ровно один два три$/i)
  })

  it('of a head line changes that line alone', () => {
    const doc = open()
    const edit = editPassage(doc, { kind: 'field', field: 'headline' }, { text: 'Заголовок короче', leftOut: [] })
    expect(contentOf(doc)).toEqual({ ...article, headline: 'Заголовок короче' })
    expect(edit && takeBack(doc, edit)).toBe(true)
    expect(contentOf(doc)).toEqual(article)
  })

  it('makes any text of a paragraph, and its ranges, what was asked', () => {
    const word = fc.stringMatching(/^[а-яё ]{1,20}$/)
    fc.assert(
      fc.property(word, word, fc.nat(20), fc.nat(20), (first, second, a, b) => {
        const doc = open({ ...emptyContent, body: [paragraph(first)] })
        const target = { kind: 'block', index: 0 } as const
        const [from, to] = [Math.min(a, b, second.length), Math.min(Math.max(a, b), second.length)]
        const after = { text: second, leftOut: to > from ? [{ from, to }] : [] }
        editPassage(doc, target, after)
        expect(readPassage(contentOf(doc), target)).toEqual(after)
        expect(findChange(second, readPassage(contentOf(doc), target)?.text ?? '', null)).toBeNull()
      }),
    )
  })
})
