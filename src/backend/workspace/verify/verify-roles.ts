import { standingGrant } from '../../../shared/ledger/entry.ts'
import type { Broken } from '../../../shared/ledger/verification.ts'
import type { StaffMember } from '../../../shared/staff/staff.ts'
import type { Role } from '../../../shared/workflow/states.ts'
import type { Ledger } from '../../ledger/ledger-store.ts'
import type { Verifying } from './verifying.ts'

const sameRoles = (first: readonly Role[], second: readonly Role[]): boolean =>
  first.length === second.length && first.every((role) => second.includes(role))

/**
 * The record of the staff tells no other roles and names than the owner has signed, and leaves out nobody whom they were signed
 * for. Where its word is older than the newest, as it is where only the ledger came from another copy, the newest is missed.
 */
export const verifyRoles = ({ tell, told }: Verifying, ledger: Ledger, members: readonly StaffMember[]): void => {
  const trust = ledger.trust()
  if (trust.owner === null) return
  for (const { id, name, roles, deputies = [], dismissedAt } of members) {
    const said = trust.grantHistory(id)
    const standing = said.filter(({ act }) => act.grant === standingGrant)
    const held = dismissedAt === undefined ? roles : []
    const signed = standing.findLast(({ act }) => sameRoles(act.roles, held))
    const strange = deputies.find(
      (deputy) =>
        !said.some(
          ({ act: { grant, roles: given, from, until } }) =>
            grant === deputy.id && sameRoles(given, deputy.roles) && from === deputy.from && until === deputy.until,
        ),
    )
    const names = said.flatMap(({ act }) => act.name ?? [])
    const newest = standing.at(-1)
    const about = (reason: string): Broken => ({ kind: 'role', id, reason })
    if (!signed) tell(about(`роли в staff.json (${held.join(', ') || 'никаких'}) владелец редакции не подписывал`))
    else if (strange) tell(about('замещение в staff.json владелец редакции не подписывал'))
    else if (names.length > 0 && !names.includes(name)) tell(about(`имя «${name}» в staff.json владелец редакции не подписывал`))
    else if (newest && newest !== signed) told.miss(newest.by.entry, about('в staff.json прежние роли'))
    if (signed) told.note(signed.by.entry)
  }
  for (const person of trust.people()) {
    const newest = trust.grantHistory(person).at(-1)
    if (newest && !members.some(({ id }) => id === person))
      told.miss(newest.by.entry, { kind: 'role', id: person, reason: 'сотрудника, которому владелец дал роли, в staff.json нет' })
  }
}
