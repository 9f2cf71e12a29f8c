import type { PersonKey } from '../../../shared/staff/api.ts'
import { keyName } from '../../i18n/key-name.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { useMinute } from '../../ui/use-minute.ts'
import styles from './StaffList.module.css'

/** The keys a person signed with before, and what became of each. */
export const FormerKeys = ({ keys }: { readonly keys: PersonKey['former'] }) => {
  const text = useText().staff
  const format = useFormat()
  const now = useMinute()
  return keys.map(({ key, at, reason }) => (
    <p key={key} className={styles.former}>
      {text.formerKey(keyName(key), text.former[reason], format.moment(at, now))}
    </p>
  ))
}
