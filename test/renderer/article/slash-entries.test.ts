import { expect, test } from 'vitest'
import {
  entryName,
  findEntries,
  firstShown,
  type SlashEntry,
  shownEntries,
  slashKinds,
} from '../../../src/renderer/features/article/slash/slash-entries.ts'
import { article } from '../../../src/renderer/i18n/ru/article.ts'
import { block } from '../../../src/renderer/i18n/ru/block.ts'

const entries: readonly SlashEntry[] = slashKinds.map((kind) => ({
  kind,
  label: entryName(article, kind),
  words: block.slash.words[kind],
}))
const found = (query: string) => findEntries(entries, query).map(({ kind }) => kind)

test('Z11: an entry is found by the beginning of a word of its name, or of what else people call it', () => {
  expect(found('')).toEqual(slashKinds)
  expect(found('цит')).toEqual(['quote', 'quoteSource'])
  expect(found('Снимок')).toEqual(['photo'])
  expect(found('фото')).toEqual(['photo', 'library'])
  expect(found('снимков')).toEqual(['library'])
  expect(found('интервью')).toEqual(['question', 'answer'])
  expect(found('источник ц')).toEqual(['quoteSource'])
  expect(found('йцу')).toEqual([])
})

test('Z11: those whose name begins so stand first', () => {
  expect(found('заг')[0]).toBe('sidebarHead')
  expect(found('заг')).toContain('subhead')
})

test('Z11: the entry in hand is always among those shown', () => {
  for (let at = 0; at < entries.length; at += 1) {
    const first = firstShown(at, entries.length)
    expect(first).toBeGreaterThanOrEqual(0)
    expect(at).toBeGreaterThanOrEqual(first)
    expect(at).toBeLessThan(first + shownEntries)
  }
  expect(firstShown(1, 3)).toBe(0)
})
