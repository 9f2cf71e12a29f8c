import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packZip } from '../../src/backend/article/import/zip.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** What a stringer says in a letter, part by part. */
export const stringerLetter = {
  name: 'Мост.docx',
  author: 'Лукин О. Р.',
  headline: 'Мост, который построили соседи',
  lead: 'В посёлке Заречный открыли пешеходный мост через протоку.',
  builders: { before: 'Строили его восемь вечеров: ', inserted: 'инженер, ', middle: 'учитель труда и одиннадцать ' },
  struck: 'неравнодушных ',
  neighbours: 'соседей.',
  boards: { before: 'Доски ', commented: 'привезли с танцплощадки', after: ', перила сварили в школе' },
  comment: 'Уточнить у директора школы.',
  note: 'Танцплощадку разобрали ещё летом.',
  ferry: 'Старую переправу каждую весну уносило льдом.',
  caption: 'Первый пешеход на мосту',
  opening: 'Открытие назначили на субботу.',
} as const

const letter = stringerLetter
const traced = `w:author="${letter.author}" w:date="2026-11-02T09:00:00Z"`
const said = (text: string, tag = 'w:t') => `<w:r><${tag} xml:space="preserve">${text}</${tag}></w:r>`
const paragraph = (content: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`
const picture = `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Снимок"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="r2"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`

const { builders, boards } = letter
const body = [
  paragraph(said(letter.headline), 'Title'),
  paragraph(said(letter.lead)),
  paragraph(
    [
      said(builders.before),
      `<w:ins w:id="1" ${traced}>${said(builders.inserted)}</w:ins>`,
      said(builders.middle),
      `<w:del w:id="2" ${traced}>${said(letter.struck, 'w:delText')}</w:del>`,
      said(letter.neighbours),
    ].join(''),
  ),
  paragraph(
    [
      said(boards.before),
      `<w:commentRangeStart w:id="0"/>${said(boards.commented)}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
      `${said(boards.after)}<w:r><w:footnoteReference w:id="2"/></w:r>${said('.')}`,
    ].join(''),
  ),
  paragraph(said(letter.ferry)),
  paragraph(picture),
  paragraph(said(letter.caption), 'Caption'),
  paragraph(said(letter.opening)),
].join('')

const relations = (rows: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships xmlns="${packages}">${rows
    .map(([type, target], at) => `<Relationship Id="r${at}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The letter as a document of Word: with a change of each kind, a comment, a footnote and a picture. */
export const stringerDocument = async (): Promise<Buffer> =>
  packZip(
    new Map<string, string | Uint8Array>([
      ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
      [
        'word/_rels/document.xml.rels',
        relations([
          ['comments', 'comments.xml'],
          ['footnotes', 'footnotes.xml'],
          ['image', 'media/image1.jpg'],
          ['styles', 'styles.xml'],
        ]),
      ],
      [
        'word/document.xml',
        `<w:document xmlns:w="${word}" xmlns:r="${office}" xmlns:a="${drawing}/main" xmlns:pic="${drawing}/picture" xmlns:wp="${drawing}/wordprocessingDrawing"><w:body>${body}</w:body></w:document>`,
      ],
      [
        'word/styles.xml',
        `<w:styles xmlns:w="${word}">${[
          ['Title', 'Title'],
          ['Caption', 'caption'],
        ]
          .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
          .join('')}</w:styles>`,
      ],
      [
        'word/comments.xml',
        `<w:comments xmlns:w="${word}"><w:comment w:id="0" ${traced}><w:p>${said(letter.comment)}</w:p></w:comment></w:comments>`,
      ],
      [
        'word/footnotes.xml',
        `<w:footnotes xmlns:w="${word}"><w:footnote w:id="2"><w:p>${said(letter.note)}</w:p></w:footnote></w:footnotes>`,
      ],
      ['word/media/image1.jpg', await readFile(join(import.meta.dirname, '../../resources/demo/adverts/paper.jpg'))],
    ]),
  )
