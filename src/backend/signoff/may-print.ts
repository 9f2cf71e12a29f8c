import type { IssueLayout } from '../../layout/input.ts'
import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import type { ContentSource } from '../layout/layout-stories.ts'
import type { Newsroom } from '../newsroom.ts'
import { isReady, issueStanding, pageStandings } from './standing.ts'
import { whyVoid } from './words.ts'

const safe = 'Файл не записан, прежний не изменён.'
const shown = 4

/**
 * May these pages go to the printer? Where people sign, a whole issue needs its signature and a part of it those of its
 * pages (rule W18); where nobody does, nothing is asked for but that no page is being replaced.
 */
export const mayPrint = async (
  newsroom: Newsroom,
  issue: Issue,
  pages: readonly number[],
  layoutOf: (newsroom: Newsroom, serial: string, source: ContentSource) => Promise<IssueLayout>,
): Promise<Result<null>> => {
  const { replacing } = newsroom.signOffs.of(issue.serial)
  const open = pages.filter((page) => replacing[page])
  if (open.length > 0)
    return failure('notApproved', `Идёт замена полосы ${open.join(', ')}: прежний файл уже не действует, нового ещё нет.`, {
      safe,
      todo: 'Подпишите полосу и отправьте её снова.',
    })
  if (!newsroom.ledger.begun()) return success(null)
  const standings = pageStandings(newsroom, issue, await layoutOf(newsroom, issue.serial, 'approved'))
  const waiting = standings.filter((standing) => pages.includes(standing.page) && !isReady(standing))
  if (waiting.length > 0) {
    const names = waiting.slice(0, shown).map((standing) => {
      const [why] = whyVoid(newsroom, standing)
      return `${standing.page}${why === undefined ? '' : ` (${why})`}`
    })
    const more = waiting.length > shown ? ` и ещё ${waiting.length - shown}` : ''
    return failure('notApproved', `Не подписаны полосы: ${names.join(', ')}${more}.`, {
      safe,
      todo: 'Пусть главный редактор подпишет их в разделе «На подпись» или запишите черновик.',
    })
  }
  if (pages.length < issue.pages || issueStanding(newsroom, issue, standings).isSigned) return success(null)
  return failure('notApproved', `Номер ${issue.serial} не подписан в печать.`, {
    safe,
    todo: 'Пусть главный редактор подпишет его в разделе «На подпись» или запишите черновик.',
  })
}
