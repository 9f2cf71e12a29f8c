import { CircleCheck, Plus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { publishingApi } from '../../../shared/publishing/api.ts'
import type { ChannelState } from '../../../shared/publishing/channel.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { classes } from '../../ui/classes.ts'
import { FailureMessage } from '../../ui/FailureMessage.tsx'
import styles from './ChannelList.module.css'
import { TelegramDialog } from './TelegramDialog.tsx'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

/** Where the newsroom publishes: what is connected, what is not and why. */
export const ChannelList = () => {
  const text = useText()
  const { workspace } = useSession()
  const channels = useQuery(publishingApi.channels, {}, ['publishing'])
  const [editing, setEditing] = useState<ChannelState | 'new' | null>(null)
  const words = text.settings.channels
  const add = !workspace.readOnly && (
    <Button kind="primary" icon={<Plus {...icon} />} onPress={() => setEditing('new')}>
      {words.add}
    </Button>
  )
  return (
    <div className={styles.channels}>
      {channels.failure && <FailureMessage failure={channels.failure} onAction={channels.refresh} />}
      {channels.value?.length === 0 && (
        <>
          <p>{words.empty}</p>
          <div>{add}</div>
        </>
      )}
      {channels.value !== null && channels.value.length > 0 && (
        <>
          <ul className={styles.list}>
            {channels.value.map((channel) => (
              <li key={channel.id} className={styles.channel}>
                <span className={styles.words}>
                  <span className={styles.name}>{channel.id}</span>
                  <span className={styles.note}>
                    {words.kind[channel.kind]} · {channel.settings.chat}
                  </span>
                  {channel.problem !== null && <span className={styles.problem}>{channel.problem}</span>}
                </span>
                <span className={classes(styles.state, channel.connected ? styles.good : styles.bad)}>
                  {channel.connected ? <CircleCheck {...icon} /> : <TriangleAlert {...icon} />}
                  {channel.connected ? words.connected : words.notConnected}
                </span>
                {!workspace.readOnly && <Button onPress={() => setEditing(channel)}>{words.edit}</Button>}
              </li>
            ))}
          </ul>
          <div>{add}</div>
        </>
      )}
      {editing !== null && (
        <TelegramDialog
          channel={editing === 'new' ? null : editing}
          taken={(channels.value ?? []).map(({ id }) => id)}
          onClose={() => {
            setEditing(null)
            channels.refresh()
          }}
        />
      )}
    </div>
  )
}
