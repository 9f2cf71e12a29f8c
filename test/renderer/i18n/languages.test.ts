import { describe, expect, it } from 'vitest'
import { en } from '../../../src/renderer/i18n/en.ts'
import { effectiveLanguage } from '../../../src/renderer/i18n/language.ts'
import { ru } from '../../../src/renderer/i18n/ru.ts'

const cyrillic = /\p{Script=Cyrillic}/u

/** What stays in its own language everywhere: the newspaper's name and the names of languages. */
const own = ['Профдвижение', 'Русский']

/** Everything a tree of messages holds, by path: texts, and functions with their number of inputs. */
const leavesOf = (value: unknown, path = ''): readonly (readonly [string, unknown])[] => {
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
  return [[path, value]]
}

const shapeOf = (messages: unknown): readonly string[] =>
  leavesOf(messages).map(
    ([path, value]) => `${path}: ${typeof value === 'function' ? `function of ${value.length}` : typeof value}`,
  )

const withoutArity = (line: string): string => line.replace(/ of \d+$/, '')

/** The source of a message that is made: its words stand there, whatever it is given. */
const writtenBy = (message: { toString(): string }): readonly string[] => [message.toString()]

describe('the languages of the interface', () => {
  it('say the same things', () => {
    expect(shapeOf(ru).length).toBeGreaterThan(300)
    expect(shapeOf(en).map(withoutArity).sort()).toEqual(shapeOf(ru).map(withoutArity).sort())
  })

  it('take no more than the Russian messages are given', () => {
    const given = new Map(leavesOf(ru))
    const greedy = leavesOf(en).flatMap(([path, value]) => {
      const other = given.get(path)
      return typeof value === 'function' && typeof other === 'function' && value.length > other.length ? [path] : []
    })
    expect(greedy).toEqual([])
  })

  it('leave no message empty in one language only', () => {
    const russian = new Map(leavesOf(ru))
    const uneven = leavesOf(en).filter(([path, value]) => (value === '') !== (russian.get(path) === ''))
    expect(uneven.map(([path]) => path)).toEqual([])
  })

  it('hold no Cyrillic in English', () => {
    const filled = leavesOf(en).flatMap(([path, value]) => {
      if (typeof value === 'function') return writtenBy(value).map((text) => `${path}: ${text}`)
      return typeof value === 'string' ? [`${path}: ${value}`] : []
    })
    const found = filled.filter((line) => cyrillic.test(own.reduce((text, word) => text.replace(word, ''), line)))
    expect(found).toEqual([])
  })

  it('hold no English sentence in Russian', () => {
    const texts = leavesOf(ru).flatMap(([path, value]) => (typeof value === 'string' ? [[path, value] as const] : []))
    const latinOnly = texts.filter(([path, value]) => /[a-z]{3,} [a-z]{3,}/.test(value) && !/\.rows\./.test(path))
    expect(latinOnly).toEqual([])
  })
})

describe('the language to show', () => {
  it.each([
    ['ru', ['en-US'], 'ru'],
    ['en', ['ru-RU'], 'en'],
    ['system', ['en-US', 'ru'], 'en'],
    ['system', ['de-DE', 'ru-RU', 'en'], 'ru'],
    ['system', ['kk-KZ'], 'ru'],
    ['system', [], 'ru'],
  ] as const)('for “%s” on a computer with %j is “%s”', (choice, preferred, language) => {
    expect(effectiveLanguage(choice, preferred)).toBe(language)
  })
})
