import { failure, type Result, success } from '../../shared/api/result.ts'
import type { Issue } from '../../shared/issue/issue.ts'
import { blocks, type Finding } from '../../shared/preflight/finding.ts'
import { frozenPage, type PageSigning } from '../../shared/signoff/record.ts'
import { findPrinter } from '../export/printers.ts'
import { standingOf } from '../export/release.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { findOnPages, settleFindings } from '../preflight/findings.ts'
import { actOn } from '../workflow/act.ts'
import { displayOf, hashOf, pageContent } from './page-content.ts'
import { roleFor, signAct } from './signer.ts'

/** A page of an issue, or why there is none. */
export const findPage = async (newsroom: Newsroom, serial: string, page: number): Promise<Result<Issue>> => {
  const issue = await newsroom.issues.get(serial)
  if (!issue) return failure('notFound', `Номера ${serial} нет в этой редакции.`, { todo: 'Выберите номер из списка.' })
  if (page > issue.pages)
    return failure('notFound', `Полосы ${page} в номере ${serial} нет: в нём ${issue.pages}.`, { safe: 'Ничего не изменено.' })
  return success(issue)
}

/** What the signature itself mends: articles that wait for an approval. */
const mended: ReadonlySet<string> = new Set(['R01', 'R02', 'R04'])

/** What stands against signing a page beside articles that wait to be approved. */
export const pageBlockers = async (newsroom: Newsroom, issue: Issue, pages: readonly number[]): Promise<readonly Finding[]> => {
  const printer = findPrinter(newsroom.printers, null)
  if (!printer.ok) return []
  const examined = { issue, layout: await layoutOf(newsroom, issue.serial, 'current'), pages, printer: printer.value }
  const found = await findOnPages(newsroom, examined, 'print')
  return settleFindings(newsroom, examined, found).filter((finding) => blocks(finding) && !mended.has(finding.rule))
}

/** The articles of a page that are not approved as they stand. */
export const waitingOn = async (newsroom: Newsroom, articles: readonly string[]): Promise<readonly string[]> => {
  const waiting: string[] = []
  for (const article of articles) if ((await standingOf(newsroom, article)) !== 'approved') waiting.push(article)
  return waiting
}

const notSigned = { safe: 'Полоса не подписана.' } as const

const changedMeanwhile = (page: number): Result<never> =>
  failure('conflict', `Полоса ${page} изменилась, пока вы её смотрели.`, {
    ...notSigned,
    todo: 'Посмотрите, что изменилось, и подпишите ещё раз.',
  })

/** What a person saw of a page when they signed it: the hash of its content. */
export interface SeenPage {
  readonly issue: string
  readonly page: number
  readonly seen: string
}

/**
 * Signs a page as the person saw it (rule W16): its articles that wait are approved first, each with a record of its own.
 * Nothing is signed that is not the page of the approved articles.
 */
export const signPage = async (
  newsroom: Newsroom,
  { issue: serial, page, seen }: SeenPage,
  person: string | null,
): Promise<Result<{ readonly approved: readonly string[] }>> => {
  const found = await findPage(newsroom, serial, page)
  if (!found.ok) return found
  const role = roleFor(newsroom, person, 'signPage')
  if (!role.ok) return role
  if (frozenPage(newsroom.signOffs.of(serial), page))
    return failure('conflict', `Полоса ${page} уже в типографии.`, {
      ...notSigned,
      todo: 'Чтобы изменить её, начните замену полосы.',
    })
  const display = displayOf(await layoutOf(newsroom, serial, 'current'), page)
  const content = pageContent(newsroom, found.value, display)
  if (hashOf(content) !== seen) return changedMeanwhile(page)
  const [blocker] = await pageBlockers(newsroom, found.value, [page])
  if (blocker) return failure('preflight', `Полоса ${page}: ${blocker.message}`, { ...notSigned, todo: blocker.todo })
  const waiting = await waitingOn(
    newsroom,
    content.stories.map(({ article }) => article),
  )
  if (waiting.length > 0) {
    const approved = await actOn(newsroom, 'approve', waiting, person, '')
    if (!approved.ok) return approved
  }
  const now = await newsroom.issues.get(serial)
  if (!now || hashOf(pageContent(newsroom, now, displayOf(await layoutOf(newsroom, serial, 'approved'), page))) !== seen)
    return failure('conflict', `На полосу ${page} идёт то, что ещё не утверждено на других полосах.`, {
      safe: 'Материалы этой полосы утверждены, сама она не подписана.',
      todo: 'Подпишите сначала полосы, которые она анонсирует или продолжает.',
    })
  const id = newsroom.environment.newId()
  const kept = await newsroom.proofs.keep(display)
  const act = { action: 'signPage' as const, role: role.value, issue: serial, page, signing: id, contentHash: seen }
  const signed = await signAct(newsroom, person, act)
  if (!signed.ok) return signed
  const signing: PageSigning = { id, role: role.value, contentHash: seen, content, display: kept, ...signed.value }
  await newsroom.signOffs.change(serial, (record) => ({ ...record, pages: [...record.pages, signing] }))
  newsroom.emit({ type: 'changed', feature: 'signoff', id: serial })
  return success({ approved: waiting })
}
