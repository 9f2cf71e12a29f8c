import { failure, type Result, success } from '../../shared/api/result.ts'
import type { IssueSigning } from '../../shared/signoff/record.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { hashOf } from './page-content.ts'
import { findPage, pageBlockers } from './sign-page.ts'
import { roleFor, signAct } from './signer.ts'
import { isReady, issueStanding, pageStandings } from './standing.ts'

const safe = 'Номер не подписан.'

/** Signs an issue «в печать» as the person saw it (rule W18): every page signed or at the printer. Its time goes into the imprint. */
export const signIssue = async (
  newsroom: Newsroom,
  { issue: serial, seen }: { readonly issue: string; readonly seen: string },
  person: string | null,
): Promise<Result<{ readonly at: number }>> => {
  const found = await findPage(newsroom, serial, 1)
  if (!found.ok) return found
  const role = roleFor(newsroom, person, 'signIssue')
  if (!role.ok) return role
  const issue = found.value
  const pages = pageStandings(newsroom, issue, await layoutOf(newsroom, serial, 'approved'))
  const { content } = issueStanding(newsroom, issue, pages)
  if (!content) {
    const waiting = pages.filter((page) => !isReady(page)).map(({ page }) => page)
    return failure('notApproved', `Не подписаны полосы: ${waiting.join(', ')}.`, { safe, todo: 'Подпишите их и повторите.' })
  }
  if (hashOf(content) !== seen)
    return failure('conflict', `Номер ${serial} изменился, пока вы его смотрели.`, { safe, todo: 'Посмотрите полосы ещё раз.' })
  const whole = pages.map(({ page }) => page)
  const owed = (await pageBlockers(newsroom, issue, whole)).find(({ rule }) => rule === 'C01')
  if (owed) return failure('preflight', owed.message, { safe, todo: owed.todo })
  const id = newsroom.environment.newId()
  const act = { action: 'signIssue' as const, role: role.value, issue: serial, signing: id, contentHash: seen }
  const signed = await signAct(newsroom, person, act)
  if (!signed.ok) return signed
  const signing: IssueSigning = { id, role: role.value, contentHash: seen, content, ...signed.value }
  await newsroom.signOffs.change(serial, (record) => ({ ...record, issue: [...record.issue, signing] }))
  if (issue.status === 'planned' || issue.status === 'inProgress') await newsroom.issues.setStatus(serial, 'signed')
  // The time stands in the imprint from now on: the pages are drawn anew.
  newsroom.emit({ type: 'changed', feature: 'issue', id: serial })
  newsroom.emit({ type: 'changed', feature: 'signoff', id: serial })
  return success({ at: signing.at })
}
