import { type Result, success } from '../../shared/api/result.ts'
import type { SignOffAct } from '../../shared/ledger/entry.ts'
import { rights } from '../../shared/staff/rights.ts'
import type { Role } from '../../shared/workflow/states.ts'
import type { Newsroom } from '../newsroom.ts'
import { mayNot } from '../staff/authorise.ts'
import { rolesOf } from '../workflow/act.ts'
import { signDecision } from '../workflow/signing.ts'

/** The role in which a person may do this, or why they may not. */
export const roleFor = (newsroom: Newsroom, person: string | null, action: SignOffAct['action']): Result<Role> => {
  const held = rolesOf(newsroom, person)
  if (!held.ok) return held
  const role = rights[action].find((one) => held.value.includes(one))
  return role ? success(role) : mayNot(action)
}

/** Who signed, when and with what; without a signature where nobody signs. */
export interface Signed {
  readonly person: string
  readonly at: number
  readonly signature: string | null
  readonly entry: string | null
}

/** Puts an act of this person into the ledger; the signature comes before any record that tells of it. */
export const signAct = async (newsroom: Newsroom, person: string | null, act: SignOffAct): Promise<Result<Signed>> => {
  const linked = await signDecision(newsroom, person, act)
  if (!linked.ok) return linked
  if (!linked.value) return success({ person: person ?? '', at: newsroom.environment.now(), signature: null, entry: null })
  const { entry, hash } = linked.value
  return success({ person: entry.signer, at: entry.at, signature: entry.signature, entry: hash })
}
