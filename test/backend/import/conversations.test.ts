import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importPaths } from '../../../src/backend/article/import/import-files.ts'
import { storeZip } from '../../../src/backend/article/import/zip.ts'
import { newNewsroom } from './temporary-newsroom.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'
const relations = (rows: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="${packages}">${rows
    .map(([type, target], at) => `<Relationship Id="r${at}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const comment = (id: number, author: string, date: string, paragraph: string, text: string) =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="${date}"><w:p w14:paraId="${paragraph}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`

const document = storeZip(
  new Map([
    ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
    [
      'word/_rels/document.xml.rels',
      relations([
        ['comments', 'comments.xml'],
        ['commentsExtended', 'commentsExtended.xml'],
      ]),
    ],
    [
      'word/document.xml',
      `<w:document xmlns:w="${word}"><w:body>
        <w:p><w:r><w:t>Отпуск учителя</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">Отпуск длится </w:t></w:r><w:commentRangeStart w:id="0"/><w:r><w:t>56 дней</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t xml:space="preserve"> и </w:t></w:r><w:ins w:id="9" w:author="Седов П. П." w:date="2026-11-02T09:00:00Z"><w:r><w:t xml:space="preserve">почти всегда </w:t></w:r></w:ins><w:r><w:t>летом.</w:t></w:r></w:p>
      </w:body></w:document>`,
    ],
    [
      'word/comments.xml',
      `<w:comments xmlns:w="${word}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">${[
        comment(0, 'главный редактор', '2026-11-01T10:00:00Z', 'A1', 'По какой статье?'),
        comment(1, 'Седов П. П.', '2026-11-01T11:00:00Z', 'A2', 'Статья 334 ТК.'),
      ].join('')}</w:comments>`,
    ],
    [
      'word/commentsExtended.xml',
      `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"><w15:commentEx w15:paraId="A1" w15:done="1"/><w15:commentEx w15:paraId="A2" w15:paraIdParent="A1" w15:done="1"/></w15:commentsEx>`,
    ],
  ]),
)

it('H7, G10: margin and changes of a document come with their words, names, answers and times', async () => {
  const { newsroom, inbox } = await newNewsroom()
  const file = join(inbox, 'Отпуск.docx')
  await writeFile(file, document)
  const [taken] = await importPaths(newsroom, [file], null, null)
  const id = taken?.article ?? ''
  const [thread, ...others] = await newsroom.articles.comments(id)
  expect(others).toEqual([])
  const chief = newsroom.staff().find(({ name }) => name === 'Главный редактор')
  expect(thread).toMatchObject({
    anchor: { quote: '56 дней', before: 'Отпуск длится ', after: expect.stringMatching(/^ и /) },
    messages: [
      { person: chief?.id, at: Date.UTC(2026, 10, 1, 10), text: 'По какой статье?' },
      { person: 'outside:Седов П. П.', at: Date.UTC(2026, 10, 1, 11), text: 'Статья 334 ТК.' },
    ],
    resolved: { person: 'outside:Седов П. П.' },
  })
  expect(await newsroom.articles.openSuggestions(id)).toBe(1)
  expect((await newsroom.articles.content(id)).body[0]?.content).toEqual([
    { type: 'text', text: 'Отпуск длится 56 дней и летом.' },
  ])
})
