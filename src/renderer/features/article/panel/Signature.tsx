import type { SignatureView } from '../../../../shared/workflow/approval.ts'
import { keyName } from '../../../i18n/key-name.ts'
import { useText } from '../../../i18n/text.tsx'
import styles from './WorkflowPanel.module.css'

/** What the last approval is worth: with which key it was signed, or why it counts for nothing. */
export const Signature = ({ signature }: { readonly signature: SignatureView | null }) => {
  const words = useText().staff
  if (!signature) return null
  if (signature.kind === 'void') return <p className={styles.changed}>{words.void(signature.why ?? '')}</p>
  if (signature.kind === 'signed') return <p className={styles.hint}>{words.signedWith(keyName(signature.key ?? ''))}</p>
  return <p className={styles.hint}>{signature.kind === 'adopted' ? words.adopted : words.unsigned}</p>
}
