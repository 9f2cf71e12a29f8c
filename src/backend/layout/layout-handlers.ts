import { withCode } from '../../layout/issue-input.ts'
import type { OfferPlace } from '../../layout/page/offer-shapes.ts'
import { publicationSpec } from '../../layout/page/publication-spec.ts'
import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { layoutApi } from '../../shared/layout/api.ts'
import type { Newsroom } from '../newsroom.ts'
import { engineOf, facesOf, layoutOf, outlineOf, styleOf } from './layout-service.ts'
import { readStory } from './layout-stories.ts'
import { addressesIn } from './story-address.ts'

/** An article on a page of an issue, for asking how it could stand there. The first one of a page opens it. */
const placeOf = async (newsroom: Newsroom, serial: string, article: string, page: number) => {
  const issue = await newsroom.issues.get(serial)
  if (!issue) return failure('notFound', `Номера ${serial} нет в этой редакции.`)
  if (!newsroom.articles.has(article)) return failure('notFound', `Материала ${article} нет в этой редакции.`)
  const { pages } = await layoutOf(newsroom, serial, 'current')
  const display = pages[page - 1]
  if (!display) return failure('notFound', `Полосы ${page} в номере ${serial} нет: в нём ${pages.length}.`)
  const { input } = await readStory(newsroom, article, 'current')
  const opens = display.zones.length === 0 || display.zones[0]?.article === article
  const place: OfferPlace = { page, ...display.free, importance: opens ? 'lead' : 'second' }
  const address = issue.placements[article]?.code === true ? addressesIn(newsroom, issue)(article, input.content.headline) : null
  const story = address === null ? input : withCode(input, address)
  return success({ kind: { columns: issue.columns, style: styleOf(newsroom, issue) }, story, place })
}

export const layoutHandlers = (newsroom: Newsroom): Handlers<typeof layoutApi> => ({
  fit: async ({ issue }) => {
    if (!newsroom.issues.entry(issue)) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
    const { fits, diagnostics } = await layoutOf(newsroom, issue, 'current')
    return success({ fits: [...fits], diagnostics: [...diagnostics] })
  },
  measure: async ({ issue }) => {
    const found = await newsroom.issues.get(issue)
    if (!found) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
    const { pages } = await layoutOf(newsroom, issue, 'current')
    const { measurePages } = await import('../../layout/metrics/measure-pages.ts')
    return success(measurePages(pages, publicationSpec(styleOf(newsroom, found), found.columns), await facesOf(newsroom)))
  },
  input: async ({ issue: serial }) => {
    const issue = await newsroom.issues.get(serial)
    if (!issue) return failure('notFound', `Номера ${serial} нет в этой редакции.`)
    const { outline } = await outlineOf(newsroom, issue, Object.keys(issue.placements), issue.placements, 'current')
    return success(outline)
  },
  stories: async ({ ids }) => {
    const present = ids.filter((id) => newsroom.articles.has(id))
    const stories = await Promise.all(present.map((id) => readStory(newsroom, id, 'current')))
    return success(stories.map(({ told }) => told))
  },
  shapes: async ({ issue: serial, article, page }) => {
    const asked = await placeOf(newsroom, serial, article, page)
    if (!asked.ok) return asked
    const { kind, story, place } = asked.value
    return success([...(await engineOf(newsroom)).shapes(kind, story, place)])
  },
  arrangements: async ({ issue: serial, article, page, span, rows }) => {
    const asked = await placeOf(newsroom, serial, article, page)
    if (!asked.ok) return asked
    const { kind, story, place } = asked.value
    return success([...(await engineOf(newsroom)).arrangements(kind, story, { span, rows }, place)])
  },
  page: async ({ issue, page }) => {
    if (!newsroom.issues.entry(issue)) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
    const { pages } = await layoutOf(newsroom, issue, 'current')
    const found = pages[page - 1]
    return found ? success(found) : failure('notFound', `Полосы ${page} в номере ${issue} нет: в нём ${pages.length}.`)
  },
})
