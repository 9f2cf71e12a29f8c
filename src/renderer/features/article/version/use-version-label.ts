import type { VersionFacts } from '../../../../shared/article/version/version.ts'
import { workflowActions } from '../../../../shared/workflow/states.ts'
import { useText } from '../../../i18n/text.tsx'

/** What a version is called: its name, or why it was kept. */
export const useVersionLabel = (): ((facts: VersionFacts) => string) => {
  const { version, vocabulary } = useText()
  return ({ name, reason, action }) => {
    if (name !== '') return name
    const step = workflowActions.find((one) => one === action)
    return reason === 'step' && step ? version.step(vocabulary.action(step)) : version.reasons[reason]
  }
}
