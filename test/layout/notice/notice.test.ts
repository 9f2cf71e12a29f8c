import { describe, expect, test } from 'vitest'
import { layOutNotice } from '../../../src/layout/notice/lay-out-notice.ts'
import type { NoticeTexts } from '../../../src/layout/notice/notice-furniture.ts'
import { isDropCap, type PageDisplay, type TextItem } from '../../../src/shared/layout/display.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { loadFaces, paragraph, photo, sentences, story } from '../page/issue-fixtures.ts'

const faces = loadFaces()
const texts: NoticeTexts = {
  name: 'Профсоюзная среда',
  number: '№ 47 (1295), 25 ноября 2026 года',
  address: 'https://eseur.ru/news/1',
  call: 'Вступить в Профсоюз!',
  invitation: 'Спросите в своей первичной организации.',
}
const isText = (item: PageDisplay['items'][number]): item is TextItem => item.kind === 'text'
const textsOf = (sheet: PageDisplay): readonly TextItem[] => sheet.items.filter(isText)
const wordsOf = (sheets: readonly PageDisplay[]): readonly string[] =>
  sheets
    .flatMap(textsOf)
    .filter(({ tag }) => tag.role === 'body')
    .map((item, at, items) => {
      const next = items[at + 1]
      return `${item.clusters.join('')}${next !== undefined && isDropCap(item, next) ? '' : ' '}`
    })
    .join('')
    .replaceAll('\u00ad ', '')
    .replaceAll('\u00a0', ' ')
    .split(/\s+/)
    .filter((word) => word !== '')

const long = story('a', [photo('p'), ...Array.from({ length: 14 }, (_, i) => paragraph(sentences(60, i)))], {
  headline: 'Сначала посчитать, потом спросить',
})
const short = story('b', [paragraph(sentences(40))], { headline: 'Коротко' })

describe('a notice sheet', () => {
  test('a short story stands on one A4 sheet with the call and the code', () => {
    const { sheets, overset } = layOutNotice(short, texts, usualStyle, faces)
    expect([sheets.length, overset]).toEqual([1, 0])
    expect(sheets[0]?.width).toBeCloseTo((210 * 72) / 25.4, 3)
    const said = sheets
      .flatMap(textsOf)
      .map(({ clusters }) => clusters.join(''))
      .join(' ')
    expect(said).toContain('Вступить в Профсоюз!')
    expect(said).toContain('eseur.ru/news/1')
    expect(said).toContain('№ 47 (1295)')
    expect(sheets[0]?.items.filter(({ kind }) => kind === 'rectangle').length).toBeGreaterThan(100)
  })

  test('a long one goes on on further sheets, every word once and in order', () => {
    const { sheets, overset } = layOutNotice(long, texts, usualStyle, faces)
    expect(overset).toBe(0)
    expect(sheets.length).toBeGreaterThan(1)
    const written = long.content.body.flatMap((block) =>
      block.type === 'paragraph' ? block.content.map(({ text }) => text) : [],
    )
    expect(wordsOf(sheets).join(' ')).toBe(written.join(' ').replace(/\s+/g, ' '))
  })

  test('nothing is smaller than 12 points, nothing leaves the sheet', () => {
    for (const sheet of layOutNotice(long, texts, usualStyle, faces).sheets)
      for (const item of sheet.items) {
        if (item.kind === 'text') expect(item.size).toBeGreaterThanOrEqual(12)
        const top = item.kind === 'text' ? item.y - item.size : item.y
        expect(item.x).toBeGreaterThanOrEqual(0)
        expect(item.x + item.width).toBeLessThanOrEqual(sheet.width)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(item.kind === 'text' ? item.y : item.y + item.height).toBeLessThanOrEqual(sheet.height)
      }
  })

  test('equal stories give equal sheets', () => {
    expect(layOutNotice(long, texts, usualStyle, faces)).toEqual(layOutNotice(long, texts, usualStyle, faces))
  })
})
