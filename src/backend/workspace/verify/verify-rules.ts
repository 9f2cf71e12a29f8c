import type { WorkflowRules } from '../../../shared/settings/settings.ts'
import type { Ledger } from '../../ledger/ledger-store.ts'
import type { Verifying } from './verifying.ts'

/**
 * The settings tell no other strictness of approvals than the owner has signed (rule K28). Returns what is older than the
 * newest word, as it is where only the ledger came from another copy.
 */
export const verifyRules = (
  { tell }: Verifying,
  ledger: Ledger,
  { twoPersons, strictStages }: WorkflowRules,
): readonly string[] => {
  const history = ledger.trust().ruleHistory()
  const isTold = (act: Pick<WorkflowRules, 'twoPersons' | 'strictStages'> | undefined) =>
    act?.twoPersons === twoPersons && act.strictStages === strictStages
  if (history.length === 0 || isTold(history.at(-1))) return []
  if (history.some(isTold)) return ['rules']
  tell({ kind: 'ledger', id: 'rules', reason: 'порядок утверждения в settings.json владелец редакции не подписывал' })
  return []
}
