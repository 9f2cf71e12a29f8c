import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Draft, textRuns } from '../../../src/backend/article/import/draft.ts'
import { parseText, type TextFormat } from '../../../src/backend/article/import/parse-text.ts'
import { type Block, contentComplaint, textOf } from '../../../src/shared/article/content.ts'
import { itemNumbers } from '../../../src/shared/article/item-numbers.ts'

const parse = (source: string, format: TextFormat = 'markdown'): Draft => {
  const draft = parseText(source, format, 'заметка.md')
  if (!draft) throw new Error('nothing was read')
  return draft
}

const outline = (body: readonly Block[]) =>
  body.map((block) => (block.type === 'paragraph' ? [block.attrs.kind, textOf(block.content)] : ['photo', textOf(block.content)]))

const inline = (source: string) => parse(`# Т\n\nабзац\n\n${source}`).body[1]?.content

describe('plain text', () => {
  it('takes the first line as headline and every other line as a paragraph', () => {
    const draft = parse('\n\nЗаголовок\r\n05/08/2008 10:35\r\n\r\nПервый  абзац.\rВторой\u2028Третий\n', 'plain')
    expect(draft.headline).toBe('Заголовок')
    expect(outline(draft.body)).toEqual([
      ['paragraph', '05/08/2008 10:35'],
      ['paragraph', 'Первый абзац.'],
      ['paragraph', 'Второй'],
      ['paragraph', 'Третий'],
    ])
  })

  it('leaves Markdown signs alone', () => {
    expect(outline(parse('Заголовок\n## Не **подзаголовок**\n- тире', 'plain').body)).toEqual([
      ['paragraph', '## Не **подзаголовок**'],
      ['paragraph', '- тире'],
    ])
  })

  it('keeps a first line too long for a headline as a paragraph and says so', () => {
    const line = 'Очень длинная строка про заседание '.repeat(20).trim()
    const draft = parse(line, 'plain')
    expect(draft.headline).toMatch(/^Очень длинная строка .*[^ ]…$/)
    expect(draft.headline.length).toBeLessThan(90)
    expect(outline(draft.body)).toEqual([['paragraph', line]])
    expect(draft.warnings).toEqual([expect.stringMatching(/начало первого абзаца/)])
  })

  it('strips soft hyphens, zero widths and controls, keeps no-break spaces, composes letters', () => {
    const draft = parse('За\u00adго\u200bло\ufeffвок\n5\u00a0ноября\u0007 рай\u0438\u0306он\ta', 'plain')
    expect(draft.headline).toBe('Заголовок')
    expect(outline(draft.body)).toEqual([['paragraph', '5\u00a0ноября раййон a']])
  })

  it.each(['', '\n\n  \n', '\u200b\n\u00ad', '---\nphoto:\n---\n'])('finds nothing to read in %j', (source) => {
    expect(parseText(source, 'markdown', 'a.md')).toBeNull()
  })
})

describe('Markdown', () => {
  it('reads the head, headline, lead, subheads, quotes, items and paragraphs', () => {
    const draft = parse(
      [
        '---',
        'kicker: Профсоюз помог',
        'deck: "Суд \\"второй\\" инстанции: решение"',
        "byline: 'Отдел права'",
        'photo: ../media/зал.jpg',
        'caption: Зал: перед началом',
        'credit: Архив',
        'alternative: Полный зал, на сцене пятеро',
        '---',
        '',
        '# Заголовок **дня** #',
        '',
        '**Лид, который',
        'продолжается.**',
        '',
        '## Подзаголовок',
        '> Первая строка',
        '> вторая.',
        '- пункт',
        '  продолжение',
        '- ещё',
        '',
        '1. раз',
        '2. два',
        '### Третий ранг',
        'Абзац  ',
        'и новый.',
      ].join('\r\n'),
    )
    expect(draft).toMatchObject({
      headline: 'Заголовок дня',
      kicker: 'Профсоюз помог',
      deck: 'Суд "второй" инстанции: решение',
      byline: 'Отдел права',
      photos: [
        {
          path: '../media/зал.jpg',
          caption: 'Зал: перед началом',
          credit: 'Архив',
          alternative: 'Полный зал, на сцене пятеро',
          place: 1,
        },
      ],
      warnings: [],
    })
    expect(outline(draft.body)).toEqual([
      ['lead', 'Лид, который продолжается.'],
      ['subhead', 'Подзаголовок'],
      ['quote', 'Первая строка вторая.'],
      ['listItem', 'пункт продолжение'],
      ['listItem', 'ещё'],
      ['numberedItem', 'раз'],
      ['numberedItem', 'два'],
      ['subhead', 'Третий ранг'],
      ['paragraph', 'Абзац'],
      ['paragraph', 'и новый.'],
    ])
    expect(draft.body[0]?.content.every((run) => !run.marks)).toBe(true)
  })

  it('reads an interview: bold questions, answers up to the next subhead', () => {
    const draft = parse('# И\n\n**Лид.**\n\n**— Почему?**\n\n— Потому.\n\nИ ещё.\n\n## Дальше\n\nТекст.\n\n**Жирно.**')
    expect(outline(draft.body).map(([kind]) => kind)).toEqual([
      'lead',
      'question',
      'answer',
      'answer',
      'subhead',
      'paragraph',
      'paragraph',
    ])
  })

  it('puts pictures where they stand among the paragraphs', () => {
    const draft = parse('# Т\n\nраз\n\n![Подпись](a.jpg)\n\nдва\n![](<б в.jpg> "Архив" "Дом")')
    expect(draft.photos).toEqual([
      { path: 'a.jpg', caption: 'Подпись', credit: '', alternative: '', place: 1 },
      { path: 'б в.jpg', caption: '', credit: 'Архив', alternative: 'Дом', place: 2 },
    ])
  })

  it('keeps head lines it does not understand as a note, and a `---` line without a head as no head', () => {
    const draft = parse('---\nheadline: Итоги\ntags: школа, право\nпросто строка\n---\nТекст.')
    expect(draft.headline).toBe('Итоги')
    expect(outline(draft.body)).toEqual([
      ['paragraph', 'Текст.'],
      ['note', 'tags: школа, право'],
      ['note', 'просто строка'],
    ])
    expect(draft.warnings).toHaveLength(1)
    expect(parse('---\nодно: два\n---\nтри').headline).toBe('одно: два')
  })

  it('takes the first paragraph as headline where there is none', () => {
    const draft = parse('Первая строка\n\n**Лид.**\n\nТекст.')
    expect(draft.headline).toBe('Первая строка')
    expect(outline(draft.body)).toEqual([
      ['lead', 'Лид.'],
      ['paragraph', 'Текст.'],
    ])
  })

  it.each<[string, unknown]>([
    ['обычный', textRuns('обычный')],
    [
      'a **b** c',
      [
        { type: 'text', text: 'a ' },
        { type: 'text', text: 'b', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' c' },
      ],
    ],
    [
      'x ***оба***',
      [
        { type: 'text', text: 'x ' },
        { type: 'text', text: 'оба', marks: [{ type: 'bold' }, { type: 'italic' }] },
      ],
    ],
    ['2 * 3 * 4, a_b_c, **не закрыто', textRuns('2 * 3 * 4, a_b_c, **не закрыто')],
    ['\\*звёздочки\\*', textRuns('*звёздочки*')],
    [
      '[**портал**](https://example.org/a_(b))',
      [
        {
          type: 'text',
          text: 'портал',
          marks: [{ type: 'link', attrs: { href: 'https://example.org/a_(b)' } }, { type: 'bold' }],
        },
      ],
    ],
    ['[x](javascript:alert(1))', textRuns('[x](javascript:alert(1))')],
    ['[сноска]', textRuns('[сноска]')],
  ])('reads %j', (source, runs) => {
    expect(inline(source)).toEqual(runs)
  })
})

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const allWords = (draft: Draft): ReadonlySet<string> => {
  const runs = draft.body.flatMap((block) => [
    textOf(block.content),
    ...block.content.flatMap(({ marks }) => (marks ?? []).map((mark) => (mark.type === 'link' ? mark.attrs.href : ''))),
  ])
  const photos = draft.photos.flatMap(({ path, caption, credit, alternative = '' }) => [path, caption, credit, alternative])
  // The number of an item is its place in its list.
  const numbers = itemNumbers(draft.body).map((number) => (number === null ? '' : `${number}`))
  const fields = [draft.rubric, draft.kicker, draft.headline, draft.deck, draft.byline]
  return new Set([...fields, ...numbers, ...runs, ...photos].flatMap(wordsOf))
}

const word = fc.constantFrom(
  'слово',
  'Ёлка',
  'район',
  '2026',
  'ёж',
  'a',
  'kicker:',
  'photo:',
  'https://a.example/b',
  '«да»',
  '—',
  '😀',
)
const sign = fc.constantFrom(
  '*',
  '**',
  '_',
  '[',
  '](',
  ')',
  '](https://a.example)',
  '\\',
  '# ',
  '## ',
  '> ',
  '- ',
  '1. ',
  '---',
  '"',
  '`',
  '\u00a0',
  '![',
)
const gap = fc.constantFrom(' ', '\n', '\n\n', '\r\n', '  \n', '\t', '')
const messy = fc
  .array(fc.tuple(sign, word, gap), { maxLength: 40 })
  .chain((parts) =>
    fc
      .array(fc.boolean(), { minLength: parts.length, maxLength: parts.length })
      .map((signs) => parts.map(([s, w, g], i) => (signs[i] ? s : ' ') + w + g).join('')),
  )

describe('any text', () => {
  it.each(['plain', 'markdown'] as const)('keeps every word of a %s text and fits the text schema', (format) => {
    fc.assert(
      fc.property(fc.oneof(messy, fc.string({ unit: 'grapheme', maxLength: 200 }), fc.lorem({ maxCount: 30 })), (source) => {
        const draft = parseText(source, format, 'файл.txt')
        const { headline = '', body = [] } = draft ?? {}
        if (!draft) {
          expect(wordsOf(source).filter((w) => !['photo', 'kicker'].includes(w))).toEqual([])
          return
        }
        const filled =
          body.length > 0
            ? [...body]
            : [{ type: 'paragraph' as const, attrs: { kind: 'paragraph' as const, medium: 'everywhere' as const }, content: [] }]
        expect(
          contentComplaint({ schemaVersion: 1, rubric: '', kicker: '', headline, deck: '', byline: '', body: filled }),
        ).toBeNull()
        const kept = allWords(draft)
        const joined = [...kept].join(' ')
        // A sign inside a word may go, so that two words stand as one; a head's keys are no words of the text.
        const lost = wordsOf(source).filter((w) => !kept.has(w) && !joined.includes(w) && !['photo', 'kicker'].includes(w))
        expect(lost).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  it('reads hostile lines in linear time', () => {
    const n = 100_000
    const hostile = [
      '* '.repeat(n),
      '**a '.repeat(n),
      '['.repeat(n),
      '](a'.repeat(n),
      '#'.repeat(n),
      `# ${' '.repeat(n)}x`,
      `![](${' '.repeat(n)}x`,
    ]
    for (const line of [...hostile, `${' '.repeat(n)}x`, '_a'.repeat(n), `${'- '.repeat(n)}x`, `---\n${'a'.repeat(n)}\n---`])
      expect(parseText(`# T\n${line}`, 'markdown', 'a.md')).not.toBeNull()
  })
})
