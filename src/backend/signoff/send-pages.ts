import { failure, type Result, success } from '../../shared/api/result.ts'
import type { SentPage } from '../../shared/signoff/record.ts'
import { makePages, mayLeave } from '../export/make-pages.ts'
import { findPrinter } from '../export/printers.ts'
import { exportName, frozenTargets } from '../export/target-file.ts'
import { writeBeside } from '../export/write-beside.ts'
import { layoutOf } from '../layout/layout-service.ts'
import type { Newsroom } from '../newsroom.ts'
import { publicationOf } from '../settings/publication-of.ts'
import { frozenPages } from './guard-sent.ts'
import { stampedLine } from './imprint.ts'
import { displayOf, hasSlot } from './page-content.ts'
import { otherPrinter, sentPrinter } from './sent-printer.ts'
import { findPage } from './sign-page.ts'
import { roleFor, signAct } from './signer.ts'
import { issueStanding, type PageStanding, pageStandings } from './standing.ts'
import { whyVoid } from './words.ts'

export interface SendRequest {
  readonly issue: string
  readonly pages: readonly number[]
  readonly profile: string | null
  readonly job: string
}

const safe = 'Ничего не отправлено.'

/** Why a page may not go to the printer now; null where it may. */
const refusalOf = (newsroom: Newsroom, { page, sent, isSigned, ...standing }: PageStanding): Result<never> | null => {
  if (sent)
    return failure('conflict', `Полоса ${page} уже в типографии: файл ${sent.file}.`, {
      safe,
      todo: 'Чтобы отправить другую, начните замену полосы.',
    })
  if (isSigned) return null
  const [why] = whyVoid(newsroom, { page, sent, isSigned, ...standing })
  const reason = why === undefined ? '' : `: ${why}`
  return failure('notApproved', `Полоса ${page} не подписана${reason}.`, { safe, todo: 'Пусть её подпишет главный редактор.' })
}

/**
 * Sends signed pages to the printer ahead of the others (rule W19): each becomes a file of its own that is kept and never
 * made again. A page that is replaced gets the next version and the reason for it.
 */
export const sendPages = async (
  newsroom: Newsroom,
  { issue: serial, pages, profile, job }: SendRequest,
  person: string | null,
): Promise<Result<{ readonly files: readonly string[] }>> => {
  const found = await findPage(newsroom, serial, Math.max(...pages))
  if (!found.ok) return found
  const issue = found.value
  const role = roleFor(newsroom, person, 'sendPage')
  if (!role.ok) return role
  const printer = findPrinter(newsroom.printers, profile)
  if (!printer.ok) return printer
  const layout = await layoutOf(newsroom, serial, 'approved')
  const standings = pageStandings(newsroom, issue, layout)
  const chosen = standings.filter(({ page }) => pages.includes(page))
  for (const standing of chosen) {
    const refused = refusalOf(newsroom, standing)
    if (refused) return refused
    if (
      hasSlot(displayOf(layout, standing.page), stampedLine(newsroom, issue)) &&
      !issueStanding(newsroom, issue, standings).isSigned
    )
      return failure('conflict', `На полосе ${standing.page} стоит время подписи в печать, а номер ещё не подписан.`, {
        safe,
        todo: 'Отправьте её после подписи номера.',
      })
  }
  const other = otherPrinter(serial, frozenPages(newsroom, serial), printer.value)
  if (other) return other
  const leaving = await mayLeave(newsroom, issue, pages)
  if (!leaving.ok) return leaving
  const wish = { issue, to: 'print' as const, draft: false, printer: printer.value, pages: chosen.map(({ page }) => page) }
  const made = await makePages(
    newsroom,
    { ...wish, apart: true },
    {
      layoutOf,
      cancelled: () => false,
      progress: (done, label) => newsroom.emit({ type: 'jobProgress', job, done, total: chosen.length, label }),
    },
  )
  if (!made.ok) return made
  const before = newsroom.signOffs.of(serial)
  const files: string[] = []
  for (const [at, { page, replacing }] of chosen.entries()) {
    const composed = made.value.files[at]
    if (!composed) throw new Error(`no file of page ${page}`)
    const bytes = Buffer.concat(composed.parts)
    const version = 1 + Math.max(0, ...before.sent.filter((each) => each.page === page).map((each) => each.version))
    const { name } = publicationOf(newsroom, issue)
    const file = `${exportName(name, { ...wish, pages: null }, page)}${version > 1 ? `_v${version}` : ''}.pdf`
    const fileHash = await newsroom.signOffs.keep(bytes)
    const facts = { page, version, file, fileHash, reason: replacing?.reason ?? '' }
    // A change while the file was made would have it show another page than the one that was signed.
    const still = pageStandings(newsroom, issue, await layoutOf(newsroom, serial, 'approved')).find((each) => each.page === page)
    if (!still?.isSigned || still.signing?.contentHash === undefined)
      return failure('changedAfterApproval', `Полоса ${page} изменилась, пока готовился её файл.`, {
        safe: files.length > 0 ? `Отправлены: ${files.join(', ')}.` : safe,
        todo: 'Подпишите её ещё раз.',
      })
    const id = newsroom.environment.newId()
    const { contentHash } = still.signing
    const printedBy = sentPrinter(printer.value)
    const told = { signing: id, contentHash, ...facts, printer: printedBy.hash }
    const signed = await signAct(newsroom, person, { action: 'sendPage', role: role.value, issue: serial, ...told })
    if (!signed.ok) return signed
    const whole = { id, role: role.value, contentHash, bytes: bytes.length, ...facts, printer: printedBy }
    const sent: SentPage = { ...whole, ...signed.value }
    await newsroom.signOffs.change(serial, (record) => {
      const { [page]: _ended, ...replacingOthers } = record.replacing
      return { ...record, sent: [...record.sent, sent], replacing: replacingOthers }
    })
    const target = await frozenTargets(newsroom, null, [sent])
    if (!target.ok) return target
    for (const path of target.value) {
      const written = await writeBeside(newsroom.environment, path, async (write) => success(await write(bytes)))
      if (!written.ok) return written
      files.push(path)
    }
    newsroom.emit({ type: 'changed', feature: 'signoff', id: serial })
  }
  return success({ files })
}

/** Begins the replacement of a sent page: from now on it may be changed, and its old file is not printed. */
export const replacePage = async (
  newsroom: Newsroom,
  { issue: serial, page, reason }: { readonly issue: string; readonly page: number; readonly reason: string },
  person: string | null,
): Promise<Result<Record<string, never>>> => {
  const found = await findPage(newsroom, serial, page)
  if (!found.ok) return found
  const role = roleFor(newsroom, person, 'sendPage')
  if (!role.ok) return role
  const record = newsroom.signOffs.of(serial)
  if (!record.sent.some((sent) => sent.page === page) || record.replacing[page])
    return failure(
      'conflict',
      record.replacing[page] ? `Замена полосы ${page} уже идёт.` : `Полоса ${page} не отправлена: заменять нечего.`,
      { safe: 'Ничего не изменено.' },
    )
  const replacement = { person: person ?? '', at: newsroom.environment.now(), reason }
  await newsroom.signOffs.change(serial, (now) => ({ ...now, replacing: { ...now.replacing, [page]: replacement } }))
  newsroom.emit({ type: 'changed', feature: 'signoff', id: serial })
  return success({})
}
