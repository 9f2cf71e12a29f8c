import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import type { ChannelCheck } from '../../../shared/publishing/channel.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { CheckList } from './CheckList.tsx'

interface ChannelResultProps {
  readonly title: string
  readonly channel: string
  readonly outcome: { readonly problem: string | null; readonly checks: readonly ChannelCheck[] }
  readonly onMend: () => void
  readonly onClose: () => void
}

/** What the test of a connection has shown, and what can be done about it. */
export const ChannelResult = ({ title, channel, outcome, onMend, onClose }: ChannelResultProps) => {
  const text = useText()
  const words = text.channelGuide
  const client = useClient()
  const known = useQuery(publishingApi.channels, {}, ['publishing'])
  const [trial, setTrial] = useState<readonly ChannelCheck[] | null>(null)
  const [working, setWorking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const triable = known.value?.some(({ id, triable: may }) => id === channel && may) === true
  const tryOut = async () => {
    setWorking(true)
    const tried = await client.call(publishingApi.tryChannel, { channel })
    setWorking(false)
    setFailure(tried.ok ? null : tried.failure)
    if (tried.ok) setTrial(tried.value.checks)
  }
  const fine = outcome.problem === null
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          {!fine && <Button onPress={onClose}>{words.leave}</Button>}
          {fine && triable && trial === null && (
            <Button isDisabled={working} onPress={() => void tryOut()}>
              {working ? text.channel.checking : words.tryOut}
            </Button>
          )}
          <Button kind="primary" onPress={fine ? onClose : onMend}>
            {fine ? text.ui.done : words.mend}
          </Button>
        </>
      }
    >
      <p role="status">{fine ? text.channel.added(channel) : words.notYet}</p>
      <CheckList checks={trial ? [...outcome.checks, ...trial] : outcome.checks} />
      {fine && triable && trial === null && <p>{words.tryHint}</p>}
      {failure && <FailureMessage failure={failure} />}
    </Dialog>
  )
}
