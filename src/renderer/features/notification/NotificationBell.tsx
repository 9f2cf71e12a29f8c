import { Bell } from 'lucide-react'
import { useState } from 'react'
import { Button as AriaButton, Dialog, DialogTrigger, Popover, TooltipTrigger } from 'react-aria-components'
import { notificationApi, type SeenNotice } from '../../../shared/notification/api.ts'
import { type NoticeKind, noticeKinds } from '../../../shared/notification/notification.ts'
import { useClient } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckBox } from '../../ui/CheckBox.tsx'
import { classes } from '../../ui/classes.ts'
import { Tooltip } from '../../ui/Tooltip.tsx'
import { addressOf, describeNotice } from './describe-notice.ts'
import styles from './NotificationBell.module.css'
import { useNotices } from './use-notices.ts'

/** A badge has room for two digits. */
const mostShown = 99

interface NoticeLineProps {
  readonly notice: SeenNotice
  readonly now: number
  readonly onOpen: () => void
}

const NoticeLine = ({ notice, now, onOpen }: NoticeLineProps) => {
  const words = useText().notification
  const format = useFormat()
  const { staff } = useSession()
  const { title, what } = describeNotice(notice, { words, format, staff, now })
  return (
    <li>
      <a href={addressOf(notice)} className={classes(styles.notice, !notice.isSeen && styles.fresh)} onClick={onOpen}>
        <span className={styles.head}>
          <span className={styles.title}>{title}</span>
          {!notice.isSeen && <span className={styles.mark}>{words.fresh}</span>}
        </span>
        <span className={classes(styles.what, (notice.kind === 'late' || notice.kind === 'escalation') && styles.red)}>
          {what}
        </span>
        {notice.text !== '' && <span className={styles.said}>{notice.text}</span>}
      </a>
    </li>
  )
}

/** The bell in the bar: how much is new, and the list of it. */
export const NotificationBell = () => {
  const words = useText().notification
  const client = useClient()
  const { person, workspace } = useSession()
  const { notices, now } = useNotices()
  const [isOpen, setOpen] = useState(false)
  if (!person) return null
  const items = notices?.items ?? []
  const unread = notices?.unread ?? 0
  const muted = notices?.muted ?? []
  const see = (ids: readonly string[]) => {
    if (ids.length > 0 && !workspace.readOnly) void client.call(notificationApi.see, { ids: [...ids] })
  }
  const hear = (kind: NoticeKind, isHeard: boolean) =>
    void client.call(notificationApi.mute, { kinds: isHeard ? muted.filter((each) => each !== kind) : [...muted, kind] })
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <TooltipTrigger delay={500}>
        <AriaButton className={styles.bell ?? ''} aria-label={words.bell(unread)}>
          <Bell size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
          {unread > 0 && (
            <span className={styles.badge} aria-hidden>
              {unread > mostShown ? `${mostShown}+` : unread}
            </span>
          )}
        </AriaButton>
        <Tooltip>{words.title}</Tooltip>
      </TooltipTrigger>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={words.title}>
          <header className={styles.top}>
            <h2>{words.title}</h2>
            {unread > 0 && !workspace.readOnly && (
              <Button kind="flat" onPress={() => see(items.filter(({ isSeen }) => !isSeen).map(({ id }) => id))}>
                {words.readAll}
              </Button>
            )}
          </header>
          {items.length === 0 && <p className={styles.empty}>{words.empty}</p>}
          <ul className={styles.list}>
            {items.map((notice) => (
              <NoticeLine
                key={notice.id}
                notice={notice}
                now={now}
                onOpen={() => {
                  see([notice.id])
                  setOpen(false)
                }}
              />
            ))}
          </ul>
          {!workspace.readOnly && (
            <details className={styles.choice}>
              <summary>{words.choose}</summary>
              {noticeKinds.map((kind) => (
                <CheckBox key={kind} isSelected={!muted.includes(kind)} onChange={(isHeard) => hear(kind, isHeard)}>
                  {words.kinds[kind]}
                </CheckBox>
              ))}
            </details>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  )
}
