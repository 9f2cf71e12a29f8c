import type { Handlers } from '../../shared/api/operation.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { canonicalJson } from '../../shared/article/content.ts'
import type { issueApi } from '../../shared/issue/api.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { autoSlot, inOrder, lasting, orderBetween } from '../../shared/issue/placement.ts'
import { narrowColumns } from '../../shared/settings/style-faults.ts'
import { facesOf, issueInput, layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { describeStyleFault } from '../settings/style-failure.ts'
import { applyPlan, changePlan, keepsSent } from '../signoff/guard-sent.ts'
import { isChangedAfterApproval } from '../workflow/act.ts'
import { fillHole, putBack } from './fill-hole.ts'
import { makeRoom } from './make-room.ts'
import { pullStory } from './pull-story.ts'
import { templateHandlers } from './template-handlers.ts'

const missing = (serial: string) =>
  failure('notFound', `Номера ${serial} нет в этой редакции.`, { todo: 'Посмотрите список номеров и выберите один из них.' })

const noSuchPage = ({ serial, pages }: Issue) =>
  failure('invalidInput', `В номере ${serial} полос: ${pages}.`, { todo: `Укажите полосу от 1 до ${pages}.` })

const isApproved = (newsroom: Newsroom, id: string): boolean => {
  const status = newsroom.articles.cell(id, 'status')
  return (status === 'approved' || status === 'published') && !isChangedAfterApproval(newsroom, id)
}

/** More than any issue has room for: the latest of those that wait are tried. */
const fillLimit = 300

/** Articles that may be planned, the latest of them in order of import: known, standing in no issue, neither put aside nor still unwritten. */
const unplaced = (newsroom: Newsroom): readonly string[] => {
  const order = (id: string) => newsroom.articles.cell(id, 'order')
  const plannable = (id: string) => !['pitch', 'assigned', 'onHold', 'spiked'].includes(newsroom.articles.cell(id, 'status'))
  return newsroom.articles
    .ids()
    .filter((id) => newsroom.issues.placeOf(id) === null && plannable(id))
    .sort((a, b) => order(a) - order(b))
    .slice(-fillLimit)
}

export const issueHandlers = (newsroom: Newsroom): Handlers<typeof issueApi> => {
  const changed = (serial: string) => newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  /** An article stands in one issue. */
  const takeFromOtherIssues = async (serial: string, articles: readonly string[], by: string | null): Promise<Result<null>> => {
    for (const other of newsroom.issues.entries()) {
      const there = other.serial === serial ? [] : articles.filter((id) => other.pageOf.has(id))
      if (there.length === 0) continue
      const taken = await changePlan(newsroom, other.serial, { places: new Map(there.map((id) => [id, null])), by })
      if (!taken.ok) return taken
    }
    return success(null)
  }
  const placedOn = (issue: Issue, page: number, except: string) =>
    inOrder(Object.entries(issue.placements).map(([id, placement]) => ({ id, placement }))).filter(
      ({ id, placement }) => placement.page === page && id !== except,
    )
  return {
    list: async () =>
      success(
        newsroom.issues
          .entries()
          .map(({ stamp: _stamp, pageOf, ...issue }) => {
            const articles = [...pageOf.keys()]
            return { ...issue, articles: articles.length, approved: articles.filter((id) => isApproved(newsroom, id)).length }
          })
          .sort((a, b) => (a.plannedFor < b.plannedFor ? 1 : -1)),
      ),
    read: async ({ issue }) => {
      const found = await newsroom.issues.get(issue)
      return found ? success(found) : missing(issue)
    },
    history: async ({ issue }) => {
      if (!newsroom.issues.entry(issue)) return missing(issue)
      const names = new Map(newsroom.staff().map(({ id, name }) => [id, name]))
      const { steps } = newsroom.planHistory.of(issue)
      return success(
        steps
          .toReversed()
          .map(({ person, ...step }) => ({ ...step, person: person === null ? null : (names.get(person) ?? person) })),
      )
    },
    create: async ({ plannedFor, pages, columns: wanted }) => {
      const { style } = newsroom.settings.get().publication
      const columns = wanted ?? style.grid.columns
      const [narrow] = narrowColumns(style, columns)
      if (narrow) {
        const { what, todo } = describeStyleFault(narrow)
        return failure('invalidInput', what, { safe: 'Номер не заведён.', todo })
      }
      const same = newsroom.issues.entries().find((issue) => issue.plannedFor === plannedFor)
      if (same)
        return failure('conflict', `На ${plannedFor} уже есть номер ${same.serial}.`, {
          safe: 'Он не изменён.',
          todo: 'Откройте его или выберите другую дату.',
        })
      const numbering = await makeRoom(newsroom, plannedFor)
      if (!numbering.ok) return numbering
      const { serial } = numbering.value
      await newsroom.issues.create({ serial, plannedFor, pages, columns, status: 'planned' })
      changed(serial)
      return success({ serial })
    },
    place: async ({ issue: serial, article, page, before, continuation }, { person }) => {
      const issue = await newsroom.issues.get(serial)
      if (!issue) return missing(serial)
      if (!newsroom.articles.has(article)) return failure('notFound', `Материала ${article} нет в этой редакции.`)
      if (page > issue.pages || (continuation ?? 0) > issue.pages) return noSuchPage(issue)
      if (continuation !== null && continuation <= page)
        return failure('invalidInput', 'Продолжение может стоять только на следующих полосах.', {
          todo: 'Укажите полосу дальше начала.',
        })
      const neighbours = placedOn(issue, page, article)
      const at = before === null ? neighbours.length : neighbours.findIndex(({ id }) => id === before)
      const index = at < 0 ? neighbours.length : at
      const order = orderBetween(neighbours[index - 1]?.placement.order ?? null, neighbours[index]?.placement.order ?? null)
      const slots = { slot: autoSlot, continuationSlot: autoSlot, ...lasting(issue.placements[article]) }
      const places = new Map([[article, { page, order, continuation, ...slots }]])
      const kept = await keepsSent(newsroom, issue, { places })
      if (!kept.ok) return kept
      const taken = await takeFromOtherIssues(serial, [article], person)
      if (!taken.ok) return taken
      await applyPlan(newsroom, serial, { places, by: person })
      changed(serial)
      return success({})
    },
    arrange: async ({ issue: serial, placements, dummies, expected }, { person }) => {
      const issue = await newsroom.issues.get(serial)
      if (!issue) return missing(serial)
      const unknown = Object.entries(placements).find(([id, placement]) => placement !== null && !newsroom.articles.has(id))
      if (unknown) return failure('notFound', `Материала ${unknown[0]} нет в этой редакции.`)
      const pages = [
        ...Object.keys(dummies).map(Number),
        ...Object.values(placements).flatMap((placement) => (placement ? [placement.page, placement.continuation ?? 1] : [])),
      ]
      if (pages.some((page) => page > issue.pages)) return noSuchPage(issue)
      const replaced = {
        placements: Object.fromEntries(Object.keys(placements).map((id) => [id, issue.placements[id] ?? null])),
        dummies: Object.fromEntries(Object.keys(dummies).map((page) => [page, issue.dummies[page] ?? null])),
      }
      if (expected !== null && canonicalJson(expected) !== canonicalJson(replaced))
        return failure('conflict', 'Эти места номера за это время изменил кто-то другой.', {
          safe: 'Его работа цела, ваше изменение не записано.',
          todo: 'Посмотрите на полосу заново и повторите, если это ещё нужно.',
        })
      const comes = Object.keys(placements).filter((id) => placements[id] && !issue.placements[id])
      const change = { places: new Map(Object.entries(placements)), dummies: new Map(Object.entries(dummies)), by: person }
      const kept = await keepsSent(newsroom, issue, change)
      if (!kept.ok) return kept
      const taken = await takeFromOtherIssues(serial, comes, person)
      if (!taken.ok) return taken
      await applyPlan(newsroom, serial, change)
      changed(serial)
      return success({ replaced })
    },
    ...templateHandlers(newsroom),
    pull: (request, { person }) => pullStory(newsroom, request, person),
    putBack: (request, { person }) => putBack(newsroom, request, person),
    fillHole: (request, { person }) => fillHole(newsroom, request, person),
    unplace: async ({ issue, article }, { person }) => {
      if (!newsroom.issues.entry(issue)) return missing(issue)
      const taken = await changePlan(newsroom, issue, { places: new Map([[article, null]]), by: person })
      if (!taken.ok) return taken
      changed(issue)
      return success({})
    },
    fill: async ({ issue: serial, articles }, { person }) => {
      const issue = await newsroom.issues.get(serial)
      if (!issue) return missing(serial)
      const unknown = articles?.find((id) => !newsroom.articles.has(id))
      if (unknown !== undefined) return failure('notFound', `Материала ${unknown} нет в этой редакции.`)
      const standing = new Map(Object.entries(issue.placements))
      const wanted = (articles ?? unplaced(newsroom)).filter((id) => !standing.has(id))
      const input = await issueInput(newsroom, issue, [...standing.keys(), ...wanted], issue.placements, 'current')
      const { planIssue } = await import('../../layout/plan-issue.ts')
      const plan = planIssue(input, await facesOf(newsroom))
      const added = new Map([...plan.placements].filter(([id]) => !standing.has(id)))
      const filled = await changePlan(newsroom, serial, { places: added, by: person })
      if (!filled.ok) return filled
      changed(serial)
      const { fits } = await layoutOf(newsroom, serial, 'current')
      const placed = fits
        .filter(({ article }) => added.has(article))
        .map(({ article, page, overset }) => ({ article, page, overset }))
      return success({ placed, left: [...plan.left] })
    },
  }
}
