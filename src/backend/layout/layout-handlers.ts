import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { layoutApi } from '../../shared/layout/api.ts'
import type { Newsroom } from '../newsroom.ts'
import { layoutOf } from './layout-service.ts'

export const layoutHandlers = (newsroom: Newsroom): Handlers<typeof layoutApi> => ({
  fit: async ({ issue }) => {
    if (!newsroom.issues.entry(issue)) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
    const { fits, diagnostics } = await layoutOf(newsroom, issue, 'current')
    return success({ fits: [...fits], diagnostics: [...diagnostics] })
  },
  page: async ({ issue, page }) => {
    if (!newsroom.issues.entry(issue)) return failure('notFound', `Номера ${issue} нет в этой редакции.`)
    const { pages } = await layoutOf(newsroom, issue, 'current')
    const found = pages[page - 1]
    return found ? success(found) : failure('notFound', `Полосы ${page} в номере ${issue} нет: в нём ${pages.length}.`)
  },
})
