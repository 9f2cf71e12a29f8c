import type { WorkflowRules } from '../../shared/settings/settings.ts'
import type { Newsroom } from '../newsroom.ts'

/** How strictly approvals are given: as the owner has signed it last, else as the settings say (rule K28). */
export const rulesInForce = ({ ledger, settings }: Pick<Newsroom, 'ledger' | 'settings'>): WorkflowRules => {
  const { rules } = settings.get()
  const signed = ledger.trust().ruleHistory().at(-1)?.act
  return signed ? { ...rules, twoPersons: signed.twoPersons, strictStages: signed.strictStages } : rules
}
