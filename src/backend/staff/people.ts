import { failure, type Result } from '../../shared/api/result.ts'
import { type Entry, standingGrant } from '../../shared/ledger/entry.ts'
import type { Deputy, StaffMember } from '../../shared/staff/staff.ts'
import type { Ledger } from '../ledger/ledger-store.ts'
import type { KeyRing } from './key-ring.ts'

type Grant = Extract<Entry['act'], { action: 'role' }>

/** The deputies' grants of a person as they are told to people. */
const deputiesOf = (grants: readonly Grant[]): readonly Deputy[] =>
  grants.flatMap(({ grant, roles, from, until }) =>
    grant === standingGrant || until === null || roles.length === 0 ? [] : [{ id: grant, roles: [...roles], from, until }],
  )

/**
 * The staff with the roles each may act in at this moment. Where people sign, roles and names are what the owner signed: those
 * in the record of the staff only tell them. A person who is dismissed holds none.
 */
export const presentStaff = (members: readonly StaffMember[], ledger: Ledger, now: () => number): readonly StaffMember[] => {
  if (!ledger.begun()) {
    if (members.every(({ deputies, dismissedAt }) => !deputies && dismissedAt === undefined)) return members
    const at = now()
    return members.map((member) => ({ ...member, standing: member.roles, roles: [...heldBy(member, at)] }))
  }
  // A clock that was set back takes nobody's roles away: it is told so when something is to be signed.
  const at = Math.max(now(), ledger.latest())
  const trust = ledger.trust()
  return members.map((member) => {
    const grants = trust.grantsOf(member.id)
    const deputies = deputiesOf(grants)
    const standing = grants.find(({ grant }) => grant === standingGrant)?.roles ?? []
    const roles = member.dismissedAt === undefined ? [...trust.rolesOf(member.id, at)] : []
    const name = trust.nameOf(member.id) ?? member.name
    return { ...member, name, roles, ...(deputies.length > 0 ? { deputies: [...deputies], standing: [...standing] } : {}) }
  })
}

const heldBy = ({ roles, deputies = [], dismissedAt }: StaffMember, at: number): ReadonlySet<StaffMember['roles'][number]> =>
  dismissedAt === undefined
    ? new Set([...roles, ...deputies.filter(({ from, until }) => from <= at && at < until).flatMap((deputy) => deputy.roles)])
    : new Set()

/** Why a person must sign in first; null for whoever is here, and for those who have no key. */
export const signInComplaint = (ledger: Ledger, keys: KeyRing, person: string): Result<never> | null => {
  if (!ledger.begun() || ledger.trust().keyOf(person) === null || keys.signer(person)) return null
  return failure('forbidden', 'Вход не выполнен: ключ этого сотрудника закрыт.', {
    safe: 'Ничего не изменено.',
    todo: 'Войдите со своей парольной фразой.',
  })
}
