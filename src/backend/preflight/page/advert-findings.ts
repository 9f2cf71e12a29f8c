import { advertFrame, suitsFrame } from '../../../layout/page/advert-box.ts'
import { publicationSpec } from '../../../layout/page/publication-spec.ts'
import { advertName, approvalStateOf } from '../../../shared/advert/advert.ts'
import { isBarred } from '../../../shared/advert/document-remark.ts'
import { newspaperZone } from '../../../shared/calendar/day.ts'
import type { Issue } from '../../../shared/issue/issue.ts'
import { moduleRows } from '../../../shared/issue/page-dummy.ts'
import { counted } from '../../../shared/language/plural.ts'
import { quoted } from '../../../shared/language/quoted.ts'
import type { RuleId } from '../../../shared/preflight/rules.ts'
import { advertHash } from '../../advert/advert-store.ts'
import { standingAdverts } from '../../advert/issue-adverts.ts'
import { styleOf } from '../../layout/layout-service.ts'
import type { Newsroom } from '../../newsroom.ts'
import { aboutAdvert, type Found } from '../found.ts'

const day = new Intl.DateTimeFormat('ru-RU', {
  ...({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const),
  timeZone: newspaperZone,
})

type Report = (rule: RuleId, message: string, todo: string) => void

/** Is the file there, of the right shape, in time and signed for? */
const checkRecord = (newsroom: Newsroom, id: string, issue: Issue, report: Report): void => {
  const record = newsroom.adverts.get(id)
  if (!record) return
  const { content, order } = record
  const name = quoted(advertName(content))
  const medium = content.file === null ? null : newsroom.media.get(content.file)
  if (!medium) {
    report('A02', `Нет файла рекламы ${name}.`, 'Добавьте файл или снимите рекламу с полосы.')
    if (order.deadline !== null && order.deadline < newsroom.environment.now())
      report(
        'A06',
        `Срок рекламы ${name} вышел: ${day.format(order.deadline)}.`,
        'Спросите рекламодателя или отдайте место материалу.',
      )
    return
  }
  const frame = advertFrame(
    publicationSpec(styleOf(newsroom, issue), issue.columns),
    content.columns,
    moduleRows(content.modules),
  )
  if (content.columns <= issue.columns && !suitsFrame(medium, frame)) {
    const size = `${Math.round((frame.width / 72) * 25.4)} × ${Math.round((frame.height / 72) * 25.4)} мм`
    report(
      'A07',
      `Файл рекламы ${name} не той формы: место — ${size}.`,
      'Попросите файл по размеру; этот встанет с белыми полями.',
    )
  }
  for (const [at, remark] of (medium.remarks ?? []).entries())
    if (isBarred(medium.flaws?.[at]))
      report(
        'A11',
        `Файл рекламы ${name}. ${remark}`,
        'Замените файл: с этим типография номер не примет. Картинку (JPEG, PNG, TIFF) программа переведёт в краски печати сама.',
      )
    else report('A08', `Файл рекламы ${name}. ${remark}`, 'Замените файл, если типография против.')
  const state = approvalStateOf(record, advertHash(content))
  if (state === 'notApproved')
    report('A03', `Не утверждена реклама ${name}.`, 'Пусть главный редактор утвердит её, или снимите её с полосы.')
  if (state === 'changed') report('A04', `После подписи изменена реклама ${name}.`, 'Пусть главный редактор утвердит её ещё раз.')
}

interface Order {
  readonly columns: number
  readonly modules: number
}

/** Rows that a template may give or take: pages differ in what their furniture leaves free. */
const nearlyRight = 2

/** Has the zone of an advert another size than was ordered? */
const isMissized = (issue: Issue, id: string, { columns, modules }: Order): boolean =>
  Object.values(issue.dummies)
    .flatMap(({ zones }) => zones)
    .some(
      (zone) =>
        zone.kind === 'advert' &&
        zone.advert === id &&
        (zone.span !== columns || Math.abs(zone.rows - moduleRows(modules)) > nearlyRight),
    )

/** What is wrong with the adverts of some pages, and with those ordered for the issue that stand on none. */
export const advertFindings = (newsroom: Newsroom, issue: Issue, pages: readonly number[]): readonly Found[] => {
  const found: Found[] = []
  const reportOn =
    (id: string | null, page: number | null): Report =>
    (rule, message, todo) =>
      found.push({ rule, page, object: aboutAdvert(id), message, todo })
  const pagesOf = new Map<string, number[]>()
  for (const { advert, page } of standingAdverts(issue)) pagesOf.set(advert, [...(pagesOf.get(advert) ?? []), page])
  for (const [id, places] of pagesOf) {
    const here = places.find((page) => pages.includes(page))
    if (here === undefined) continue
    const report = reportOn(id, here)
    const record = newsroom.adverts.get(id)
    if (!record || record.withdrawn) {
      const why = record ? `реклама ${quoted(advertName(record.content))} снята` : 'такой рекламы в редакции нет'
      report('A01', `Место для рекламы не занято: ${why}.`, 'Поставьте другую рекламу или снимите зону.')
      continue
    }
    const name = quoted(advertName(record.content))
    if (places.length > 1) {
      const times = counted(places.length, 'раз', 'раза', 'раз')
      report('A05', `Реклама ${name} стоит ${times}: с. ${places.join(', ')}.`, 'Оставьте её на одном месте.')
    }
    checkRecord(newsroom, id, issue, report)
    if (isMissized(issue, id, record.content))
      report('A09', `Место рекламы ${name} не того размера, что заказан.`, 'Измените зону или заказ.')
  }
  for (const [id, { content, order, withdrawn }] of newsroom.adverts.all())
    if (!withdrawn && order.issue === issue.serial && !pagesOf.has(id)) {
      const wish = order.page === null ? '' : `, просили с. ${order.page}`
      const page = order.page !== null && pages.includes(order.page) ? order.page : null
      reportOn(id, page)(
        'A10',
        `Реклама ${quoted(advertName(content))} нигде не стоит${wish}.`,
        'Поставьте её в зону для рекламы.',
      )
    }
  for (const page of pages)
    if (issue.dummies[page]?.zones.some((zone) => zone.kind === 'advert' && zone.advert === null))
      reportOn(null, page)('A01', 'Место для рекламы не занято.', 'Поставьте рекламу или отдайте место материалу.')
  return found
}
