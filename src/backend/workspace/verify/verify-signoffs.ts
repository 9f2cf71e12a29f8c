import { join } from 'node:path'
import type { Issue } from '../../../shared/issue/issue.ts'
import { isSignOff } from '../../../shared/ledger/entry.ts'
import type { BrokenKind } from '../../../shared/ledger/verification.ts'
import type { Publication } from '../../../shared/settings/settings.ts'
import { compareInputs } from '../../../shared/signoff/page-content.ts'
import { pageName } from '../../../shared/signoff/page-name.ts'
import { frozenPage, lastSigning, type SignOffRecord } from '../../../shared/signoff/record.ts'
import { advertHash, advertType } from '../../advert/advert-store.ts'
import { serialOf } from '../../issue/issue-store.ts'
import type { Ledger } from '../../ledger/ledger-store.ts'
import { sha256Bytes } from '../../ledger/signature.ts'
import { openProofStore, type ProofStore } from '../../proof/proof-store.ts'
import { drawnHash, hashOf, type PageSources, pageInputs } from '../../signoff/page-content.ts'
import { type SignedRecord, signedIssue, signedPage, signedSending, signOffMismatch } from '../../signoff/signature.ts'
import { sentFilePath, signOffFolder, signOffType } from '../../signoff/signoff-store.ts'
import { documentNames } from '../../store/document.ts'
import { unless } from '../../store/files.ts'
import { readJsonFile } from '../../store/json-file.ts'
import { openRecordStore, recordPath } from '../../store/record-store.ts'
import type { VerifiedArticles } from './verify-articles.ts'
import type { VerifiedIssues } from './verify-issues.ts'
import type { Verifying } from './verifying.ts'

interface Known {
  readonly ledger: Ledger
  readonly publication: Publication
  readonly articles: VerifiedArticles
  readonly issues: VerifiedIssues
}

/** What stands against one signed record; null when it is what was signed. */
const faultOf = (ledger: Ledger, signed: SignedRecord): string | null => {
  if (signed.entry === null) {
    const beganAt = ledger.beganAt()
    return beganAt !== null && signed.at >= beganAt ? 'подписи ключом под ней нет' : null
  }
  const linked = ledger.entry(signed.entry)
  return linked ? signOffMismatch(signed, linked) : 'подписи под ней нет в журнале'
}

/** States of an issue after which its plan may be anything: what was printed is printed. */
const past: ReadonlySet<string> = new Set(['published', 'archived'])

/** Pages whose last signature is said to hold and that are other pages now. */
const changedPages = (sources: PageSources, issue: Issue, record: SignOffRecord): readonly number[] => {
  if (past.has(issue.status)) return []
  return [...new Set(record.pages.map(({ content }) => content.page))].filter((page) => {
    const signing = lastSigning(record, page)
    if (!signing || record.changed.includes(signing.id) || frozenPage(record, page)) return false
    return compareInputs(signing.content, pageInputs(sources, issue, page)).length > 0
  })
}

/** Pages whose kept look is not the one that was signed: the signature is for its hash without the times of the signature. */
const redrawnPages = async (proofs: ProofStore, record: SignOffRecord): Promise<readonly number[]> => {
  const redrawn: number[] = []
  for (const page of new Set(record.pages.map(({ content }) => content.page))) {
    const signing = lastSigning(record, page)
    const display = signing && (await proofs.page(signing.display))
    // The settings may have moved the line of the signature since.
    const lines = display?.items.flatMap(({ tag }) => (tag.role === 'imprint' ? [tag.block] : [])) ?? []
    const isSame = display && [-1, ...new Set(lines)].some((line) => drawnHash(display, line) === signing.content.drawn)
    if (!isSame) redrawn.push(page)
  }
  return redrawn
}

/** Everything that was signed of one issue, with what it is called in a report. */
const signedIn = (serial: string, { pages, issue, sent }: SignOffRecord) => [
  ...pages.map((signing) => ({
    ...{ kind: 'page' as BrokenKind, id: pageName(serial, signing.content.page) },
    ...{ signed: signedPage(signing), isWhole: hashOf(signing.content) === signing.contentHash },
  })),
  ...issue.map((signing) => ({
    ...{ kind: 'issue' as BrokenKind, id: serial },
    ...{ signed: signedIssue(signing), isWhole: hashOf(signing.content) === signing.contentHash },
  })),
  ...sent.map((each) => ({
    ...{ kind: 'page' as BrokenKind, id: pageName(serial, each.page) },
    ...{ signed: signedSending(serial, each), isWhole: true },
  })),
]

/** Signatures under pages and issues, and the files that went to the printer, held against the ledger and the folder. */
export const verifySignOffs = async (verifying: Verifying, known: Known): Promise<void> => {
  const { environment, folder, tell, told } = verifying
  const { files } = environment
  const { ledger } = known
  const adverts = await openRecordStore(files, join(folder, 'adverts'), advertType, true, () => undefined)
  const sources: PageSources = {
    publication: known.publication,
    articleHash: (article) => known.articles.sound.get(article)?.contentHash ?? null,
    advertHash: (advert) => {
      const record = adverts.get(advert)
      return record && !record.withdrawn ? advertHash(record.content) : null
    },
  }
  const proofs = await openProofStore(files, folder, true, () => undefined)
  const entries = new Set<string>()
  const signed = new Set<string>()
  for (const name of [...documentNames((await files.list(signOffFolder(folder))).map((file) => file.name))].sort()) {
    const serial = serialOf(name)
    const read = await readJsonFile(files, recordPath(signOffFolder(folder), name), signOffType, false).catch(() => null)
    if (!read?.value || read.setAside !== null) {
      tell({ kind: 'issue', id: serial, reason: 'запись о подписях номера не читается' })
      continue
    }
    const record = read.value
    if (record.issue.length > 0) signed.add(serial)
    for (const { kind, id, signed, isWhole } of signedIn(serial, record)) {
      const fault = isWhole ? faultOf(ledger, signed) : 'то, что подписано, изменено'
      if (fault !== null) tell({ kind, id, reason: fault })
      const entry = signed.entry === null ? undefined : ledger.entry(signed.entry)?.entry
      if (signed.entry !== null) entries.add(signed.entry)
      if (entry) told.note(entry)
    }
    for (const { page, fileHash } of record.sent) {
      const bytes = await unless('ENOENT', files.read(sentFilePath(folder, fileHash)), null)
      if (!bytes || sha256Bytes(bytes) !== fileHash)
        tell({ kind: 'page', id: pageName(serial, page), reason: 'файл, отправленный в типографию, изменён или удалён' })
    }
    for (const page of await redrawnPages(proofs, record))
      tell({ kind: 'page', id: pageName(serial, page), reason: 'вид подписанной полосы подменён или удалён' })
    const issue = known.issues.get(serial)
    if (issue === undefined && (record.pages.length > 0 || record.sent.length > 0))
      tell({ kind: 'issue', id: serial, reason: 'номера, полосы которого подписаны, в папке нет' })
    if (!issue) continue
    for (const page of changedPages(sources, issue, record))
      tell({ kind: 'page', id: pageName(serial, page), reason: 'полоса изменена после подписи не программой' })
  }
  for (const subject of ledger.signedOff()) {
    const newest = ledger.signOffsOn(subject).at(-1)
    if (!newest || entries.has(newest.hash) || !isSignOff(newest.entry.act)) continue
    const { act } = newest.entry
    const isPage = act.action !== 'signIssue'
    const id = isPage ? pageName(act.issue, act.page) : act.issue
    told.miss(newest.entry, {
      kind: isPage ? 'page' : 'issue',
      id,
      reason: 'в журнале есть подпись, которой нет в записи номера',
    })
  }
  for (const [serial, issue] of known.issues)
    if (issue?.status === 'signed' && ledger.begun() && !signed.has(serial))
      tell({ kind: 'issue', id: serial, reason: 'номер числится подписанным в печать, а подписи нет' })
}
