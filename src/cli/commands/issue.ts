import { issueApi } from '../../shared/issue/api.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, optional, required, WrongUsage, wholeNumber, word } from '../command.ts'
import { allArticles, selectIssue } from '../select.ts'
import { actingFor } from './signing.ts'

/** Null where nothing is asked for: the publication's own number. */
const columnsOf = (value: string | null): 4 | 5 | 6 | null => {
  if (value === null) return null
  const columns = wholeNumber('--columns', value, 4, 6)
  return columns === 4 ? 4 : columns === 5 ? 5 : 6
}

const dateOf = (value: string): string => {
  const real = /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value
  if (!real) throw new WrongUsage(`--date: «${value}» — нужна дата вида 2026-11-25`)
  return value
}

export const issueCreateCommand: Command = {
  name: 'issue create',
  synopsis: 'issue create ПАПКА --date ГГГГ-ММ-ДД --pages N [--columns 4|5|6] [--as СОТРУДНИК]',
  summary: 'завести номер',
  words: [1, 1],
  flags: [],
  values: ['date', 'pages', 'columns', 'as'],
  run: async (line, context) => {
    const { call } = context
    const plannedFor = dateOf(required(line, 'date'))
    const pages = wholeNumber('--pages', required(line, 'pages'), 1, 64)
    const columns = columnsOf(optional(line, 'columns') ?? null)
    await call(workspaceApi.open, { folder: word(line, 0) })
    const { serial } = await call(issueApi.create, { plannedFor, pages, columns }, await actingFor(line, context))
    return { value: { serial }, lines: [`Номер заведён: ${serial}`] }
  },
}

export const issueFillCommand: Command = {
  name: 'issue fill',
  synopsis: 'issue fill ПАПКА --issue НОМЕР [МАТЕРИАЛ…] [--as СОТРУДНИК]',
  summary: 'разложить материалы по полосам; без списка — все неразмещённые по порядку',
  words: [1, Number.POSITIVE_INFINITY],
  flags: [],
  values: ['issue', 'as'],
  run: async (line, context) => {
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    const issue = await selectIssue(context, required(line, 'issue'))
    const articles = line.words.slice(1)
    const person = await actingFor(line, context)
    const filled = await context.call(issueApi.fill, { issue, articles: articles.length > 0 ? [...articles] : null }, person)
    const whole = filled.placed.filter(({ overset }) => overset <= 0).length
    const left = new Set(filled.left)
    const waiting = left.size === 0 ? [] : (await allArticles(context, null)).filter(({ id }) => left.has(id))
    return {
      value: filled,
      lines: [
        `Размещено: ${filled.placed.length}, без хвоста: ${whole}. Не нашлось места: ${left.size}.`,
        ...waiting.map(({ id, headline }) => `  ${id}  ${headline || 'без заголовка'}`),
        ...(left.size > 0 ? ['Они целы и ждут без места: поставьте их в другой номер или освободите полосы.'] : []),
      ],
    }
  },
}
