import { join } from 'node:path'
import { z } from 'zod'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { canonicalJson } from '../../shared/article/content.ts'
import { type Decision, hashSchema } from '../../shared/ledger/entry.ts'
import type { Approval } from '../../shared/workflow/approval.ts'
import { ledgerFolder } from '../ledger/chain-files.ts'
import type { Linked } from '../ledger/chains.ts'
import type { Ledger } from '../ledger/ledger-store.ts'
import { sha256 } from '../ledger/signature.ts'
import { isBefore } from '../ledger/trust.ts'
import type { KeyRing } from '../staff/key-ring.ts'
import type { RecordType } from '../store/json-file.ts'
import type { SingleRecord } from '../store/record-store.ts'
import { variantHashes } from '../variant/variant-hash.ts'

const adoptedSchema = z.object({ schemaVersion: z.literal(1), approvals: z.record(z.string(), hashSchema) })
/** What was approved without signatures when the keys came, by article: the owner has signed the hash of it all. */
export type AdoptedApprovals = z.infer<typeof adoptedSchema>

export const adoptedType: RecordType<AdoptedApprovals> = { version: 1, schema: adoptedSchema, migrations: {} }
export const noneAdopted: AdoptedApprovals = { schemaVersion: 1, approvals: {} }

/** Where the approvals from before the keys are listed. */
export const adoptedPath = (folder: string): string => join(ledgerFolder(folder), 'adopted.json')

/** SHA-256, hex, of the list that the owner signs at the beginning. */
export const adoptedHash = ({ approvals }: AdoptedApprovals): string => sha256(canonicalJson(approvals))

/** SHA-256, hex, of an approval without its signature. */
export const approvalHash = ({ signature: _signature, entry: _entry, ...approval }: Approval): string =>
  sha256(canonicalJson(approval))

/** The part of an open newsroom that knows of signatures. */
interface Signatures {
  readonly ledger: Ledger
  readonly keys: KeyRing
  readonly adopted: SingleRecord<AdoptedApprovals>
}

/** How far an approval can be relied on. */
export type ApprovalStanding =
  /** Nobody signs in this newsroom. */
  | { readonly kind: 'unsigned' }
  /** Given before there were keys, and taken over by the owner as it was. */
  | { readonly kind: 'adopted' }
  | { readonly kind: 'signed'; readonly key: string }
  | { readonly kind: 'void'; readonly why: string }

const same = (first: unknown, second: unknown): boolean => canonicalJson(first) === canonicalJson(second)

/** Says in what a record of an approval differs from what was signed; null when in nothing. */
export const mismatchOf = (article: string, approval: Approval, { entry }: Linked): string | null => {
  const { act } = entry
  if (act.action !== 'approve') return 'подпись поставлена не под утверждением'
  if (act.article !== article) return 'подпись поставлена под другим материалом'
  const { variants = {} } = act
  const signed = [entry.signer, act.role, act.approval, entry.at, act.contentHash, variants, act.passedOver, entry.signature]
  const { person, role, id, at, contentHash, passedOver, signature } = approval
  return same([person, role, id, at, contentHash, variantHashes(approval), passedOver, signature], signed)
    ? null
    : 'запись об утверждении не та, что подписана'
}

/** What an approval is worth by the ledger, looked at anew each time: no flag stands for it (rules K13 and K14). */
export const approvalStanding = (
  ledger: Ledger,
  adopted: AdoptedApprovals,
  article: string,
  approval: Approval,
): ApprovalStanding => {
  const gone = (why: string): ApprovalStanding => ({ kind: 'void', why })
  if (approval.entry === undefined) {
    if (!ledger.begun()) return { kind: 'unsigned' }
    const { owner } = ledger.trust()
    if (adopted.approvals[article] === approvalHash(approval) && owner?.adopted === adoptedHash(adopted))
      return ledger.decisionsOn(article).length === 0 ? { kind: 'adopted' } : gone('после него есть подписанное решение')
    return gone('под утверждением нет подписи')
  }
  const linked = ledger.entry(approval.entry)
  if (!linked) return gone('подписи под утверждением нет в журнале')
  const fault = mismatchOf(article, approval, linked) ?? ledger.trust().faultOf(linked)
  if (fault !== null) return gone(fault)
  const later = ledger
    .decisionsOn(article)
    .find((decision) => isBefore(linked, decision) && ledger.trust().faultOf(decision) === null)
  if (later) return gone('в журнале есть более позднее решение об этом материале')
  return { kind: 'signed', key: linked.entry.key }
}

/** Why an approval counts for nothing here and now; null when it counts. */
export const signatureComplaint = ({ ledger, adopted }: Signatures, article: string, approval: Approval): string | null => {
  const standing = approvalStanding(ledger, adopted.get(), article, approval)
  return standing.kind === 'void' ? standing.why : null
}

/** Signs a decision with the open key of the person; null where nobody signs yet. */
export const signDecision = async (
  { ledger, keys }: Signatures,
  person: string | null,
  decision: Decision,
): Promise<Result<Linked | null>> => {
  if (!ledger.begun()) return success(null)
  const signer = person === null ? null : keys.signer(person)
  if (!signer)
    return failure('forbidden', 'Решение нужно подписать, а ключа у этого сотрудника нет или он закрыт.', {
      safe: 'Ничего не изменено.',
      todo: 'Войдите со своей парольной фразой; если ключа нет, заведите его в «Настройки → Сотрудники».',
    })
  return ledger.append(signer, decision)
}
