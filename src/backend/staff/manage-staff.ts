import { failure, type Result, success } from '../../shared/api/result.ts'
import { type Act, standingGrant } from '../../shared/ledger/entry.ts'
import type { WorkflowRules } from '../../shared/settings/settings.ts'
import type { StaffMember } from '../../shared/staff/staff.ts'
import type { Role } from '../../shared/workflow/states.ts'
import type { Signer } from '../ledger/ledger-store.ts'
import type { Newsroom } from '../newsroom.ts'
import { rolesOf } from '../workflow/act.ts'

/** May this person add people and give roles now: the owner with an open key, or the editor in chief where nobody signs? */
export const mayManageStaff = (newsroom: Newsroom, person: string | null): boolean => {
  const { ledger, keys } = newsroom
  if (ledger.begun()) return person !== null && ledger.trust().owner?.person === person && keys.signer(person) !== null
  const held = rolesOf(newsroom, person)
  return held.ok && held.value.includes('editorInChief')
}

const safe = 'Ничего не изменено.'

/** Refuses whoever does not manage the staff, and says who does. */
export const mustManageStaff = (newsroom: Newsroom, person: string | null): Result<null> => {
  if (mayManageStaff(newsroom, person)) return success(null)
  const { owner } = newsroom.ledger.trust()
  const name = newsroom.staff().find(({ id }) => id === owner?.person)?.name
  return failure('forbidden', 'Людей, роли, ключи и порядок утверждения ведёт владелец редакции.', {
    safe,
    todo: name === undefined ? 'Попросите главного редактора.' : `Это ${name}; если это вы, войдите со своей парольной фразой.`,
  })
}

/** The owner's pen where people sign, null where nobody does; or why this person may not manage the staff. */
const penOf = (newsroom: Newsroom, person: string | null): Result<Signer | null> => {
  const allowed = mustManageStaff(newsroom, person)
  if (!allowed.ok) return allowed
  return success(newsroom.ledger.begun() && person !== null ? newsroom.keys.signer(person) : null)
}

const sign = async (newsroom: Newsroom, pen: Signer | null, acts: readonly Act[]): Promise<Result<null>> => {
  if (pen === null) return success(null)
  for (const act of acts) {
    const signed = await newsroom.ledger.append(pen, act)
    if (!signed.ok) return signed
  }
  return success(null)
}

/** Changes the staff: what is signed is signed first, then the record tells it. */
const change = async (
  newsroom: Newsroom,
  pen: Signer | null,
  acts: readonly Act[],
  edit: (members: readonly StaffMember[]) => readonly StaffMember[],
): Promise<Result<null>> => {
  const signed = await sign(newsroom, pen, acts)
  if (!signed.ok) return signed
  const { members } = newsroom.staffRecord.get()
  await newsroom.staffRecord.put({ schemaVersion: 1, members: [...edit(members)] })
  newsroom.emit({ type: 'changed', feature: 'staff', id: null })
  return success(null)
}

/** The owner's word on how strictly approvals are given; nothing is written where nobody signs or nothing changes. */
export const signRules = async (
  newsroom: Newsroom,
  person: string | null,
  { twoPersons, strictStages }: Pick<WorkflowRules, 'twoPersons' | 'strictStages'>,
): Promise<Result<null>> => {
  const pen = penOf(newsroom, person)
  if (!pen.ok) return pen
  const signed = newsroom.ledger.trust().ruleHistory().at(-1)?.act ?? { twoPersons: false, strictStages: false }
  if (signed.twoPersons === twoPersons && signed.strictStages === strictStages) return success(null)
  return sign(newsroom, pen.value, [{ action: 'rules', twoPersons, strictStages }])
}

const withMember =
  (person: string, edit: (member: StaffMember) => StaffMember) =>
  (members: readonly StaffMember[]): readonly StaffMember[] =>
    members.map((member) => (member.id === person ? edit(member) : member))

const memberOf = ({ staffRecord }: Newsroom, person: string): Result<StaffMember> => {
  const member = staffRecord.get().members.find(({ id, dismissedAt }) => id === person && dismissedAt === undefined)
  return member ? success(member) : failure('notFound', `Сотрудника «${person}» в редакции нет.`, { safe })
}

const standing = (person: string, roles: readonly Role[], from: number): Act => ({
  action: 'role',
  person,
  grant: standingGrant,
  roles: [...roles],
  from,
  until: null,
})

/** Does anybody else approve? A newsroom without an approver could not come out. */
const leavesApprover = ({ staffRecord }: Newsroom, person: string, roles: readonly Role[]): boolean =>
  roles.includes('editorInChief') ||
  staffRecord
    .get()
    .members.some((member) => member.id !== person && member.dismissedAt === undefined && member.roles.includes('editorInChief'))

const lastApprover = failure('conflict', 'В редакции не останется никого, кто утверждает материалы.', {
  safe,
  todo: 'Сначала дайте роль главного редактора другому сотруднику.',
})

export const addPerson = async (
  newsroom: Newsroom,
  person: string | null,
  { name, roles }: { readonly name: string; readonly roles: readonly Role[] },
): Promise<Result<string>> => {
  const pen = penOf(newsroom, person)
  if (!pen.ok) return pen
  const id = newsroom.environment.newId()
  const acts = [{ ...standing(id, roles, newsroom.environment.now()), name }]
  const done = await change(newsroom, pen.value, acts, (members) => [...members, { id, name, roles: [...roles] }])
  return done.ok ? success(id) : done
}

export const setRoles = async (
  newsroom: Newsroom,
  person: string | null,
  { person: whose, roles }: { readonly person: string; readonly roles: readonly Role[] },
): Promise<Result<null>> => {
  const pen = penOf(newsroom, person)
  if (!pen.ok) return pen
  const member = memberOf(newsroom, whose)
  if (!member.ok) return member
  if (!leavesApprover(newsroom, whose, roles)) return lastApprover
  const acts = [standing(whose, roles, newsroom.environment.now())]
  return change(
    newsroom,
    pen.value,
    acts,
    withMember(whose, (now) => ({ ...now, roles: [...roles] })),
  )
}

interface Deputizing {
  readonly person: string
  readonly roles: readonly Role[]
  readonly from: number
  readonly until: number
}

export const deputize = async (
  newsroom: Newsroom,
  person: string | null,
  { person: whose, roles, from, until }: Deputizing,
): Promise<Result<string>> => {
  const pen = penOf(newsroom, person)
  if (!pen.ok) return pen
  const member = memberOf(newsroom, whose)
  if (!member.ok) return member
  if (until <= from)
    return failure('invalidInput', 'Замещение кончается раньше, чем начинается.', { safe, todo: 'Поправьте дни.' })
  const deputy = { id: newsroom.environment.newId(), roles: [...roles], from, until }
  const act: Act = { action: 'role', person: whose, grant: deputy.id, roles: deputy.roles, from, until }
  const edit = withMember(whose, (now) => ({ ...now, deputies: [...(now.deputies ?? []), deputy] }))
  const done = await change(newsroom, pen.value, [act], edit)
  return done.ok ? success(deputy.id) : done
}

const withoutDeputies = ({ deputies: _deputies, ...member }: StaffMember): StaffMember => member

export const endDeputy = async (
  newsroom: Newsroom,
  person: string | null,
  { person: whose, deputy }: { readonly person: string; readonly deputy: string },
): Promise<Result<null>> => {
  const pen = penOf(newsroom, person)
  if (!pen.ok) return pen
  const now = newsroom.environment.now()
  const act: Act = { action: 'role', person: whose, grant: deputy, roles: [], from: now, until: null }
  const edit = withMember(whose, (member) => {
    const left = (member.deputies ?? []).filter(({ id }) => id !== deputy)
    return left.length > 0 ? { ...member, deputies: left } : withoutDeputies(member)
  })
  return change(newsroom, pen.value, [act], edit)
}

export const dismiss = async (newsroom: Newsroom, person: string | null, whose: string): Promise<Result<null>> => {
  const pen = penOf(newsroom, person)
  if (!pen.ok) return pen
  const member = memberOf(newsroom, whose)
  if (!member.ok) return member
  const trust = newsroom.ledger.trust()
  if (whose === person || trust.owner?.person === whose)
    return failure('conflict', 'Себя и владельца редакции уволить нельзя.', { safe })
  if (!leavesApprover(newsroom, whose, [])) return lastApprover
  const now = newsroom.environment.now()
  const key = trust.keyOf(whose)
  const acts: readonly Act[] = [
    ...(key === null ? [] : [{ action: 'revoke' as const, person: whose, key, from: now, reason: 'dismissed' as const }]),
    standing(whose, [], now),
    ...(member.value.deputies ?? []).map(
      (deputy): Act => ({ action: 'role', person: whose, grant: deputy.id, roles: [], from: now, until: null }),
    ),
  ]
  newsroom.keys.lock(whose)
  const edit = withMember(whose, (each) => ({ ...withoutDeputies(each), dismissedAt: now }))
  return change(newsroom, pen.value, acts, edit)
}

/** The owner's word that a key is somebody's; the one they had before counts no more from now on. */
export const confirmKey = async (
  newsroom: Newsroom,
  person: string | null,
  { person: whose, key }: { readonly person: string; readonly key: string },
): Promise<Result<null>> => {
  const pen = penOf(newsroom, person)
  if (!pen.ok) return pen
  const member = memberOf(newsroom, whose)
  if (!member.ok) return member
  const { keys, ledger } = newsroom
  const publicKey = keys.publicKey(key)
  if (pen.value === null || keys.stateOf(whose).pending !== key || publicKey === null)
    return failure('conflict', 'Этот ключ не ждёт подтверждения.', { safe, todo: 'Обновите список: возможно, есть другой.' })
  const before = ledger.trust().keyOf(whose)
  const confirmed = await sign(newsroom, pen.value, [{ action: 'key', person: whose, publicKey }])
  if (!confirmed.ok) return confirmed
  if (before !== null) {
    // Not before the word on the new key: owners replace their own with the one that is revoked here.
    const from = ledger.latest()
    const revoked = await sign(newsroom, pen.value, [{ action: 'revoke', person: whose, key: before, from, reason: 'replaced' }])
    if (!revoked.ok) return revoked
  }
  newsroom.emit({ type: 'changed', feature: 'staff', id: whose })
  return success(null)
}
