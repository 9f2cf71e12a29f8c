import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bodyName, seedArticle } from '../../../src/shared/article/article-document.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { readForeignWords } from '../../../src/shared/article/foreign-words.ts'

test('G24: every word of a document of a newer program can be read, in blocks it may not know', () => {
  const doc = new Y.Doc()
  seedArticle(doc, { ...emptyContent, headline: 'Отпуск', deck: 'Длиной в год' })
  const frame = new Y.XmlElement('frame')
  const cells = ['Стаж', 'Дни'].map((words) => {
    const cell = new Y.XmlElement('cell')
    cell.insert(0, [new Y.XmlText(words)])
    return cell
  })
  const verse = new Y.XmlElement('paragraph')
  verse.setAttribute('kind', 'verse')
  const line = new Y.XmlText('Раз в десять лет')
  line.format(0, 3, { 'deletion--ab12': { id: '1' } })
  line.format(4, 2, { glow: { colour: 'red' } })
  verse.insert(0, [line])
  frame.insert(0, [new Y.XmlText('Таблица'), ...cells])
  doc.getXmlFragment(bodyName).push([frame, verse])
  const before = Y.encodeStateAsUpdate(doc)
  expect(readForeignWords(doc)).toEqual({
    fields: { rubric: '', kicker: '', headline: 'Отпуск', deck: 'Длиной в год', byline: '' },
    blocks: [
      { kind: 'frame', runs: [{ text: 'Таблица', struck: false }] },
      { kind: 'cell', runs: [{ text: 'Стаж', struck: false }] },
      { kind: 'cell', runs: [{ text: 'Дни', struck: false }] },
      {
        kind: 'verse',
        runs: [
          { text: 'Раз', struck: true },
          { text: ' ', struck: false },
          { text: 'в ', struck: false },
          { text: 'десять лет', struck: false },
        ],
      },
    ],
  })
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})
