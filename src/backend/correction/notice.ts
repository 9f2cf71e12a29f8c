import { type ArticleContent, type Block, emptyContent } from '../../shared/article/content.ts'
import { emptyAssignment } from '../../shared/assignment/assignment.ts'
import type { Correction } from '../../shared/correction/correction.ts'
import { quoted } from '../../shared/language/quoted.ts'
import type { Newsroom } from '../newsroom.ts'
import { newWorkflowRecord, nextOrder } from '../workflow/act.ts'
import { nextIssueAfter } from './printed.ts'

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  attrs: { kind: 'paragraph', medium: 'printOnly' },
  content: [{ type: 'text', text }],
})

/** «25 ноября 2026 года» of a date as YYYY-MM-DD. */
const inWords = (date: string): string =>
  `${new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(date))} ${date.slice(0, 4)} года`

/** The words of a notice: the number, the page and the mistake stand there; a person reads them and has them approved. */
const noticeContent = (correction: Correction, headline: string): ArticleContent => {
  const { print, kind, wrong, right } = correction
  if (!print) throw new Error('поправка к тому, чего не печатали')
  const where = `В № ${print.issue} от ${inWords(print.plannedFor)}, на с. ${print.page}, в материале ${quoted(headline)}`
  const said = wrong === '' ? 'допущена ошибка' : `напечатано: ${quoted(wrong)}`
  const lines =
    kind === 'correction'
      ? [`${where} ${said}.`, ...(right === '' ? [] : [`Следует читать: ${quoted(right)}.`]), 'Приносим извинения читателям.']
      : [
          `${where} ${said}. Это не соответствует действительности.`,
          ...(right === '' ? [] : [right]),
          'Редакция опровергает эти сведения и приносит извинения читателям.',
        ]
  return {
    ...emptyContent,
    headline: kind === 'correction' ? 'Поправка' : 'Опровержение',
    body: lines.map(paragraph),
  }
}

/** Makes the article in which the next issue says what was wrong; resolves with its id. */
export const makeNotice = async (newsroom: Newsroom, correction: Correction): Promise<string | null> => {
  const { print, article, person } = correction
  if (!print) return null
  const { articles, workflow, environment } = newsroom
  const headline = articles.entry(article)?.headline || 'без заголовка'
  const issue = nextIssueAfter(newsroom, print.plannedFor)
  const note = `${correction.kind === 'correction' ? 'Поправка' : 'Опровержение'} к материалу ${quoted(headline)}, № ${print.issue}, с. ${print.page}.`
  const order = nextOrder(newsroom)
  const id = await articles.create(noticeContent(correction, headline), { assignment: { ...emptyAssignment, issue, note } })
  await workflow.put(id, newWorkflowRecord('assigned', 'create', person, environment.now(), order))
  newsroom.emit({ type: 'changed', feature: 'article', id })
  newsroom.emit({ type: 'changed', feature: 'workflow', id })
  return id
}
