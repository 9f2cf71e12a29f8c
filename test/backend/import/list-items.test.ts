import { describe, expect, it } from 'vitest'
import { countItems, type NumberedParagraph } from '../../../src/backend/article/import/docx/list-items.ts'
import { element, type XmlElement } from '../../../src/backend/article/import/docx/xml.ts'

const paragraph = (text: string, style?: string): XmlElement =>
  element('w:p', {}, [
    element('w:pPr', {}, style === undefined ? [] : [element('w:pStyle', { 'w:val': style })]),
    element('w:r', {}, [element('w:rPr'), element('w:t', {}, [text])]),
  ])

/** «списку/номер» or a bare word for a paragraph that is in no list; what comes back is `+` for an item, `-` for words. */
const counted = (...lines: readonly string[]): string => {
  const numbered = new Map<XmlElement, NumberedParagraph>()
  const items = new Set<XmlElement>()
  const blocks = lines.map((line) => {
    const [list = '', number] = line.split('/')
    const block = paragraph(line === '_' ? '' : `${line} слово`)
    if (number === undefined) return block
    const item = paragraph(line.endsWith('∅') ? '' : 'слово', 'numberedItem')
    items.add(item)
    numbered.set(block, { list, number: Number.parseInt(number, 10) || null, item })
    return block
  })
  return countItems(blocks, numbered)
    .map((block, at) => (numbered.has(blocks[at] ?? block) ? (items.has(block) ? '+' : '-') : '.'))
    .join('')
}

describe('F31: numbers of a list that follow from the order', () => {
  it('are the items’ own where they count from one', () => expect(counted('начало', 'а/1', 'а/2', 'а/3', 'конец')).toBe('.+++.'))
  it('may have an empty line between them', () => expect(counted('а/1', '_', 'а/2')).toBe('+.+'))
  it('begin anew behind a paragraph', () => expect(counted('а/1', 'а/2', 'слово', 'б/1', 'б/2')).toBe('++.++'))
  it('stay words where the list begins with another', () => expect(counted('а/4', 'а/5')).toBe('--'))
  it('stay words where a paragraph parts the list', () => expect(counted('а/1', 'а/2', 'слово', 'а/3')).toBe('--.-'))
  it('stay words where a deeper number stands between them', () => expect(counted('а/1', 'а/буква', 'а/2')).toBe('---'))
  it('stay words in the second of two lists that touch', () => expect(counted('а/1', 'а/2', 'б/1')).toBe('++-'))
  it('stay words where an item has none of its own', () => expect(counted('а/1', 'а/2∅', 'а/3')).toBe('---'))

  it('stay words where part of the list is out of the way, in a cell', () => {
    const [first, second] = [paragraph('1. слово'), paragraph('2. слово')]
    const item = paragraph('слово', 'numberedItem')
    const numbered = new Map([first, second].map((block, at) => [block, { list: 'а', number: at + 1, item }] as const))
    expect(countItems([first], numbered)).toEqual([first])
  })
})
