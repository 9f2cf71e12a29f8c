import { standingGrant } from '../../../shared/ledger/entry.ts'
import type { StaffMember } from '../../../shared/staff/staff.ts'
import type { Role } from '../../../shared/workflow/states.ts'
import type { Ledger } from '../../ledger/ledger-store.ts'
import type { Verifying } from './verifying.ts'

const sameRoles = (first: readonly Role[], second: readonly Role[]): boolean =>
  first.length === second.length && first.every((role) => second.includes(role))

/**
 * The record of the staff tells no other roles than the owner has signed. Returns whose are older than the newest word,
 * as they are where only the ledger came from another copy.
 */
export const verifyRoles = ({ tell }: Verifying, ledger: Ledger, members: readonly StaffMember[]): readonly string[] => {
  const trust = ledger.trust()
  if (trust.owner === null) return []
  const ahead: string[] = []
  for (const { id, roles, deputies = [], dismissedAt } of members) {
    const acts = trust.grantHistory(id)
    const standing = acts.filter(({ grant }) => grant === standingGrant)
    const told = dismissedAt === undefined ? roles : []
    const isSigned = standing.some((act) => sameRoles(act.roles, told))
    const strange = deputies.find(
      (deputy) =>
        !acts.some(
          ({ grant, roles: signed, from, until }) =>
            grant === deputy.id && sameRoles(signed, deputy.roles) && from === deputy.from && until === deputy.until,
        ),
    )
    if (!isSigned)
      tell({ kind: 'role', id, reason: `роли в staff.json (${told.join(', ') || 'никаких'}) владелец редакции не подписывал` })
    else if (strange) tell({ kind: 'role', id, reason: 'замещение в staff.json владелец редакции не подписывал' })
    else if (!sameRoles(standing.at(-1)?.roles ?? [], told)) ahead.push(`role ${id}`)
  }
  for (const person of trust.people()) if (!members.some(({ id }) => id === person)) ahead.push(`role ${person}`)
  return ahead
}
