import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Transform } from '@tiptap/pm/transform'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { importPaths } from '../../../src/backend/article/import/import-files.ts'
import { suggestedBody, suggestionsIn } from '../../../src/shared/article/article-document.ts'
import { contentComplaint, photosOf, plainText, textOf } from '../../../src/shared/article/content.ts'
import { itemNumbers } from '../../../src/shared/article/item-numbers.ts'
import { asItStands, type SuggestedBlock, suggestedBlockSchema } from '../../../src/shared/article/suggestion/as-it-stands.ts'
import { settle, type Verdict } from '../../../src/shared/article/suggestion/settle.ts'
import { textSchema } from '../../../src/shared/article/text-schema.ts'
import { newNewsroom } from './temporary-newsroom.ts'

const folder = join(import.meta.dirname, 'documents')
const documents = readdirSync(folder).filter((name) => name.endsWith('.docx'))

/** What a second program found in a document; see documents/make. */
const expectedSchema = z.object({
  words: z.string(),
  deletedWords: z.string(),
  insertions: z.number(),
  deletions: z.number(),
  moves: z.number(),
  footnotes: z.array(z.string()),
  endnotes: z.array(z.string()),
  comments: z.array(z.string()),
  pictures: z.array(z.string()),
  numbers: z.string(),
})

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
const sorted = (words: readonly string[]): string[] => [...words].sort()
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Words that the import adds by itself, by the beginning of the file's name. */
const added: Readonly<Record<string, string>> = {
  25: 'Здесь должен быть снимок image2 emf На снимке Чертёж',
}

/** Words that were moved stand in the text twice until somebody decides. */
const moved: Readonly<Record<string, string>> = { 20: 'переставленное' }
/** Words that one and the same person wrote and struck: nobody suggests them. */
const takenBack: Readonly<Record<string, string>> = { 20: 'вписано и вычеркнуто' }

/** A body with everything in it accepted or rejected. */
const decided = (body: readonly SuggestedBlock[], verdict: Verdict) => {
  const tr = new Transform(textSchema.nodeFromJSON({ type: 'doc', content: body }))
  settle(tr, verdict, () => true)
  return [...asItStands(z.array(suggestedBlockSchema).parse(tr.doc.toJSON().content))]
}

/** What a person must be told of, by the beginning of the file's name; files not named here need no word. */
const told: Readonly<Record<string, readonly RegExp[]>> = {
  '03': [/индексы \(1\)/],
  '06': [/Таблиц: 1\. Объединённые ячейки/],
  '07': [/Таблиц: 2/],
  '08': [/Сноски \(3\)/],
  '09': [/Сноски \(3\)/],
  10: [/Комментарии на полях \(2\)/],
  11: [/вставок 1, удалений 1/],
  16: [/Колонтитулы.*«Редакция газеты, черновик».*«Не для печати»/],
  17: [/Таблиц: 1/],
  20: [/Таблиц: 1/, /вставок 3, удалений 4, перемещений 1/],
  22: [/Сноски \(3\)/],
  23: [/Сноски \(3\)/],
  24: [/Таблиц: 1/, /Комментарии на полях \(3\)/],
  25: [
    /нет, хотя он их называет: 1/,
    /track\.example.*вне документа/,
    /image2\.emf.*EMF.*PNG/,
    /image3\.png.*не принят/,
    /image6\.wmf.*WMF/,
  ],
  26: [/Таблиц: 3/],
  28: [/Заголовок стилем не отмечен/],
  29: [/Формулы \(2\)/],
  31: [/Заголовок стилем не отмечен/, /Диаграммы и схемы \(2\)/, /Вставленные документы \(1\)/],
}

describe('documents of Word, LibreOffice and others', () => {
  it('are at least thirty', () => expect(documents.length).toBeGreaterThanOrEqual(30))

  it.each(documents)('%s: every word, note and picture, nothing twice, nothing deleted', async (name) => {
    const expected = expectedSchema.parse(JSON.parse(readFileSync(join(folder, name.replace(/docx$/, 'json')), 'utf8')))
    const { newsroom } = await newNewsroom()
    const [taken] = await importPaths(newsroom, [join(folder, name)], null, null)
    expect(taken).toMatchObject({ problem: null, article: expect.any(String) })
    const content = await newsroom.articles.content(taken?.article ?? '')
    expect(contentComplaint(content)).toBeNull()

    const key = name.slice(0, 2)
    const notes = [...expected.footnotes, ...expected.endnotes]
    const marks = notes.flatMap((_, i) => [String(i + 1), String(i + 1)])
    const words = [...wordsOf(expected.words), ...wordsOf(expected.numbers), ...wordsOf(added[key] ?? ''), ...marks]
    const threads = await newsroom.articles.comments(taken?.article ?? '')
    const said = threads.flatMap(({ messages }) => messages.map(({ text }) => text))
    // What the document suggests is open in the article: with all of it accepted the words are those of the document.
    const body = await newsroom.articles.view(taken?.article ?? '', suggestedBody)
    const accepted = { ...content, body: decided(body, 'accept') }
    expect(contentComplaint(accepted)).toBeNull()
    const numbers = itemNumbers(accepted.body).filter((number) => number !== null)
    expect(sorted([...wordsOf(plainText(accepted)), ...numbers.map(String), ...said.flatMap(wordsOf)])).toEqual(sorted(words))
    expect(decided(body, 'reject')).toEqual(content.body)
    expect(sorted(suggestionsIn(body).flatMap(({ deleted }) => wordsOf(deleted)))).toEqual(
      sorted([...wordsOf(expected.deletedWords.replace(takenBack[key] ?? '', '')), ...wordsOf(moved[key] ?? '')]),
    )

    const paragraphs = content.body.map((block) => textOf(block.content))
    const whole = squeezed(paragraphs.join(' '))
    for (const note of notes) expect(whole).toContain(squeezed(note))
    expect(sorted(said)).toEqual(sorted(expected.comments))

    const pictures = photosOf(content).map(({ attrs }) => attrs.media)
    expect(sorted(pictures)).toEqual(sorted(expected.pictures))
    expect(taken?.photos).toBe(expected.pictures.length)
    for (const id of pictures) expect(newsroom.media.get(id)).not.toBeNull()

    const warnings = taken?.warnings ?? []
    for (const pattern of told[key] ?? []) expect(warnings).toContainEqual(expect.stringMatching(pattern))
    expect(warnings).toHaveLength(told[key]?.length ?? 0)
  })

  it('keeps headings, kinds, marks, links and captions where they stand', async () => {
    const { newsroom } = await newNewsroom()
    const read = async (start: string) => {
      const name = documents.find((one) => one.startsWith(start)) ?? ''
      const [taken] = await importPaths(newsroom, [join(folder, name)], null, null)
      return newsroom.articles.content(taken?.article ?? '')
    }
    const outline = async (start: string) =>
      (await read(start)).body.map((block) => [block.type === 'paragraph' ? block.attrs.kind : block.type, textOf(block.content)])

    expect(await read('01')).toMatchObject({
      headline: 'В районе открыли школу молодого профлидера',
      deck: 'Тридцать человек, шесть занятий, одна защита проекта',
      body: [{ attrs: { kind: 'lead' } }, { attrs: { kind: 'paragraph' } }, { attrs: { kind: 'paragraph' } }],
    })
    expect(await outline('02')).toEqual([
      ['paragraph', 'Документ подписали в понедельник.'],
      ['subhead', 'Оплата труда'],
      ['paragraph', 'Оклады вырастут на 7,5 %.'],
      ['subhead', 'Доплаты'],
      ['paragraph', 'За вредность — отдельно.'],
      ['subhead', 'Отдых'],
      ['paragraph', 'Путёвки — по заявлению.'],
      ['quote', 'Хороший отдых — половина работы.'],
    ])
    const marked = (await read('03')).body.flatMap((block) => block.content.filter(({ marks }) => marks?.length))
    expect(marked).toEqual([
      { type: 'text', text: 'жирный', marks: [{ type: 'bold' }] },
      { type: 'text', text: 'курсив', marks: [{ type: 'italic' }] },
      { type: 'text', text: 'и то и другое', marks: [{ type: 'bold' }, { type: 'italic' }] },
      {
        type: 'text',
        text: 'профсоюза',
        marks: [{ type: 'link', attrs: { href: expect.stringContaining('https://prof.example/') } }],
      },
      { type: 'text', text: 'приёмной', marks: [{ type: 'link', attrs: { href: 'mailto:info@prof.example' } }] },
      { type: 'text', text: 'дежурного', marks: [{ type: 'link', attrs: { href: 'tel:+70000000000' } }] },
    ])
    expect((await outline('04')).map(([kind]) => kind).filter((kind) => kind === 'listItem')).toHaveLength(7)
    // Numbers that follow from the order are the item's own; a list with any other keeps them all as words (rule F31).
    const minutes = await outline('05')
    for (const item of ['Регистрация', 'Обед']) expect(minutes).toContainEqual(['numberedItem', item])
    for (const item of ['1. Открытие', '2.2. Ревизор', '3. Голосование']) expect(minutes).toContainEqual(['paragraph', item])
    expect(await outline('06')).toContainEqual(['tableRow', 'Северный\t12\t36 000'])
    expect((await outline('27')).map(([, text]) => text)).toEqual(
      expect.arrayContaining([
        '(ii) второй глубокий',
        'III. римский',
        'б) ещё буква',
        'Пункт 2: Другой пункт',
        'Без номера, хотя стиль с ним',
        '10. с десяти',
      ]),
    )
    const photos = photosOf(await read('13'))
    expect(photos.map(({ content, attrs }) => [textOf(content), attrs.alternative])).toEqual([
      ['Фото: первые минуты субботника в парке', 'Женщина с граблями'],
      ['Самовар на поляне', 'Самовар на поляне'],
      ['', 'Закат'],
    ])
    expect(photosOf(await read('12')).map(({ content }) => textOf(content))).toEqual(['Рисунок 1: Стол накрыли всем двором'])
  })

  it('make nothing new when they come a second time', async () => {
    const { newsroom } = await newNewsroom()
    const paths = documents.map((name) => join(folder, name))
    const first = await importPaths(newsroom, paths, null, null)
    const second = await importPaths(newsroom, paths, null, null)
    expect(newsroom.articles.ids()).toHaveLength(documents.length)
    expect(second.map(({ article }) => article)).toEqual(first.map(({ article }) => article))
    expect(second.every(({ warnings }) => /уже есть/.test(warnings[0] ?? ''))).toBe(true)
  })
})
