import { expect, test } from 'vitest'
import { comparePieces, compareTexts } from '../../../../src/shared/article/version/compare.ts'
import type { KeyedText } from '../../../../src/shared/article/version/version.ts'

const noPersons = new Map<string, readonly string[]>()

const textWith = (
  blocks: readonly (readonly [key: string, text: string, kind?: 'lead' | 'subhead'])[],
  headline = 'Бюджет',
): KeyedText => ({
  fields: { rubric: '', kicker: '', headline, deck: '', byline: '' },
  body: blocks.map(([, text, kind]) => ({
    type: 'paragraph',
    attrs: { kind: kind ?? 'paragraph', medium: 'everywhere', inserted: null, deleted: null, join: null, change: null },
    content: text === '' ? [] : [{ type: 'text', text }],
  })),
  keys: blocks.map(([key]) => key),
})

const shortly = (redline: ReturnType<typeof compareTexts>) =>
  redline.blocks.map(
    ({ change, pieces }) =>
      `${change}: ${pieces.map(({ kind, text }) => ({ same: text, deleted: `[-${text}-]`, inserted: `{+${text}+}` })[kind]).join('')}`,
  )

test('J5 words that changed are told as words, a changed row of words as one', () => {
  const pieces = comparePieces('Комитет принял новый бюджет на год.', 'Комитет утвердил прежний бюджет на год.')
  expect(pieces).toEqual([
    { kind: 'same', text: 'Комитет ' },
    { kind: 'deleted', text: 'принял новый' },
    { kind: 'inserted', text: 'утвердил прежний' },
    { kind: 'same', text: ' бюджет на год.' },
  ])
})

test('J5 blocks are held against one another by their names, then by likeness; what came and went stands in its place', () => {
  const before = textWith([
    ['a', 'Первый абзац.'],
    ['b', 'Второй абзац о зарплате учителей.'],
    ['c', 'Третий.'],
  ])
  const after = textWith([
    ['a', 'Первый абзац.'],
    ['d', 'Новый, вписанный между.'],
    ['b', 'Второй абзац о пенсиях учителей.'],
    ['e', 'Четвёртый.'],
  ])
  expect(shortly(compareTexts(before, after, noPersons))).toEqual([
    'same: Первый абзац.',
    'inserted: {+Новый, вписанный между.+}',
    'changed: Второй абзац о [-зарплате-]{+пенсиях+} учителей.',
    'deleted: [-Третий.-]',
    'inserted: {+Четвёртый.+}',
  ])
})

test('J6 a block that was carried elsewhere is told as moved, also when it was cut and pasted', () => {
  const moved = 'Этот абзац переехал целиком в начало материала.'
  const before = textWith([
    ['a', 'Начало.'],
    ['b', 'Середина текста.'],
    ['c', moved],
  ])
  const after = textWith([
    ['z', moved],
    ['a', 'Начало.'],
    ['b', 'Середина текста.'],
  ])
  const redline = compareTexts(before, after, noPersons)
  expect(shortly(redline)).toEqual([`moved: ${moved}`, 'same: Начало.', 'same: Середина текста.', `movedAway: [-${moved}-]`])
  expect(redline).toMatchObject({ inserted: 0, deleted: 0 })
})

test('J5 another kind of a block and another headline are told, with the words as they were', () => {
  const redline = compareTexts(textWith([['a', 'Итоги']]), textWith([['a', 'Итоги', 'subhead']], 'Бюджет принят'), noPersons)
  expect(redline.blocks).toMatchObject([
    { change: 'changed', kind: 'subhead', kindBefore: 'paragraph', pieces: [{ kind: 'same', text: 'Итоги' }] },
  ])
  expect(redline.fields).toMatchObject([
    {
      field: 'headline',
      pieces: [
        { kind: 'same', text: 'Бюджет' },
        { kind: 'inserted', text: ' принят' },
      ],
    },
  ])
})

test('J7 persons stand at the blocks they changed and at no others', () => {
  const persons = new Map([
    ['b', ['vera']],
    ['a', ['anna']],
  ])
  const redline = compareTexts(
    textWith([
      ['a', 'Один.'],
      ['b', 'Два слова.'],
    ]),
    textWith([
      ['a', 'Один.'],
      ['b', 'Два других слова.'],
    ]),
    persons,
  )
  expect(redline.blocks.map((block) => block.persons)).toEqual([[], ['vera']])
})
