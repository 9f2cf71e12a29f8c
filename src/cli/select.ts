import { type ArticleSummary, articleApi, pageLimit } from '../shared/article/api.ts'
import { issueApi } from '../shared/issue/api.ts'
import { type CommandContext, type CommandLine, optional, Refused, WrongUsage } from './command.ts'

/** The issue a person means: by its whole serial «47 (1295)», or by either number where only one issue has it. */
export const selectIssue = async (context: CommandContext, wanted: string): Promise<string> => {
  const issues = await context.call(issueApi.list, {})
  const exact = issues.find(({ serial }) => serial === wanted)
  if (exact) return exact.serial
  const near = issues.filter(
    ({ serial }) => serial.split(/[ ()]+/).includes(wanted) || serial.replace(/^(\d+) \((\d+)\)$/, '$1-$2') === wanted,
  )
  if (near.length === 1 && near[0]) return near[0].serial
  throw new Refused({
    code: 'notFound',
    what: `Номера «${wanted}» в этой редакции нет.`,
    todo: issues.length > 0 ? `Есть: ${issues.map(({ serial }) => serial).join(', ')}.` : 'Создайте его: newsroom issue create.',
  })
}

/** Every article, or those of one issue, in order of import. */
export const allArticles = async (context: CommandContext, issue: string | null): Promise<ArticleSummary[]> => {
  const articles: ArticleSummary[] = []
  for (;;) {
    const scope = issue === null ? 'all' : 'issue'
    const { items, total } = await context.call(articleApi.page, { issue, scope, from: articles.length, count: pageLimit })
    articles.push(...items)
    if (items.length === 0 || articles.length >= total) return articles
  }
}

/** The articles a line names: ids, or `all` for every article of the issue given with `--issue`. */
export const selectArticles = async (context: CommandContext, line: CommandLine, words: readonly string[]): Promise<string[]> => {
  if (!words.includes('all')) return [...words]
  if (words.length > 1) throw new WrongUsage('«all» пишется один')
  const wanted = optional(line, 'issue')
  if (wanted === undefined) throw new WrongUsage('с «all» нужен ключ --issue')
  const issue = await selectIssue(context, wanted)
  const articles = await allArticles(context, issue)
  if (articles.length === 0) throw new Refused({ code: 'notFound', what: `В номере ${issue} нет материалов.` })
  return articles.map(({ id }) => id)
}
