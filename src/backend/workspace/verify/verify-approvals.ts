import { join } from 'node:path'
import type { WorkflowStep } from '../../../shared/workflow/approval.ts'
import type { Ledger } from '../../ledger/ledger-store.ts'
import { documentNames } from '../../store/document.ts'
import { readJsonFile } from '../../store/json-file.ts'
import { recordPath } from '../../store/record-store.ts'
import { contentHash } from '../../workflow/content-hash.ts'
import { type AdoptedApprovals, adoptedHash, approvalHash, mismatchOf } from '../../workflow/signing.ts'
import { type WorkflowRecord, workflowType } from '../../workflow/workflow-store.ts'
import type { VerifiedArticles } from './verify-articles.ts'
import type { Verifying } from './verifying.ts'

interface Known {
  readonly ledger: Ledger
  readonly adopted: AdoptedApprovals
  readonly articles: VerifiedArticles
}

/** Does the article count as approved? */
const isStanding = ({ status }: WorkflowRecord): boolean => status === 'approved' || status === 'published'

/** The last approval is the one that counts: those of one chain stand in the chain's order, each once. */
const isShuffled = (ledger: Ledger, { approvals }: WorkflowRecord): boolean => {
  const places = new Map<string, number>()
  return approvals.some(({ entry: hash }) => {
    const entry = hash === undefined ? undefined : ledger.entry(hash)?.entry
    if (!entry) return false
    const isLater = entry.index > (places.get(entry.chain) ?? -1)
    places.set(entry.chain, entry.index)
    return !isLater
  })
}

/** What stands against the signed approvals and returns of one article's record. */
const recordFaults = ({ ledger, adopted }: Known, id: string, record: WorkflowRecord): readonly string[] => {
  const faults: string[] = []
  const { owner } = ledger.trust()
  const beganAt = ledger.beganAt()
  for (const approval of record.approvals) {
    if (contentHash(approval.content) !== approval.contentHash) faults.push('сохранённый утверждённый текст изменён')
    if (approval.entry !== undefined) {
      const linked = ledger.entry(approval.entry)
      const fault = linked ? mismatchOf(id, approval, linked) : 'подписи под утверждением нет в журнале'
      if (fault !== null) faults.push(fault)
      continue
    }
    const isAdopted = adopted.approvals[id] === approvalHash(approval) && owner?.adopted === adoptedHash(adopted)
    // One from before there were keys is history, unless the article stands on it now: then the owner has taken it over.
    const isHistory = beganAt !== null && approval.at < beganAt && !(isStanding(record) && approval === record.approvals.at(-1))
    if (ledger.begun() && !isAdopted && !isHistory) faults.push('под утверждением нет подписи')
    if (adopted.approvals[id] !== undefined && approval === record.approvals.at(-1) && !isAdopted)
      faults.push('запись об утверждении не та, что владелец принял, когда заводили ключи')
  }
  if (isShuffled(ledger, record)) faults.push('утверждения в записи переставлены или повторены')
  for (const step of record.steps) {
    const fault = stepFault(ledger, id, step)
    if (fault !== null) faults.push(fault)
  }
  if (isStanding(record) && record.approvals.length === 0) faults.push('материал числится утверждённым, а утверждения нет')
  return faults
}

const stepFault = (ledger: Ledger, id: string, step: WorkflowStep): string | null => {
  const beganAt = ledger.beganAt()
  if (step.action !== 'return') return null
  if (step.entry === undefined) return beganAt !== null && step.at >= beganAt ? 'под возвратом нет подписи' : null
  const act = ledger.entry(step.entry)?.entry
  if (act?.act.action !== 'return') return 'подписи под возвратом нет в журнале'
  const isSame = act.act.article === id && act.act.remark === step.remark && act.signer === step.person && act.at === step.at
  return isSame ? null : 'запись о возврате не та, что подписана'
}

/** The hashes of the ledger's entries that a record refers to. */
const entriesOf = ({ approvals, steps }: WorkflowRecord): readonly string[] =>
  [...approvals, ...steps].flatMap(({ entry }) => entry ?? [])

/** Approvals and returns as their records have them, held against the ledger and the texts. */
export const verifyApprovals = async (
  { environment, folder, tell, told }: Verifying,
  known: Known,
): Promise<{ readonly unsigned: number }> => {
  const { files } = environment
  const place = join(folder, 'workflow')
  const records = new Map<string, WorkflowRecord>()
  for (const id of [...documentNames((await files.list(place)).map(({ name }) => name))].sort()) {
    const read = await readJsonFile(files, recordPath(place, id), workflowType, false).catch(() => null)
    if (read?.value && read.setAside === null) records.set(id, read.value)
    else tell({ kind: 'approval', id, reason: 'запись о пути материала не читается' })
  }
  let unsigned = 0
  for (const [id, record] of records) {
    for (const hash of entriesOf(record)) {
      const entry = known.ledger.entry(hash)?.entry
      if (entry) told.note(entry)
    }
    const [fault] = recordFaults(known, id, record)
    if (fault !== undefined) tell({ kind: 'approval', id, reason: fault })
    const last = record.approvals.at(-1)
    if (last && last.entry === undefined) unsigned += 1
    if (last && !known.articles.all.has(id)) tell({ kind: 'article', id, reason: 'текста утверждённого материала в папке нет' })
    const article = known.articles.sound.get(id)
    if (last && article && !record.changedAfterApproval && article.contentHash !== last.contentHash)
      tell({ kind: 'article', id, reason: 'текст изменён после утверждения не программой' })
    const newest = known.ledger.decisionsOn(id).at(-1)
    if (newest && !entriesOf(record).includes(newest.hash))
      told.miss(newest.entry, { kind: 'approval', id, reason: 'в журнале есть решение, которого нет в записи о материале' })
  }
  for (const id of known.ledger.decided()) {
    const newest = known.ledger.decisionsOn(id).at(-1)
    if (records.has(id) || !newest) continue
    const broken = { kind: 'approval' as const, id, reason: 'записи о пути материала, по которому есть решения, в папке нет' }
    // An article has a record from its first day; where both are gone they may have stayed in another copy.
    if (known.articles.all.has(id)) tell(broken)
    else told.miss(newest.entry, broken)
  }
  return { unsigned }
}
