import {
  Check,
  ChevronDown,
  CircleUserRound,
  EllipsisVertical,
  FolderOpen,
  Keyboard,
  Plus,
  Search,
  TriangleAlert,
} from 'lucide-react'
import { Button as AriaButton, TooltipTrigger } from 'react-aria-components'
import { themeChoices } from '../../shared/desktop/theme.ts'
import { plainText } from '../../shared/language/sorting.ts'
import type { StaffMember } from '../../shared/staff/staff.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { useClient } from '../api/hooks.tsx'
import { NotificationBell } from '../features/notification/NotificationBell.tsx'
import { isOtherClock } from '../i18n/format.ts'
import { useFormat, useText } from '../i18n/text.tsx'
import { classes } from '../ui/classes.ts'
import { Menu } from '../ui/Menu.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { useMinute } from '../ui/use-minute.ts'
import styles from './Bar.module.css'
import { describeBinding, frameKeys } from './keys.ts'
import { usePreferences } from './preferences.tsx'
import { type SavedMark, useSession } from './session.tsx'
import { onMac } from './use-keys.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

const IssueSwitcher = () => {
  const text = useText()
  const format = useFormat()
  const { issues, issue, chooseIssue, startNewIssue, may } = useSession()
  const trigger = (
    <AriaButton className={styles.issue ?? ''} aria-label={text.app.issueSwitcher}>
      {issue ? (
        <>
          <strong>{text.app.issueTitle(issue.serial)}</strong>
          <span className={styles.day}>{format.day(issue.plannedFor)}</span>
        </>
      ) : (
        <span className={styles.day}>{text.app.noIssue}</span>
      )}
      <ChevronDown {...icon} />
    </AriaButton>
  )
  return (
    <Menu
      trigger={trigger}
      label={text.app.issueSwitcher}
      groups={[
        {
          id: 'issues',
          entries: issues.map((each) => ({
            id: each.serial,
            label: text.app.issueTitle(each.serial),
            note: `${format.day(each.plannedFor)}, ${text.vocabulary.issueStatus[each.status]}`,
            isSelected: each.serial === issue?.serial,
            onAction: () => chooseIssue(each.serial),
          })),
        },
        {
          id: 'new',
          entries: !may('planIssue')
            ? []
            : [{ id: 'new', label: text.app.newIssue, icon: <Plus {...icon} />, onAction: startNewIssue }],
        },
      ]}
    />
  )
}

const Saved = ({ mark }: { mark: SavedMark | null }) => {
  const text = useText()
  const format = useFormat()
  if (!mark) return null
  if (mark.kind === 'saving') return <span className={styles.saved}>{text.app.saving}</span>
  if (mark.kind === 'unsaved')
    return (
      <span className={classes(styles.saved, styles.unsaved)} role="status">
        <TriangleAlert {...icon} />
        {text.app.unsaved(format.time(mark.since))}
      </span>
    )
  return (
    <span className={styles.saved}>
      <Check {...icon} />
      {text.app.saved(format.time(mark.at))}
    </span>
  )
}

/** Moments are shown by the newspaper's clock: where the computer's is another one, the bar says so. */
const ClockNote = () => {
  const text = useText()
  const format = useFormat()
  const now = useMinute()
  return isOtherClock(now) && <span className={styles.saved}>{text.app.newspaperClock(format.time(now))}</span>
}

const Person = () => {
  const text = useText()
  const { person, staff, choosePerson } = useSession()
  const rolesOf = (member: StaffMember): string => {
    const roles = member.roles.map((role) => text.vocabulary.role[role]).join(', ')
    return plainText(roles) === plainText(member.name) ? '' : roles
  }
  return (
    <Menu
      label={text.app.whoTitle}
      placement="bottom end"
      trigger={
        <AriaButton className={classes(styles.person, !person && styles.nobody)}>
          <CircleUserRound {...icon} size={20} />
          {person ? (
            <>
              <span className={styles.name}>{person.name}</span>
              {rolesOf(person) !== '' && <span className={styles.role}>{rolesOf(person)}</span>}
            </>
          ) : (
            text.app.who
          )}
          <ChevronDown {...icon} />
        </AriaButton>
      }
      groups={[
        {
          id: 'staff',
          title: text.app.whoHint,
          entries: staff
            .filter(({ dismissedAt }) => dismissedAt === undefined)
            .map((member) => ({
              id: member.id,
              label: member.name,
              ...(rolesOf(member) === '' ? {} : { note: rolesOf(member) }),
              isSelected: member.id === person?.id,
              onAction: () => choosePerson(member.id),
            })),
        },
      ]}
    />
  )
}

interface BarProps {
  readonly savedMark: SavedMark | null
  readonly onKeyList: () => void
  readonly onFind: () => void
}

/** The line above every screen: which issue, what is saved, who is here. */
export const Bar = ({ savedMark, onKeyList, onFind }: BarProps) => {
  const text = useText()
  const client = useClient()
  const { workspace } = useSession()
  const { theme, choose } = usePreferences()
  return (
    <header className={styles.bar}>
      <IssueSwitcher />
      <AriaButton className={styles.find ?? ''} onPress={onFind}>
        <Search {...icon} />
        <span>{text.app.findButton}</span>
        <kbd>{describeBinding(frameKeys.find, onMac())}</kbd>
      </AriaButton>
      <ClockNote />
      <Saved mark={savedMark} />
      <NotificationBell />
      <Person />
      <Menu
        label={text.app.theme}
        placement="bottom end"
        trigger={
          <TooltipTrigger delay={500}>
            <AriaButton className={styles.square ?? ''} aria-label={text.app.folderMenu}>
              <EllipsisVertical {...icon} />
            </AriaButton>
            <Tooltip>{text.app.folderMenu}</Tooltip>
          </TooltipTrigger>
        }
        groups={[
          {
            id: 'theme',
            title: text.app.theme,
            entries: themeChoices.map((choice) => ({
              id: choice,
              label: text.app.themes[choice],
              isSelected: choice === theme,
              onAction: () => choose.theme(choice),
            })),
          },
          {
            id: 'program',
            entries: [
              { id: 'keys', label: text.app.keys, keys: 'F1', icon: <Keyboard {...icon} />, onAction: onKeyList },
              {
                id: 'close',
                label: text.app.closeFolder,
                note: workspace.folder ?? '',
                icon: <FolderOpen {...icon} />,
                onAction: () => void client.call(workspaceApi.close, {}),
              },
            ],
          },
        ]}
      />
    </header>
  )
}
