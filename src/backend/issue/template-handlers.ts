import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { issueApi } from '../../shared/issue/api.ts'
import { applyTemplate, pageTemplateSchema, suitsPage, templateFrom } from '../../shared/issue/page-template.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { changePlan } from '../signoff/guard-sent.ts'
import { findTemplates, keepTemplate } from './page-templates.ts'

type TemplateHandlers = Pick<Handlers<typeof issueApi>, 'templates' | 'applyTemplate' | 'saveTemplate'>

const unchanged = { safe: 'Полоса не изменена.' } as const

/** A page of an issue with the rows it leaves free, and how long the articles are. */
const pageOf = async (newsroom: Newsroom, serial: string, page: number) => {
  const issue = await newsroom.issues.get(serial)
  if (!issue) return failure('notFound', `Номера ${serial} нет в этой редакции.`, unchanged)
  const { pages, fits } = await layoutOf(newsroom, serial, 'current')
  const display = pages[page - 1]
  if (!display) return failure('notFound', `Полосы ${page} в номере ${serial} нет: в нём ${pages.length}.`, unchanged)
  const lines = new Map(fits.map(({ article, lines }) => [article, lines]))
  return success({ issue, free: display.free, linesOf: (article: string) => lines.get(article) ?? 0 })
}

export const templateHandlers = (newsroom: Newsroom): TemplateHandlers => ({
  templates: async () => {
    const { templates, damaged } = await findTemplates(newsroom)
    return success({ templates: [...templates], damaged: [...damaged] })
  },
  applyTemplate: async ({ issue: serial, page, template: id }, { person }) => {
    const found = await pageOf(newsroom, serial, page)
    if (!found.ok) return found
    const { issue, free, linesOf } = found.value
    const template = (await findTemplates(newsroom)).templates.find((one) => one.id === id)
    if (!template) return failure('notFound', `Шаблона «${id}» нет.`, { ...unchanged, todo: 'Выберите шаблон из списка.' })
    if (!suitsPage(template, page, issue))
      return failure('invalidInput', `Шаблон «${template.name}» не для этой полосы.`, {
        ...unchanged,
        todo: 'Выберите шаблон с тем же числом колонок, для первой, внутренней или последней полосы.',
      })
    const made = applyTemplate(template, { page, free, present: issue, linesOf })
    const ids = Object.keys(made.placements)
    const replaced = {
      placements: Object.fromEntries(ids.map((article) => [article, issue.placements[article] ?? null])),
      dummies: { [page]: issue.dummies[page] ?? null },
    }
    const change = {
      places: new Map(Object.entries(made.placements)),
      dummies: new Map(Object.entries(made.dummies)),
      by: person,
    }
    const kept = await changePlan(newsroom, serial, change)
    if (!kept.ok) return kept
    newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
    return success({ replaced })
  },
  saveTemplate: async ({ issue: serial, page, name }) => {
    const found = await pageOf(newsroom, serial, page)
    if (!found.ok) return found
    const { issue, free } = found.value
    const id = `own-${newsroom.environment.newId().slice(0, 8)}`
    const kind = page === 1 ? 'front' : page === issue.pages ? 'last' : 'inner'
    const zones = issue.dummies[page]?.zones ?? []
    const template = pageTemplateSchema.safeParse(templateFrom(id, name, zones, { columns: issue.columns, kind, free }))
    if (!template.success)
      return failure(
        'invalidInput',
        `Полосу ${page} нельзя сохранить как шаблон: ${template.error.issues[0]?.message ?? 'нет зон'}.`,
        {
          ...unchanged,
          todo: 'Закрепите зоны полосы и поправьте их, затем повторите.',
        },
      )
    await keepTemplate(newsroom, template.data)
    newsroom.emit({ type: 'changed', feature: 'issue', id: null })
    return success({ template: id })
  },
})
