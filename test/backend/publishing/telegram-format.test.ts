import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatTelegram } from '../../../src/backend/publishing/channels/telegram/format.ts'
import { type ArticleContent, type Block, emptyContent, type TextNode } from '../../../src/shared/article/content.ts'
import { blockKinds, media } from '../../../src/shared/article/text-schema.ts'
import { p, photo, story } from '../../helpers/publishing.ts'
import { checkMeaning, visibleText } from '../../helpers/telegram-contract.ts'

const context = { portal: 'https://eseur.ru', delivery: 'abc', settings: {} }
const jpeg = { file: true as const, bytes: new Uint8Array([0xff, 0xd8, 0xff]) }

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom('<b>', '&amp;', 'a < b && c > "d"', ' ', '\n\n', '😀'.repeat(50), 'Слово. '.repeat(90), 'я'.repeat(1100)),
)
const node: fc.Arbitrary<TextNode> = fc.record({
  type: fc.constant('text' as const),
  text: anyText.filter((text) => text !== ''),
  marks: fc.array(
    fc.oneof(
      fc.record({ type: fc.constantFrom('bold' as const, 'italic' as const, 'webOnly' as const) }),
      fc.record({
        type: fc.constant('link' as const),
        attrs: fc.record({ href: fc.oneof(fc.webUrl(), fc.string(), fc.constant('https://a.ru/?x="1"&y=<2>')) }),
      }),
    ),
    { maxLength: 3 },
  ),
})
const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('paragraph' as const),
      attrs: fc.record({ kind: fc.constantFrom(...blockKinds), medium: fc.constantFrom(...media) }),
      content: fc.array(node, { maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 99 }).chain((n) => anyText.map((caption) => photo(`m${n}`, caption, 'И. Петров'))),
  },
)
const anyContent: fc.Arbitrary<ArticleContent> = fc.record({
  schemaVersion: fc.constant(1 as const),
  rubric: anyText,
  kicker: anyText,
  headline: anyText,
  deck: anyText,
  byline: anyText,
  body: fc.array(block, { minLength: 1, maxLength: 25 }),
})

test('T1 T2 whatever the text, every post is one that the Bot API takes, and its length is what we said', () => {
  fc.assert(
    fc.property(anyContent, fc.constantFrom('https://eseur.ru', '', 'not a url'), (content, portal) => {
      for (const part of formatTelegram(content, { portal, delivery: 'abc', settings: {} }).parts) {
        const visible = visibleText(part.html)
        expect(part.length).toBeLessThanOrEqual(part.limit ?? 0)
        expect(visible.length).toBe(part.length)
        if (part.kind === 'text') checkMeaning('sendMessage', { text: part.html, parse_mode: 'HTML' })
        if (part.kind === 'photo') {
          expect(part.photos).toHaveLength(1)
          checkMeaning('sendPhoto', { photo: jpeg, caption: part.html, parse_mode: 'HTML' })
        }
        if (part.kind === 'album') {
          expect(part.photos.length).toBeGreaterThanOrEqual(2)
          expect(part.photos.length).toBeLessThanOrEqual(10)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('T1 marks become tags, and what looks like markup stays text', () => {
  const content: ArticleContent = {
    ...story('Если x < y & «z»', {
      ...p('Обычный ', 'lead'),
      content: [
        { type: 'text', text: 'Обычный ' },
        { type: 'text', text: 'жирный', marks: [{ type: 'bold' }, { type: 'italic' }] },
        { type: 'text', text: ' и ' },
        { type: 'text', text: 'ссылка', marks: [{ type: 'link', attrs: { href: 'https://a.ru/?b=1&c=2' } }] },
        { type: 'text', text: ' опасная', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        { type: 'text', text: ' в газете', marks: [{ type: 'printOnly' }] },
      ],
    } as Block),
    rubric: 'Право',
  }
  const [only] = formatTelegram(content, context).parts
  expect(only?.html).toBe(
    '<i>Право</i>\n<b>Если x &lt; y &amp; «z»</b>\n\nОбычный <b><i>жирный</i></b> и <a href="https://a.ru/?b=1&amp;c=2">ссылка</a> опасная\n\n' +
      '<a href="https://eseur.ru/?utm_source=telegram&amp;utm_medium=social&amp;utm_content=abc">Читать на сайте</a>',
  )
})

test('T1 lists, questions and quotes', () => {
  const content = story(
    'З',
    p('Вопрос?', 'question'),
    p('раз', 'listItem'),
    p('два', 'listItem'),
    p('Слова', 'quote'),
    p('Верстке', 'note'),
  )
  expect(formatTelegram(content, { portal: '', delivery: '', settings: {} }).parts[0]?.html).toBe(
    '<b>З</b>\n\n<b>Вопрос?</b>\n\n• раз\n• два\n\n<blockquote>Слова</blockquote>',
  )
})

test('T3 photos carry the whole text where it fits, and else go first', () => {
  const short = formatTelegram(story('З', photo('a', 'Подпись', 'И. П.'), p('Текст.')), context)
  expect(short.parts.map((part) => part.kind)).toEqual(['photo'])
  expect(short.parts[0]?.html).toContain('Фото: И. П.')
  const long = formatTelegram(story('З', photo('a', 'Подпись', 'И. П.'), photo('b'), p('Текст. '.repeat(200))), context)
  expect(long.parts.map((part) => part.kind)).toEqual(['album', 'text'])
  expect(long.parts[0]).toMatchObject({ photos: ['a', 'b'], html: 'Подпись\n\n<i>Фото: И. П.</i>' })
})

test('T3 more than ten photos take several albums, a single one left is no album', () => {
  const body = Array.from({ length: 11 }, (_, i) => photo(`m${i}`))
  const { parts, warnings } = formatTelegram(story('З', ...body, p('Текст.')), context)
  expect(parts.map((part) => [part.kind, part.photos.length])).toEqual([
    ['album', 10],
    ['photo', 1],
    ['text', 0],
  ])
  expect(warnings).toHaveLength(1)
})

test('T4 a text that is too long ends with a sentence and a link, and the preview says how much is missing', () => {
  const { parts, warnings } = formatTelegram(
    story('З', ...Array.from({ length: 40 }, (_, i) => p(`Абзац ${i}. ${'Ещё фраза. '.repeat(15)}`))),
    context,
  )
  const visible = visibleText(parts[0]?.html ?? '')
  expect(visible.length).toBeLessThanOrEqual(4096)
  expect(visible).toMatch(/\.\n\nЧитать полностью на сайте$/)
  expect(warnings[0]).toMatch(/^Текст длиннее 4096 знаков: последние \d+ не войдут/)
})

test('T4 cutting never parts a surrogate pair', () => {
  const { parts } = formatTelegram({ ...emptyContent, headline: '', body: [p('😀'.repeat(3000))] }, context)
  expect(() => encodeURIComponent(parts[0]?.html ?? '')).not.toThrow()
})

test('T3 nothing to send is said, not sent', () => {
  expect(formatTelegram(emptyContent, context)).toEqual({ parts: [], warnings: [expect.stringContaining('нет ни текста')] })
})
