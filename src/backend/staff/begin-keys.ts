import { failure, type Result, success } from '../../shared/api/result.ts'
import { standingGrant } from '../../shared/ledger/entry.ts'
import type { Signer } from '../ledger/ledger-store.ts'
import type { Newsroom } from '../newsroom.ts'
import { type AdoptedApprovals, adoptedHash, approvalHash } from '../workflow/signing.ts'
import { signRules } from './manage-staff.ts'

/** May this person begin to sign for the newsroom: the first of its staff, or its editor in chief? */
export const mayBeginKeys = ({ ledger, staffRecord }: Newsroom, person: string | null): boolean => {
  const { members } = staffRecord.get()
  const member = members.find(({ id }) => id === person)
  if (ledger.begun() || !member || member.dismissedAt !== undefined) return false
  return member === members[0] || member.roles.includes('editorInChief')
}

/** The approvals that stand now, for the owner to take over. */
const standingApprovals = async ({ articles, workflow }: Newsroom): Promise<AdoptedApprovals> => {
  const approvals: Record<string, string> = {}
  for (const id of articles.ids()) {
    if (!workflow.entry(id)?.approvedHash) continue
    const record = await workflow.get(id)
    const last = record?.approvals.at(-1)
    // What was put aside comes back as it was.
    const status = record?.previous ?? record?.status
    if (last && (status === 'approved' || status === 'published')) approvals[id] = approvalHash(last)
  }
  return { schemaVersion: 1, approvals }
}

/** Signs everyone's roles as the record of the staff has them. */
const signRoles = async ({ ledger, staffRecord }: Newsroom, owner: Signer): Promise<Result<null>> => {
  const from = ledger.beganAt() ?? 0
  for (const { id, name, roles, deputies = [], dismissedAt } of staffRecord.get().members) {
    if (dismissedAt !== undefined) continue
    const grants = [
      { grant: standingGrant, name, roles, from, until: null },
      ...deputies.map(({ id: grant, ...deputy }) => ({ grant, ...deputy })),
    ]
    for (const grant of grants) {
      const signed = await ledger.append(owner, { action: 'role', person: id, ...grant })
      if (!signed.ok) return signed
    }
  }
  return success(null)
}

/** Begins the ledger: `person` becomes the owner under this passphrase, and is signed in. Returns the key's id. */
export const beginKeys = async (newsroom: Newsroom, person: string | null, passphrase: string): Promise<Result<string>> => {
  if (person === null || !mayBeginKeys(newsroom, person))
    return failure('forbidden', 'Завести ключи может главный редактор или тот, кто создал редакцию, и только один раз.', {
      safe: 'Ничего не изменено.',
    })
  const { keys, ledger, adopted } = newsroom
  const key = await keys.make(person, passphrase)
  if (!key.ok) return key
  const owner = await keys.open(key.value, passphrase)
  if (!owner.ok) return owner
  const publicKey = keys.publicKey(key.value)
  if (publicKey === null) throw new Error(`${key.value}: только что заведённый ключ пропал`)
  const standing = await standingApprovals(newsroom)
  await adopted.put(standing)
  const begun = await ledger.append(owner.value, { action: 'begin', publicKey, adopted: adoptedHash(standing) })
  if (!begun.ok) return begun
  const signed = await signRoles(newsroom, owner.value)
  if (!signed.ok) return signed
  const opened = await keys.unlock(person, passphrase)
  if (!opened.ok) return opened
  const ruled = await signRules(newsroom, person, newsroom.settings.get().rules)
  return ruled.ok ? success(key.value) : ruled
}
