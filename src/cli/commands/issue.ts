import { resolve } from 'node:path'
import { exportApi, exportTargets } from '../../shared/export/api.ts'
import { issueApi } from '../../shared/issue/api.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, oneOf, optional, required, WrongUsage, wholeNumber, word } from '../command.ts'
import { selectIssue } from '../select.ts'

const columnsOf = (value: string): 4 | 5 | 6 => {
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
  synopsis: 'issue create ПАПКА --date ГГГГ-ММ-ДД --pages N [--columns 4|5|6]',
  summary: 'завести номер',
  words: [1, 1],
  flags: [],
  values: ['date', 'pages', 'columns'],
  run: async (line, { call }) => {
    const plannedFor = dateOf(required(line, 'date'))
    const pages = wholeNumber('--pages', required(line, 'pages'), 1, 64)
    const columns = columnsOf(optional(line, 'columns') ?? '5')
    await call(workspaceApi.open, { folder: word(line, 0) })
    const { serial } = await call(issueApi.create, { plannedFor, pages, columns })
    return { value: { serial }, lines: [`Номер заведён: ${serial}`] }
  },
}

export const issueFillCommand: Command = {
  name: 'issue fill',
  synopsis: 'issue fill ПАПКА --issue НОМЕР [МАТЕРИАЛ…]',
  summary: 'разложить материалы по полосам; без списка — все неразмещённые по порядку',
  words: [1, Number.POSITIVE_INFINITY],
  flags: [],
  values: ['issue'],
  run: async (line, { call, ...context }) => {
    await call(workspaceApi.open, { folder: word(line, 0) })
    const issue = await selectIssue({ call, ...context }, required(line, 'issue'))
    const articles = line.words.slice(1)
    const filled = await call(issueApi.fill, { issue, articles: articles.length > 0 ? [...articles] : null })
    const whole = filled.placed.filter(({ overset }) => overset <= 0).length
    return {
      value: filled,
      lines: [`Размещено: ${filled.placed.length}, без хвоста: ${whole}. Не нашлось места: ${filled.left.length}.`],
    }
  },
}

export const exportCommand: Command = {
  name: 'export',
  synopsis: 'export ПАПКА --issue НОМЕР --to print|web --out ФАЙЛ [--pages 4,5,12-13] [--draft]',
  summary: 'записать PDF для типографии или для сайта; --draft — черновик с пометкой',
  words: [1, 1],
  flags: ['draft'],
  values: ['issue', 'to', 'out', 'pages'],
  run: async (line, { call, environment, backend, progress, ...context }) => {
    const to = oneOf('--to', required(line, 'to'), exportTargets)
    const file = resolve(required(line, 'out'))
    const wanted = required(line, 'issue')
    await call(workspaceApi.open, { folder: word(line, 0) })
    const issue = await selectIssue({ call, environment, backend, progress, ...context }, wanted)
    const job = environment.newId()
    const stop = backend.subscribe((event) => {
      if (event.type === 'jobProgress' && event.job === job) progress(event.label)
    })
    try {
      const pages = optional(line, 'pages') ?? null
      const outcome = await call(exportApi.run, { issue, to, file, pages, draft: line.flags.has('draft'), job })
      const size = `${Math.ceil(outcome.bytes / 1024)} КБ`
      return { value: outcome, lines: [...outcome.warnings, `Записан ${outcome.file}: полос ${outcome.pages}, ${size}.`] }
    } finally {
      stop()
    }
  },
}
