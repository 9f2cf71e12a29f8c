import { useEffect, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { settingsApi } from '../../../shared/settings/api.ts'
import { staffApi } from '../../../shared/staff/api.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { Field } from '../../ui/Field.tsx'

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
  readonly onOther: () => void
}

const AskPassphrase = ({ name, onOther }: PassphraseProps) => {
  const text = useText()
  const words = text.staff
  const client = useClient()
  const [passphrase, setPassphrase] = useState('')
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const signIn = async () => {
    if (working) return
    setWorking(true)
    const result = await client.call(staffApi.signIn, { passphrase })
    setWorking(false)
    setFailure(result.ok ? null : result.failure)
  }
  return (
    <Dialog
      title={words.signInTitle(name)}
      isOpen
      alert
      onClose={onOther}
      onSubmit={() => void signIn()}
      actions={
        <>
          <Button onPress={onOther}>{words.other}</Button>
          <Button kind="primary" type="submit" isDisabled={working}>
            {words.signIn}
          </Button>
        </>
      }
    >
      <p>{words.signInText}</p>
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
  const { person, choosePerson } = useSession()
  const keys = useQuery(staffApi.keys, {}, ['staff'])
  const settings = useQuery(settingsApi.read, {}, ['settings'])
  const own = keys.value?.people.find((each) => each.person === person?.id)
  const [lock] = useState(() => () => void client.call(staffApi.signOut, {}))
  useIdle(own?.isOpen ? (settings.value?.rules.lockAfter ?? 0) : 0, lock)
  if (!person || !own || own.active === null || own.isOpen) return null
  return <AskPassphrase key={person.id} name={person.name} onOther={() => choosePerson(null)} />
}
