import type { Output } from '../../shared/api/operation.ts'
import { issueApi } from '../../shared/issue/api.ts'
import { counted } from '../../shared/language/plural.ts'
import { layoutApi } from '../../shared/layout/api.ts'
import { publishingApi } from '../../shared/publishing/api.ts'
import { staffApi } from '../../shared/staff/api.ts'
import { workflowApi } from '../../shared/workflow/api.ts'
import { statusLabels } from '../../shared/workflow/labels.ts'
import { workflowActions } from '../../shared/workflow/states.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, type CommandContext, type CommandOutput, oneOf, optional, required, word } from '../command.ts'
import { allArticles, selectArticles, selectIssue } from '../select.ts'
import { signInFor } from './signing.ts'

const linesOf = (count: number): string => counted(count, 'строка', 'строки', 'строк')

/** What an action has done with one article, for people. */
const tellOutcome = ({ article, status, pulled }: Output<typeof workflowApi.act>[number]): readonly string[] => [
  `${article}: ${statusLabels[status]}`,
  ...(pulled
    ? [
        `  снят с полосы ${pulled.page} номера ${pulled.issue}, дыра ${linesOf(pulled.hole)}`,
        ...(pulled.continuation === null ? [] : [`  продолжение на полосе ${pulled.continuation} убрано`]),
        ...(pulled.voided.length > 0 ? [`  подпись больше не действует, полосы: ${pulled.voided.join(', ')}`] : []),
        ...(pulled.held.length > 0 ? [`  публикаций придержано: ${pulled.held.length}`] : []),
        ...pulled.offers.map(({ article: other, headline, lines }) => `  подойдёт: ${other}  ${headline}, ${linesOf(lines)}`),
      ]
    : []),
]

export const actCommand: Command = {
  name: 'act',
  synopsis: 'act ПАПКА ДЕЙСТВИЕ МАТЕРИАЛ… --as СОТРУДНИК [--issue НОМЕР] [--remark ТЕКСТ]',
  summary: `действие с материалами: ${workflowActions.join(', ')}; «all» с --issue — все материалы номера`,
  words: [3, Number.POSITIVE_INFINITY],
  flags: [],
  values: ['as', 'issue', 'remark'],
  run: async (line, context) => {
    const person = required(line, 'as')
    const action = oneOf('действие', word(line, 1), workflowActions)
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    await signInFor(context, person)
    const articles = await selectArticles(context, line, line.words.slice(2))
    const outcomes = await context.call(workflowApi.act, { action, articles, remark: optional(line, 'remark') ?? '' }, person)
    return { value: outcomes, lines: outcomes.flatMap(tellOutcome) }
  },
}

const listArticles = async (context: CommandContext, only: string | null): Promise<CommandOutput> => {
  const articles = await allArticles(context, only)
  // The pages of what is out are of no use here, and there may be hundreds of issues.
  const open = (await context.call(issueApi.list, {})).filter(({ status }) => status !== 'published' && status !== 'archived')
  const issues = only === null ? open.map(({ serial }) => serial) : [only]
  const overset = new Map<string, number>()
  for (const issue of issues)
    for (const fit of (await context.call(layoutApi.fit, { issue })).fits) overset.set(fit.article, fit.overset)
  const value = articles.map((article) => ({ ...article, overset: overset.get(article.id) ?? null }))
  const lines = value.map((a) => [a.id, statusLabels[a.status], a.page === null ? '—' : `с. ${a.page}`, a.headline].join('  '))
  return { value, lines: lines.length > 0 ? lines : ['Материалов нет.'] }
}

const kinds = ['articles', 'issues', 'channels', 'staff'] as const

export const listCommand: Command = {
  name: 'list',
  synopsis: 'list ПАПКА articles|issues|channels|staff [--issue НОМЕР]',
  summary: 'показать материалы, номера, каналы или сотрудников',
  words: [2, 2],
  flags: [],
  values: ['issue'],
  run: async (line, context) => {
    const kind = oneOf('список', word(line, 1), kinds)
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    if (kind === 'articles') {
      const wanted = optional(line, 'issue')
      return listArticles(context, wanted === undefined ? null : await selectIssue(context, wanted))
    }
    if (kind === 'issues') {
      const issues = await context.call(issueApi.list, {})
      return {
        value: issues,
        lines: issues.map((i) => `${i.serial}  ${i.plannedFor}  полос ${i.pages}, материалов ${i.articles}`),
      }
    }
    if (kind === 'channels') {
      const channels = await context.call(publishingApi.channels, {})
      return { value: channels, lines: channels.map((c) => `${c.id}  ${c.kind}${c.connected ? '' : '  нет ключа'}`) }
    }
    const staff = await context.call(staffApi.list, {})
    return { value: staff, lines: staff.map((member) => `${member.id}  ${member.name}`) }
  },
}
