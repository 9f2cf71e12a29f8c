import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importPaths } from '../../../src/backend/article/import/import-files.ts'
import { type ArticleContent, contentComplaint, photosOf, plainText, textOf } from '../../../src/shared/article/content.ts'
import { newNewsroom } from './temporary-newsroom.ts'

const folder = join(import.meta.dirname, 'pages')

const read = async (name: string) => {
  const { newsroom } = await newNewsroom()
  const [taken] = await importPaths(newsroom, [join(folder, name)], null, null)
  const content = taken?.article ? await newsroom.articles.content(taken.article) : null
  if (content) expect(contentComplaint(content)).toBeNull()
  return { newsroom, taken, content }
}

const outline = (content: ArticleContent | null) =>
  content?.body.map((block) => [block.type === 'paragraph' ? block.attrs.kind : block.type, textOf(block.content)])

describe('saved pages', () => {
  it('gives the article of a portal with its picture, and tells what stands around it', async () => {
    const { content, taken } = await read('портал.html')
    expect(content?.headline).toBe('Молодые педагоги получат жильё')
    expect(outline(content)).toEqual([
      ['lead', 'В районе сдали дом на сорок квартир.'],
      ['photo', 'Дом сдали на месяц раньше. Фото: архив'],
      ['paragraph', 'Ключи вручили в\u00a0четверг. Подробности\u00a0— на странице комитета.'],
      ['subhead', 'Кто въедет'],
      ['listItem', 'учителя'],
      ['listItem', 'воспитатели'],
      ['listItem', 'из сёл'],
      ['quote', 'Мы ждали пять лет.'],
    ])
    expect(photosOf(content ?? nothing).map(({ attrs }) => attrs.alternative)).toEqual(['Новый дом с балконами'])
    expect(taken?.warnings).toEqual([
      expect.stringMatching(/Взята сама статья.*оставлено: \d+/),
      expect.stringMatching(/cdn\.example\/banner\.jpg лежит в сети/),
    ])
  })

  it('reads an old site in windows-1251 that lays its text out with tables and a form', async () => {
    const { content, taken } = await read('старый сайт.htm')
    expect(content?.headline).toBe('Итоги года')
    expect(outline(content)).toEqual([
      ['paragraph', 'За год приняли сто человек, провели восемь собраний и две экскурсии — в Псков и Великий Новгород.'],
      ['paragraph', 'Взносы: всё в срок.'],
      ['tableHead', 'Месяц\tПриём'],
      ['tableRow', 'Январь\t7'],
    ])
    expect(taken?.warnings).toEqual([expect.stringMatching(/Таблиц: 1/)])
  })

  it('recognises KOI8-R by its letters and UTF-16 by its mark; a page without a heading is called as its window', async () => {
    const koi = await read('кои.html')
    expect(koi.content?.headline).toBe('Заседание')
    expect(koi.taken?.warnings).toEqual([expect.stringMatching(/КОИ-8/), expect.stringMatching(/название страницы/)])
    expect((await read('юникод.html')).content).toMatchObject({ headline: 'Двухбайтный' })
  })

  it('lets only words survive of a page full of traps', async () => {
    const { content } = await read('вредная.html')
    expect(plainText(content ?? nothing)).toBe(
      [
        'Опасная страница',
        'Текст первой, второй и третьей ссылок.',
        'Стиль отброшен.',
        'формула',
        '<script>виден</script> & цел',
      ].join('\n\n'),
    )
    expect(JSON.stringify(content)).not.toMatch(/javascript:|onerror|evil|"link"/i)
  })

  it('keeps numbers of lists, pictures inside of the page, line breaks and terms of an exported document', async () => {
    const { content, newsroom, taken } = await read('из документа.html')
    expect(outline(content)).toEqual([
      ['paragraph', 'Первый день — знакомство.'],
      ['paragraph', 'c. третий'],
      ['paragraph', 'd. четвёртый'],
      ['photo', 'Рис. 1. Эмблема слёта'],
      ['paragraph', 'Когда'],
      ['paragraph', 'в мае'],
      ['paragraph', 'Строка раз'],
      ['paragraph', 'Строка два'],
      ['paragraph', 'Площадь 5 м2, отменено состоится.'],
      ['paragraph', 'С новой строки.'],
    ])
    expect(newsroom.media.count()).toBe(1)
    expect(taken?.warnings).toHaveLength(3)
  })

  it('hears questions and answers, takes a stream of articles whole, and mends what is not closed', async () => {
    expect(outline((await read('интервью.html')).content)?.map(([kind]) => kind)).toEqual([
      'question',
      'answer',
      'question',
      'answer',
      'subhead',
      'paragraph',
    ])
    expect(plainText((await read('лента.html')).content ?? nothing)).toContain('Короткий текст третьей.')
    expect(plainText((await read('обрывок.html')).content ?? nothing)).toBe(
      ['Начало без конца жирное и косое', 'ячейка\tдругая', 'после', 'пункт'].join('\n\n'),
    )
  })

  it('says when a page has no words', async () => {
    expect((await read('пустая.html')).taken?.problem).toMatch(/пустая\.html.*ни одного слова/)
  })

  it('leaves the folder of a page to its page', async () => {
    const { newsroom } = await newNewsroom()
    const report = await importPaths(newsroom, [folder], null, null)
    expect(report.some(({ file }) => file.includes('_files'))).toBe(false)
    expect(report).toHaveLength(10)
  })
})

const nothing: ArticleContent = { schemaVersion: 1, rubric: '', kicker: '', headline: '', deck: '', byline: '', body: [] }
