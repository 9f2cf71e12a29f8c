import { searchApi } from '../../shared/search/api.ts'
import { statusLabels } from '../../shared/workflow/labels.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, optional, wholeNumber, word } from '../command.ts'
import { selectIssue } from '../select.ts'

export const findTextCommand: Command = {
  name: 'find',
  synopsis: 'find ПАПКА СЛОВО… [--issue НОМЕР] [--limit N]',
  summary: 'найти материалы по словам, «фразам», номерам; слова — в любой форме',
  words: [2, Number.POSITIVE_INFINITY],
  flags: [],
  values: ['issue', 'limit'],
  run: async (line, context) => {
    const limit = wholeNumber('--limit', optional(line, 'limit') ?? '20', 1, 100)
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    const wanted = optional(line, 'issue')
    const issue = wanted === undefined ? null : await selectIssue(context, wanted)
    const query = line.words.slice(1).join(' ')
    const value = await context.call(searchApi.find, { query, limit, issue, whole: true })
    const lines = value.hits.flatMap(({ article, headline, status, issue, page, snippet }) => [
      [article, statusLabels[status], issue === null ? '—' : `№ ${issue}, с. ${page}`, headline.text].join('  '),
      `    ${snippet.text}`,
    ])
    const more = value.total > value.hits.length ? [`Показано ${value.hits.length} из ${value.total}.`] : []
    return { value, lines: lines.length > 0 ? [...lines, ...more] : ['Ничего не нашлось.'] }
  },
}
