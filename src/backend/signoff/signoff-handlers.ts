import type { Handlers } from '../../shared/api/operation.ts'
import { failure, success } from '../../shared/api/result.ts'
import type { signoffApi } from '../../shared/signoff/api.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'
import { describeIssue, describePage } from './describe.ts'
import { describeWaiting, readQueue } from './queue.ts'
import { rememberLook } from './remember-look.ts'
import { replacePage, sendPages } from './send-pages.ts'
import { signIssue } from './sign-issue.ts'
import { findPage, signPage } from './sign-page.ts'
import { plannedState } from './standing.ts'

const noArticle = (id: string) =>
  failure('notFound', `Материала ${id} нет в этой редакции.`, { safe: 'Ничего не изменено.', todo: 'Обновите очередь.' })

export const signoffHandlers = (newsroom: Newsroom): Handlers<typeof signoffApi> => ({
  queue: async (_input, { person }) => success([...(await readQueue(newsroom, person))]),
  article: async ({ article }, { person }) =>
    newsroom.articles.has(article) ? success(await describeWaiting(newsroom, article, person)) : noArticle(article),
  look: async ({ article }, { person }) => {
    const held = rolesOf(newsroom, person)
    if (!held.ok) return held
    if (!newsroom.articles.has(article)) return noArticle(article)
    if (person !== null) await rememberLook(newsroom, article, person)
    return success({})
  },
  states: async ({ issue: serial }) => {
    const found = await findPage(newsroom, serial, 1)
    if (!found.ok) return found
    const { value: issue } = found
    return success(Array.from({ length: issue.pages }, (_, at) => plannedState(newsroom, issue, at + 1)))
  },
  overview: async ({ issue: serial }, { person }) => {
    const found = await findPage(newsroom, serial, 1)
    if (!found.ok) return found
    return success(await describeIssue(newsroom, found.value, await layoutOf(newsroom, serial, 'current'), person))
  },
  page: async ({ issue: serial, page }, { person }) => {
    const found = await findPage(newsroom, serial, page)
    if (!found.ok) return found
    const layout = await layoutOf(newsroom, serial, 'current')
    return success(await describePage(newsroom, found.value, layout, page, person))
  },
  signPage: async (request, { person }) => {
    const signed = await signPage(newsroom, request, person)
    return signed.ok ? success({ approved: [...signed.value.approved] }) : signed
  },
  signIssue: (request, { person }) => signIssue(newsroom, request, person),
  send: async (request, { person }) => {
    const sent = await sendPages(newsroom, request, person)
    return sent.ok ? success({ files: [...sent.value.files] }) : sent
  },
  replace: (request, { person }) => replacePage(newsroom, request, person),
})
