import { join } from 'node:path'
import type { Issue } from '../../../shared/issue/issue.ts'
import { isSignOff } from '../../../shared/ledger/entry.ts'
import type { BrokenKind } from '../../../shared/ledger/verification.ts'
import type { Publication } from '../../../shared/settings/settings.ts'
import { compareInputs } from '../../../shared/signoff/page-content.ts'
import { pageName } from '../../../shared/signoff/page-name.ts'
import { frozenPage, lastSigning, type SignOffRecord } from '../../../shared/signoff/record.ts'
import { advertHash, advertType } from '../../advert/advert-store.ts'
import { issueFileName, issueOf, serialOf } from '../../issue/issue-store.ts'
import type { Ledger } from '../../ledger/ledger-store.ts'
import { sha256Bytes } from '../../ledger/signature.ts'
import { hashOf, type PageSources, pageInputs } from '../../signoff/page-content.ts'
import { type SignedRecord, signedIssue, signedPage, signedSending, signOffMismatch } from '../../signoff/signature.ts'
import { sentFilePath, signOffFolder, signOffType } from '../../signoff/signoff-store.ts'
import { documentNames, isEmpty } from '../../store/document.ts'
import { unless } from '../../store/files.ts'
import { readJsonFile } from '../../store/json-file.ts'
import { openRecordStore, recordPath } from '../../store/record-store.ts'
import { readStoredState } from '../../store/stored-state.ts'
import type { VerifiedArticle } from './verify-articles.ts'
import type { Verifying } from './verifying.ts'

interface Known {
  readonly ledger: Ledger
  readonly publication: Publication
  readonly articles: ReadonlyMap<string, VerifiedArticle>
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

const readIssue = async ({ environment, folder }: Verifying, serial: string): Promise<Issue | null> => {
  const base = join(folder, 'issues', issueFileName(serial))
  const { doc } = await readStoredState(environment.files, base)
  return isEmpty(doc) ? null : issueOf(serial, doc)
}

/** Pages whose last signature is said to hold and that are other pages now. */
const changedPages = async (verifying: Verifying, sources: PageSources, serial: string, record: SignOffRecord) => {
  const issue = await readIssue(verifying, serial).catch(() => null)
  if (!issue || past.has(issue.status)) return []
  return [...new Set(record.pages.map(({ content }) => content.page))].filter((page) => {
    const signing = lastSigning(record, page)
    if (!signing || record.changed.includes(signing.id) || frozenPage(record, page) || page > issue.pages) return false
    return compareInputs(signing.content, pageInputs(sources, issue, page)).length > 0
  })
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
export const verifySignOffs = async (verifying: Verifying, known: Known): Promise<{ readonly ahead: readonly string[] }> => {
  const { environment, folder, tell } = verifying
  const { files } = environment
  const { ledger } = known
  const adverts = await openRecordStore(files, join(folder, 'adverts'), advertType, true, () => undefined)
  const sources: PageSources = {
    publication: known.publication,
    articleHash: (article) => known.articles.get(article)?.contentHash ?? null,
    advertHash: (advert) => {
      const record = adverts.get(advert)
      return record && !record.withdrawn ? advertHash(record.content) : null
    },
  }
  const told = new Map<string, number>()
  const entries = new Set<string>()
  for (const name of [...documentNames((await files.list(signOffFolder(folder))).map((file) => file.name))].sort()) {
    const serial = serialOf(name)
    const read = await readJsonFile(files, recordPath(signOffFolder(folder), name), signOffType, false).catch(() => null)
    if (!read?.value || read.setAside !== null) {
      tell({ kind: 'issue', id: serial, reason: 'запись о подписях номера не читается' })
      continue
    }
    const record = read.value
    for (const { kind, id, signed, isWhole } of signedIn(serial, record)) {
      const fault = isWhole ? faultOf(ledger, signed) : 'то, что подписано, изменено'
      if (fault !== null) tell({ kind, id, reason: fault })
      const entry = signed.entry === null ? undefined : ledger.entry(signed.entry)?.entry
      if (signed.entry !== null) entries.add(signed.entry)
      if (entry) told.set(entry.chain, Math.max(told.get(entry.chain) ?? -1, entry.index))
    }
    for (const { page, fileHash } of record.sent) {
      const bytes = await unless('ENOENT', files.read(sentFilePath(folder, fileHash)), null)
      if (!bytes || sha256Bytes(bytes) !== fileHash)
        tell({ kind: 'page', id: pageName(serial, page), reason: 'файл, отправленный в типографию, изменён или удалён' })
    }
    for (const page of await changedPages(verifying, sources, serial, record))
      tell({ kind: 'page', id: pageName(serial, page), reason: 'полоса изменена после подписи не программой' })
  }
  const ahead: string[] = []
  for (const subject of ledger.signedOff()) {
    const newest = ledger.signOffsOn(subject).at(-1)
    if (!newest || entries.has(newest.hash) || !isSignOff(newest.entry.act)) continue
    const { act, chain, index } = newest.entry
    const isPage = act.action !== 'signIssue'
    const id = isPage ? pageName(act.issue, act.page) : act.issue
    if ((told.get(chain) ?? -1) > index)
      tell({ kind: isPage ? 'page' : 'issue', id, reason: 'в журнале есть подпись, которой нет в записи номера' })
    else ahead.push(`${isPage ? 'page' : 'issue'} ${id}`)
  }
  return { ahead }
}
