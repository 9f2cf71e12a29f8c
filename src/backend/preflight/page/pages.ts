import type { PrinterProfile } from '../../../shared/export/printer-profile.ts'
import { counted } from '../../../shared/language/plural.ts'
import type { DisplayItem, PageDisplay, TextItem } from '../../../shared/layout/display.ts'
import type { Area } from '../../../shared/preflight/finding.ts'
import type { PageStyle } from '../../../shared/settings/page-style.ts'
import { aboutArticle, aboutIssue, aboutPage, type Found } from '../found.ts'
import { trimComplaint } from '../trim.ts'

/** Where an item stands: a line of type from the height of its capitals to its baseline. */
export const itemArea = (item: DisplayItem): Area =>
  item.kind === 'text'
    ? { x: item.x, y: item.y - item.size * 0.7, width: item.width, height: item.size * 0.7 }
    : { x: item.x, y: item.y, width: item.width, height: item.height }

const beyond = (page: PageDisplay, item: DisplayItem): boolean => {
  const { x, y, width, height } = itemArea(item)
  return x < -0.01 || y < -0.01 || x + width > page.width + 0.01 || y + height > page.height + 0.01
}

const quoted = (item: TextItem): string => {
  const text = item.clusters.join('').replaceAll('\u00ad', '')
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const isText = (item: DisplayItem): item is TextItem => item.kind === 'text'

/** N13 and N14 of one page. */
const checkPage = (page: PageDisplay): readonly Found[] => {
  const found: Found[] = []
  if (!page.items.some(({ tag }) => tag.article !== null))
    found.push({
      rule: 'N14',
      page: page.page,
      object: aboutPage(),
      message: `Полоса ${page.page} пуста: на ней нет материалов.`,
      todo: 'Поставьте на неё материалы или уменьшите номер.',
    })
  const outside = page.items.filter(isText).filter((item) => item.glyphs.length > 0 && beyond(page, item))
  const first = outside[0]
  if (first) {
    const count = counted(outside.length, 'строка выходит', 'строки выходят', 'строк выходят')
    const { article } = first.tag
    found.push({
      rule: 'N13',
      page: page.page,
      object: article === null ? aboutPage(itemArea(first)) : aboutArticle(article, itemArea(first)),
      message: `За обрез ${count}, первая — «${quoted(first)}».`,
      todo: 'Переставьте материал или сократите его.',
    })
  }
  return found
}

/** N15. Newspapers are folded: an odd number of pages leaves one side of a sheet without its own. */
export const checkPageCount = (pages: number): readonly Found[] =>
  pages % 2 === 0
    ? []
    : [
        {
          rule: 'N15',
          page: null,
          object: aboutIssue,
          message: `В номере ${counted(pages, 'полоса', 'полосы', 'полос')}: число нечётное.`,
          todo: 'Добавьте или уберите полосу: газетный лист печатается с двух сторон.',
        },
      ]

/** N01 of the issue: does the publication's format suit the printer? */
export const checkFormat = ({ format }: PageStyle, printer: PrinterProfile): readonly Found[] => {
  const message = trimComplaint(format, printer)
  return message === null
    ? []
    : [
        {
          rule: 'N01',
          page: null,
          object: aboutIssue,
          message,
          todo: 'Выберите другую типографию или исправьте её формат в настройках.',
        },
      ]
}

/** What can be seen on the pages themselves. */
export const checkPages = (displays: readonly PageDisplay[]): readonly Found[] => displays.flatMap(checkPage)
