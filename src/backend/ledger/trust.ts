import { type Act, type Decision, type Entry, isDecision } from '../../shared/ledger/entry.ts'
import type { Broken } from '../../shared/ledger/verification.ts'
import { pageName } from '../../shared/signoff/page-name.ts'
import { rights } from '../../shared/staff/rights.ts'
import { type Role, roles } from '../../shared/workflow/states.ts'
import { transitions } from '../../shared/workflow/transitions.ts'
import { entryName, type Linked } from './chains.ts'
import { isSignedWith, keyId } from './signature.ts'

/** A key that the owner has said is somebody's. */
interface KnownKey {
  readonly person: string
  readonly publicKey: string
  readonly by: Linked
}

interface Revocation {
  readonly from: number
  readonly reason: Extract<Act, { action: 'revoke' }>['reason']
  readonly by: Linked
}

/** A key that counts no more: its id, when the owner said so in milliseconds since 1970, and why. */
interface FormerKey {
  readonly key: string
  readonly at: number
  readonly reason: Extract<Act, { action: 'revoke' }>['reason']
}

type RoleAct = Extract<Act, { action: 'role' }>
type RulesAct = Extract<Act, { action: 'rules' }>

/** What the owner said of how strictly approvals are given, and where. */
interface Ruled {
  readonly by: Linked
  readonly act: RulesAct
}

/** What the owner said of somebody's roles, and where. */
interface Granted {
  readonly by: Linked
  readonly act: RoleAct
}

/** What the ledger proves: whose keys count, who may do what, and what stands against an entry. */
export interface Trust {
  /** The owner and the id of the key everything hangs on; null before there are keys, or when the beginning is in doubt. */
  readonly owner: { readonly person: string; readonly key: string; readonly adopted: string } | null
  /** Why an entry counts for nothing; null when it counts (rules K6 to K10). */
  faultOf(linked: Linked): string | null
  /** The id of the key a person signs with now; null for nobody known, or whose keys are all revoked. */
  keyOf(person: string): string | null
  /** The keys a person had before, in the order in which they were confirmed, with when and why each was revoked. */
  formerKeys(person: string): readonly FormerKey[]
  /** Has the owner ever confirmed this key? */
  isKnown(key: string): boolean
  /** A person's roles at a moment, by all that the owner has said. */
  rolesOf(person: string, at: number): readonly Role[]
  /** The grants of a person that stand, newest of each. */
  grantsOf(person: string): readonly RoleAct[]
  /** All that the owner has ever said of a person's roles, in order, with the entry of each. */
  grantHistory(person: string): readonly Granted[]
  /** The name the owner has signed a person's roles under last; null where none was. */
  nameOf(person: string): string | null
  /** How strictly approvals are given, by all that the owner has ever said of it, in order, with the entry of each. */
  ruleHistory(): readonly Ruled[]
  /** Everyone to whom the owner has given roles. */
  people(): readonly string[]
  /** Takes one more entry in, which builds upon all before it. */
  admit(linked: Linked): void
}

/** Does the first of two entries stand in what the second builds upon? */
export const isBefore = (first: Linked, second: Linked): boolean =>
  first !== second && (second.past.get(first.entry.chain) ?? -1) >= first.entry.index

const isOwnerAct = ({ act }: Entry): boolean => !isDecision(act)

const activeRoles = (grants: readonly RoleAct[], at: number): readonly Role[] => {
  const held = new Set(
    grants.filter(({ from, until }) => from <= at && (until === null || at < until)).flatMap((grant) => grant.roles),
  )
  return roles.filter((role) => held.has(role))
}

/** The newest act of each grant; of one that starts later than `at` the one before it still stands. */
const newest = (acts: readonly RoleAct[], at: number): readonly RoleAct[] => {
  const byGrant = new Map<string, RoleAct>()
  for (const act of acts) if (act.from <= at) byGrant.set(act.grant, act)
  return [...byGrant.values()]
}

const rolesFor = (action: Decision['action']): readonly Role[] =>
  action === 'approve' || action === 'return' ? (transitions.find((row) => row.action === action)?.roles ?? []) : rights[action]

/**
 * Works out whom to trust from entries in order. `pinned` is the id of the owner's key as this computer knows it from
 * before: a ledger that begins with another one is somebody else's.
 */
export const establishTrust = (entries: readonly Linked[], pinned: string | null): Trust => {
  const beginnings = entries.filter(({ entry }) => entry.act.action === 'begin')
  const keys = new Map<string, KnownKey>()
  const revocations = new Map<string, Revocation>()
  const granted = new Map<string, Granted[]>()
  const ruled: Ruled[] = []
  const faults = new Map<Linked, string | null>()
  let root: Linked | null = null

  const keyFault = (linked: Linked): string | null => {
    const { entry } = linked
    const known = keys.get(entry.key)
    if (!known) return 'подписано ключом, который владелец редакции не подтверждал'
    if (known.person !== entry.signer) return 'подписано чужим ключом'
    if (!isSignedWith(entry, known.publicKey)) return 'подпись не сходится с содержанием записи'
    if (known.by !== linked && !isBefore(known.by, linked)) return 'подписано раньше, чем ключ подтверждён'
    const revoked = revocations.get(entry.key)
    if (!revoked || revoked.by === linked) return null
    if (entry.at > revoked.from || isBefore(revoked.by, linked)) return 'подписано отозванным ключом'
    // Nobody saw it before the key was revoked: its date alone proves nothing.
    return isBefore(linked, revoked.by) ? null : 'подписано отозванным ключом: до отзыва этой подписи никто не видел'
  }

  const rightFault = (linked: Linked): string | null => {
    const { act, signer, at } = linked.entry
    if (isOwnerAct(linked.entry)) return signer === root?.entry.signer ? null : 'это решает только владелец редакции'
    if (!isDecision(act)) return null
    if (!rolesFor(act.action).includes(act.role)) return 'эта роль такого решения не принимает'
    const seen = (granted.get(signer) ?? []).filter(({ by }) => isBefore(by, linked)).map((each) => each.act)
    return activeRoles(newest(seen, at), at).includes(act.role) ? null : 'у подписавшего не было этой роли'
  }

  const examine = (linked: Linked): string | null => {
    if (!root) return beginnings.length > 1 ? 'подписи начаты дважды, и неизвестно, кто владелец' : 'владелец редакции неизвестен'
    if (linked !== root && linked.entry.act.action === 'begin') return 'подписи начаты второй раз'
    return keyFault(linked) ?? rightFault(linked)
  }

  const faultOf = (linked: Linked): string | null => {
    const known = faults.get(linked)
    if (known !== undefined) return known
    const fault = examine(linked)
    faults.set(linked, fault)
    return fault
  }

  const learn = (linked: Linked): void => {
    const { act, signer } = linked.entry
    if (act.action === 'begin' && linked === root)
      keys.set(keyId(act.publicKey), { person: signer, publicKey: act.publicKey, by: linked })
    if (faultOf(linked) !== null) return
    if (act.action === 'key') {
      const id = keyId(act.publicKey)
      // The first word on a key stands: it can't become somebody else's.
      if (!keys.has(id)) keys.set(id, { person: act.person, publicKey: act.publicKey, by: linked })
    }
    if (act.action === 'revoke' && !revocations.has(act.key))
      revocations.set(act.key, { from: act.from, reason: act.reason, by: linked })
    if (act.action === 'rules') ruled.push({ by: linked, act })
    if (act.action === 'role') {
      const acts = granted.get(act.person)
      if (acts) acts.push({ by: linked, act })
      else granted.set(act.person, [{ by: linked, act }])
    }
  }

  const [first] = beginnings.filter(({ entry }) => pinned === null || entry.key === pinned)
  if (first && beginnings.filter(({ entry }) => pinned === null || entry.key === pinned).length === 1) {
    const { act } = first.entry
    if (act.action === 'begin' && isSignedWith(first.entry, act.publicKey)) root = first
  }
  for (const linked of entries) if (isOwnerAct(linked.entry)) learn(linked)
  // What was judged on the way is judged again by all that is known now, revocations of other copies included.
  faults.clear()

  const grantHistory = (person: string): readonly Granted[] =>
    (granted.get(person) ?? []).filter(({ by }) => faultOf(by) === null)
  const grantsTo = (person: string): readonly RoleAct[] => grantHistory(person).map(({ act }) => act)
  const begun = root?.entry

  return {
    owner: begun?.act.action === 'begin' ? { person: begun.signer, key: begun.key, adopted: begun.act.adopted } : null,
    faultOf,
    keyOf: (person) => {
      const own = [...keys].filter(([id, key]) => key.person === person && !revocations.has(id) && faultOf(key.by) === null)
      return own.at(-1)?.[0] ?? null
    },
    formerKeys: (person) =>
      [...keys].flatMap(([key, known]) => {
        const revoked = known.person === person && faultOf(known.by) === null ? revocations.get(key) : undefined
        return revoked ? [{ key, at: revoked.by.entry.at, reason: revoked.reason }] : []
      }),
    isKnown: (key) => keys.has(key),
    rolesOf: (person, at) => {
      return activeRoles(newest(grantsTo(person), at), at)
    },
    grantsOf: (person) => newest(grantsTo(person), Number.POSITIVE_INFINITY),
    grantHistory,
    nameOf: (person) => grantsTo(person).findLast(({ name }) => name !== undefined)?.name ?? null,
    ruleHistory: () => ruled.filter(({ by }) => faultOf(by) === null),
    people: () => [...granted.keys()],
    admit: (linked) => {
      if (!isOwnerAct(linked.entry)) return
      learn(linked)
      faults.clear()
    },
  }
}

/** Everything that stands against the entries of a ledger, named. */
export const faultsOf = (entries: readonly Linked[], trust: Trust): readonly Broken[] =>
  entries.flatMap((linked): Broken[] => {
    const reason = trust.faultOf(linked)
    if (reason === null) return []
    const { act, chain, index } = linked.entry
    const id = entryName(chain, index)
    if (act.action === 'role') return [{ kind: 'role', id: act.person, reason: `${id}: ${reason}` }]
    if (act.action === 'approve' || act.action === 'return')
      return [{ kind: 'approval', id: act.article, reason: `${id}: ${reason}` }]
    if (act.action === 'signPage' || act.action === 'sendPage')
      return [{ kind: 'page', id: pageName(act.issue, act.page), reason: `${id}: ${reason}` }]
    if (act.action === 'signIssue') return [{ kind: 'issue', id: act.issue, reason: `${id}: ${reason}` }]
    return [{ kind: 'ledger', id, reason }]
  })
