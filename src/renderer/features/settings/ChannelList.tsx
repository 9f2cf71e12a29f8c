import { CircleCheck, Plus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { publishingApi } from '../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../shared/publishing/channel.ts'
import { placeOf } from '../../../shared/publishing/channel-fields.ts'
import { useClient, useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { ChannelDialog } from './ChannelDialog.tsx'
import styles from './ChannelList.module.css'
import { ChannelWizard } from './ChannelWizard.tsx'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface ChannelLineProps {
  readonly channel: ChannelState
  readonly readOnly: boolean
  readonly onEdit: () => void
}

/** One channel: what it is, whether it answers, and how to ask it or change it. */
const ChannelLine = ({ channel, readOnly, onEdit }: ChannelLineProps) => {
  const text = useText()
  const words = text.channel
  const format = useFormat()
  const client = useClient()
  const toast = useToast()
  const [checking, setChecking] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const { id, kind, settings, problem, connected, needsKey, lastSuccess } = channel
  const good = connected && problem === null
  const check = async () => {
    setChecking(true)
    const checked = await client.call(publishingApi.addChannel, { id, kind, settings, secret: null })
    setChecking(false)
    setFailure(checked.ok ? null : checked.failure)
    if (checked.ok && checked.value.problem === null) toast({ text: words.fine(id) })
  }
  return (
    <li className={styles.channel}>
      <span className={styles.words}>
        <span className={styles.name}>{words.kinds[kind]}</span>
        <span className={styles.note}>
          {placeOf(kind, settings)} · {id} ·{' '}
          {lastSuccess === null
            ? text.channelGuide.noSuccess
            : text.channelGuide.lastSuccess(format.moment(lastSuccess, Date.now()))}
        </span>
        {problem !== null && <span className={styles.problem}>{problem}</span>}
        {failure && <FailureMessage failure={failure} />}
      </span>
      <span className={classes(styles.state, good ? styles.good : styles.bad)}>
        {good ? <CircleCheck {...icon} /> : <TriangleAlert {...icon} />}
        {connected ? (needsKey ? words.needsKey : words.connected) : words.notConnected}
      </span>
      {!readOnly && (
        <>
          <Button isDisabled={checking} onPress={() => void check()}>
            {checking ? words.checking : words.check}
          </Button>
          <Button onPress={onEdit}>{words.edit}</Button>
        </>
      )}
    </li>
  )
}

/** Where the newsroom publishes: what is connected, what is not and why. */
export const ChannelList = () => {
  const words = useText().channel
  const { may } = useSession()
  const channels = useQuery(publishingApi.channels, {}, ['publishing'])
  const [editing, setEditing] = useState<ChannelState | 'new' | null>(null)
  const [taken, setTaken] = useState<readonly string[]>([])
  const all = channels.value ?? []
  const close = () => {
    setEditing(null)
    channels.refresh()
  }
  const add = () => {
    // The names as they are now: the channel itself appears among them once it is connected.
    setTaken(all.map(({ id }) => id))
    setEditing('new')
  }
  return (
    <div className={styles.channels}>
      {channels.failure && <FailureMessage failure={channels.failure} onAction={channels.refresh} />}
      {channels.value !== null && all.length === 0 && <p>{words.empty}</p>}
      {all.length > 0 && (
        <ul className={styles.list}>
          {all.map((channel) => (
            <ChannelLine
              key={channel.id}
              channel={channel}
              readOnly={!may('connectChannel')}
              onEdit={() => setEditing(channel)}
            />
          ))}
        </ul>
      )}
      {channels.value !== null && may('connectChannel') && (
        <div>
          <Button kind="primary" icon={<Plus {...icon} />} onPress={add}>
            {words.add}
          </Button>
        </div>
      )}
      {editing === 'new' && <ChannelWizard taken={taken} onClose={close} />}
      {editing !== null && editing !== 'new' && <ChannelDialog channel={editing} onClose={close} />}
    </div>
  )
}
