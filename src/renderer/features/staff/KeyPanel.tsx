import { useState } from 'react'
import type { Output } from '../../../shared/api/operation.ts'
import { staffApi } from '../../../shared/staff/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { keyName } from '../../i18n/key-name.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'
import styles from './StaffList.module.css'

interface KeyPanelProps {
  readonly state: Output<typeof staffApi.keys>
}

/** Whether people sign here, and the person's own key: the one clear way to begin. */
export const KeyPanel = ({ state }: KeyPanelProps) => {
  const text = useText()
  const words = text.staff
  const client = useClient()
  const { person, workspace } = useSession()
  const [making, setMaking] = useState(false)
  const own = state.people.find((each) => each.person === person?.id)
  const close = () => setMaking(false)
  if (!state.begun)
    return (
      <div className={styles.keys}>
        <p>
          {words.notBegun} {!state.mayBegin && words.notBegunWho}
        </p>
        {state.mayBegin && !workspace.readOnly && <Button onPress={() => setMaking(true)}>{words.begin}</Button>}
        {making && (
          <PassphraseDialog
            title={words.beginTitle}
            explanation={words.beginText}
            verb={words.begin}
            onClose={close}
            onMake={(passphrase) => client.call(staffApi.beginKeys, { passphrase })}
          />
        )}
      </div>
    )
  if (!own) return null
  return (
    <div className={styles.keys}>
      {own.active !== null && <p className={styles.code}>{words.myKey(keyName(own.active))}</p>}
      {own.pending !== null && <p className={styles.code}>{words.myPending(keyName(own.pending))}</p>}
      <div className={styles.actions}>
        {own.isOpen && <Button onPress={() => void client.call(staffApi.signOut, {})}>{words.lock}</Button>}
        {own.pending === null && !workspace.readOnly && (
          <Button kind={own.active === null ? 'plain' : 'flat'} onPress={() => setMaking(true)}>
            {own.active === null ? words.request : words.requestAgain}
          </Button>
        )}
      </div>
      {making && (
        <PassphraseDialog
          title={words.requestTitle}
          explanation={words.requestText}
          verb={words.request}
          onClose={close}
          onMake={(passphrase) => client.call(staffApi.requestKey, { passphrase })}
        />
      )}
    </div>
  )
}
