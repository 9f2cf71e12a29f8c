import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page } from '@playwright/test'
import sharp from 'sharp'

const copied = (name: string): Promise<string> => readFile(join(import.meta.dirname, 'clipboard', `${name}.html`), 'utf8')

/** Puts markup into the editor as a program's copy. */
const paste = (body: Locator, html: string): Promise<void> =>
  body.evaluate((editor, markup) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', markup)
    editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)

/** Kinds and words of the paragraphs, with marks as a reader would write them. */
const paragraphsOf = (body: Locator): Promise<readonly string[]> =>
  body.locator(':scope > p').evaluateAll((all) =>
    all.map((paragraph) => {
      const written = [...paragraph.querySelectorAll('strong, em, a')].map(
        (one) => `${one.localName}:${one.textContent}${one.getAttribute('href') ?? ''}`,
      )
      const words = (paragraph.textContent ?? '').replaceAll('\t', ' | ').trim()
      return [paragraph.getAttribute('data-kind'), words, ...written].join(' · ')
    }),
  )

/** Pastes what programs copy, each into an empty article: words, kinds, marks and pictures are what they were. */
export const pasteFromPrograms = async (page: Page, body: Locator): Promise<void> => {
  const pasted = async (name: string, change = (html: string) => html): Promise<readonly string[]> => {
    await body.click()
    await page.keyboard.press('Control+KeyA')
    await page.keyboard.press('Delete')
    await paste(body, change(await copied(name)))
    return paragraphsOf(body)
  }

  expect
    .soft(await pasted('word'))
    .toEqual([
      'subhead · Повестка слёта',
      'paragraph · На слёт приедут сорок человек из девяти районов[1], все они наставники, адрес известен. · strong:сорок  · em:девяти',
      'listItem · знакомство',
      'listItem · игра',
      'paragraph · 3) доклады',
      'tableRow · Район | Людей',
      'tableRow · Северный / и Речной | 12',
      'quote · Дорогу осилит идущий.',
      'paragraph · [1] По списку на май.',
    ])
  await expect(page.getByText('Снимки не вставлены (1)')).toBeVisible()
  await expect(page.getByText('Комментарии на полях не вставлены (1)')).toBeVisible()
  await expect(page.getByText('Вычеркнутое в документе не вставлено (мест: 1)')).toBeVisible()

  expect
    .soft(await pasted('google-docs'))
    .toEqual([
      'subhead · Что решили',
      'paragraph · Приняли план на год, он на сайте. · strong:план · em: на год · a:на сайтеhttps://example.org/plan',
      'paragraph · 2. учить',
      'paragraph · 1. зимой',
      'paragraph · 3. лечить',
      'listItem · отдыхать',
      'tableRow · Май | слёт',
    ])
  await expect(page.getByText('Снимки не вставлены (1)')).toBeVisible()

  const noise = Uint8Array.from({ length: 60 * 40 * 3 }, (_, at) => (at * 7919) % 251)
  const picture = await sharp(noise, { raw: { width: 60, height: 40, channels: 3 } })
    .png()
    .toBuffer()
  expect
    .soft(await pasted('libreoffice', (html) => html.replace('PICTURE', picture.toString('base64'))))
    .toEqual([
      'paragraph · Путёвки дают по заявлению[1] и бесплатно . · strong:по заявлению',
      'numberedItem · заявление',
      'numberedItem · справка',
      'listItem · копии',
      'listItem · паспорта',
      'tableRow · Санаторий | «Сосны»',
      'paragraph · [1] Не позже марта.',
    ])
  await expect(body.locator('img')).toHaveCount(1)

  expect
    .soft(await pasted('page'))
    .toEqual([
      'subhead · Пенсии вырастут',
      'paragraph · С января прибавят всем. · strong:С января',
      'paragraph · Сколько — посчитали.',
      'listItem · учителям',
      'listItem · врачам',
      'quote · Ждали долго.',
      'paragraph · Очередь в фонд',
      'paragraph · Подробнее — здесь и там. · a:тамhttps://example.org/more',
    ])
}
