import type { SignOffAct } from '../../shared/ledger/entry.ts'
import { subjectOf } from '../../shared/ledger/entry.ts'
import type { IssueSigning, PageSigning, SentPage } from '../../shared/signoff/record.ts'
import type { Linked } from '../ledger/chains.ts'
import type { Ledger } from '../ledger/ledger-store.ts'
import { isBefore } from '../ledger/trust.ts'
import { hashOf } from './page-content.ts'

/** What was signed, whatever it was, with the act its entry in the ledger must carry. */
export interface SignedRecord {
  readonly id: string
  readonly person: string
  readonly at: number
  readonly signature: string | null
  readonly entry: string | null
  readonly act: SignOffAct
}

/** An issue that got another number since bears signatures of the old one. */
export const signedPage = (signing: PageSigning): SignedRecord => {
  const { id, role, content, contentHash } = signing
  const { issue, page } = content
  return { ...signing, act: { action: 'signPage', role, issue, page, signing: id, contentHash } }
}

export const signedIssue = (signing: IssueSigning): SignedRecord => {
  const { id, role, content, contentHash } = signing
  return { ...signing, act: { action: 'signIssue', role, issue: content.issue, signing: id, contentHash } }
}

export const signedSending = (issue: string, sent: SentPage): SignedRecord => {
  const { id, role, page, contentHash, version, file, fileHash, reason, printer } = sent
  const facts = { page, contentHash, version, file, fileHash, reason, ...(printer ? { printer: printer.hash } : {}) }
  return { ...sent, act: { action: 'sendPage', role, issue, signing: id, ...facts } }
}

/** Says in what a record differs from what its entry was signed for; null when in nothing (rule K21). */
export const signOffMismatch = ({ person, at, signature, act }: SignedRecord, { entry }: Linked): string | null => {
  const same = entry.signer === person && entry.at === at && entry.signature === signature && hashOf(entry.act) === hashOf(act)
  return same ? null : 'запись не та, что подписана'
}

/** Why a sign-off counts for nothing by the ledger; null when it counts. It is looked at anew each time (rule K22). */
export const signOffComplaint = (ledger: Ledger, signed: SignedRecord): string | null => {
  if (signed.entry === null) return ledger.begun() ? 'подписано до того, как завели ключи' : null
  const linked = ledger.entry(signed.entry)
  if (!linked) return 'подписи нет в журнале'
  const fault = signOffMismatch(signed, linked) ?? ledger.trust().faultOf(linked)
  if (fault !== null) return fault
  const later = ledger
    .signOffsOn(subjectOf(signed.act))
    .find((other) => isBefore(linked, other) && ledger.trust().faultOf(other) === null)
  return later ? 'в журнале есть более поздняя подпись' : null
}
