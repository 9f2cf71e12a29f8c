import { useEffect, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { settingsApi } from '../../../shared/settings/api.ts'
import { staffApi } from '../../../shared/staff/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { keyName } from '../../i18n/key-name.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'
import { PassphraseDialog } from './PassphraseDialog.tsx'

/** Calls `onIdle` when nobody has touched the window for so many minutes; 0 never. */
const useIdle = (minutes: number, onIdle: () => void): void => {
  useEffect(() => {
    if (minutes === 0) return
    let timer = 0
    const begin = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(onIdle, minutes * 60_000)
    }
    begin()
    const signs = ['pointerdown', 'keydown', 'wheel'] as const
    for (const sign of signs) window.addEventListener(sign, begin, { capture: true, passive: true })
    return () => {
      window.clearTimeout(timer)
      for (const sign of signs) window.removeEventListener(sign, begin, { capture: true })
    }
  }, [minutes, onIdle])
}

interface PassphraseProps {
  readonly name: string
  /** Key that waits for the owner's word; null for none. */
  readonly pending: string | null
  /** Who confirms keys; null for the owner, whose own key nobody replaces. */
  readonly owner: string | null
  readonly onOther: () => void
}

const AskPassphrase = ({ name, pending, owner, onOther }: PassphraseProps) => {
  const text = useText()
  const words = text.staff
  const client = useClient()
  const [passphrase, setPassphrase] = useState('')
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [renewing, setRenewing] = useState(false)
  const signIn = async () => {
    if (working) return
    setWorking(true)
    const result = await client.call(staffApi.signIn, { passphrase })
    setWorking(false)
    setFailure(result.ok ? null : result.failure)
  }
  if (renewing)
    return (
      <PassphraseDialog
        title={words.requestTitle}
        explanation={words.requestText}
        verb={words.request}
        onClose={() => setRenewing(false)}
        onMake={(next) => client.call(staffApi.requestKey, { passphrase: next })}
      />
    )
  return (
    <Dialog
      title={words.signInTitle(name)}
      isOpen
      alert
      onClose={onOther}
      onSubmit={() => void signIn()}
      actions={
        <>
          {owner !== null && (
            <Button kind="flat" onPress={() => setRenewing(true)}>
              {words.forgotten}
            </Button>
          )}
          <Button onPress={onOther}>{words.other}</Button>
          <Button kind="primary" type="submit" isDisabled={working}>
            {words.signIn}
          </Button>
        </>
      }
    >
      <p>{words.signInText}</p>
      {pending !== null && owner !== null && <p>{words.waitsForOwner(keyName(pending), owner)}</p>}
      <Field label={words.passphrase} type="password" value={passphrase} onChange={setPassphrase} autoFocus />
      {failure && <FailureMessage failure={failure} />}
    </Dialog>
  )
}

/**
 * Stands before an open folder while the person at this window has a key that is closed; what they typed stays under it.
 * Closes the key again when nobody is at the window.
 */
export const SignIn = () => {
  const client = useClient()
  const { person, staff, choosePerson } = useSession()
  const keys = useQuery(staffApi.keys, {}, ['staff'])
  const settings = useQuery(settingsApi.read, {}, ['settings'])
  const own = keys.value?.people.find((each) => each.person === person?.id)
  const [lock] = useState(() => () => void client.call(staffApi.signOut, {}))
  useIdle(own?.isOpen ? (settings.value?.rules.lockAfter ?? 0) : 0, lock)
  if (!person || !own || own.active === null || own.isOpen) return null
  const owner = keys.value?.owner === person.id ? null : (staff.find(({ id }) => id === keys.value?.owner)?.name ?? '')
  const onOther = () => choosePerson(null)
  return <AskPassphrase key={person.id} name={person.name} pending={own.pending} owner={owner} onOther={onOther} />
}
