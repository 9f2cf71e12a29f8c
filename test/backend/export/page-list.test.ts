import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePageList } from '../../../src/backend/export/page-list.ts'

const pagesOf = (list: string | null, pages = 16) => {
  const parsed = parsePageList(list, pages)
  return parsed.ok ? parsed.value : parsed.failure.code
}

test('no list is every page', () => {
  expect(pagesOf(null, 4)).toEqual([1, 2, 3, 4])
})

test('single pages and ranges, in order, each once', () => {
  expect(pagesOf('4,5,12-13')).toEqual([4, 5, 12, 13])
  expect(pagesOf(' 12 – 13 , 5,4,12')).toEqual([4, 5, 12, 13])
})

test.each(['', 'abc', '4,,5', '4-', '-4', '1.5', '5-4', '4;5', '0', '17', '15-17', '99999', '1-99999'])(
  '«%s» is refused',
  (list) => {
    expect(pagesOf(list)).toBe('invalidInput')
  },
)

test('the refusal names what was wrong and what to write', () => {
  const parsed = parsePageList('4,16-20', 16)
  expect(parsed.ok ? null : parsed.failure.what).toBe('Полосы 17 в номере нет: в нём полос 16.')
  expect(parsed.ok ? null : parsed.failure.todo).toContain('от 1 до 16')
})

test('any list of pages of the issue is read back', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 64 }), { minLength: 1 }), (pages) => {
      expect(pagesOf(pages.join(','), 64)).toEqual([...pages].sort((a, b) => a - b))
    }),
  )
})

test('whatever is typed, it is an answer and never an exception', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 64 }), (list, pages) => {
      const parsed = parsePageList(list, pages)
      if (parsed.ok) for (const page of parsed.value) expect(page >= 1 && page <= pages).toBe(true)
    }),
  )
})
