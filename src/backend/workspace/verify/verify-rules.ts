import type { Broken } from '../../../shared/ledger/verification.ts'
import type { WorkflowRules } from '../../../shared/settings/settings.ts'
import type { Ledger } from '../../ledger/ledger-store.ts'
import type { Verifying } from './verifying.ts'

/**
 * The settings tell no other strictness of approvals than the owner has signed (rule K28). Where they are older than
 * the newest word, as they are where only the ledger came from another copy, that one is missed.
 */
export const verifyRules = ({ tell, told }: Verifying, ledger: Ledger, { twoPersons, strictStages }: WorkflowRules): void => {
  const history = ledger.trust().ruleHistory()
  const newest = history.at(-1)
  if (!newest) return
  const signed = history.findLast(({ act }) => act.twoPersons === twoPersons && act.strictStages === strictStages)
  const about = (reason: string): Broken => ({ kind: 'ledger', id: 'rules', reason })
  if (!signed) tell(about('порядок утверждения в settings.json владелец редакции не подписывал'))
  else told.note(signed.by.entry)
  if (signed && signed !== newest) told.miss(newest.by.entry, about('в settings.json прежний порядок утверждения'))
}
