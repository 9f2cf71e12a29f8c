import { Check } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import styles from './Menu.module.css'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  /** A second line: who, where, when. */
  readonly note?: string
  readonly keys?: string
  readonly icon?: ReactNode
  readonly isSelected?: boolean
  readonly isDisabled?: boolean
  readonly onAction: () => void
}

export interface MenuGroup {
  readonly id: string
  readonly title?: string
  readonly entries: readonly MenuEntry[]
}

interface MenuProps {
  /** The button that opens it: any pressable element. */
  readonly trigger: ReactNode
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly placement?: 'bottom start' | 'bottom end' | 'right bottom' | 'top start'
}

const Entry = ({ entry, ticks }: { entry: MenuEntry; ticks: boolean }) => (
  <MenuItem
    id={entry.id}
    textValue={entry.label}
    isDisabled={entry.isDisabled ?? false}
    onAction={entry.onAction}
    className={styles.item ?? ''}
  >
    {ticks && (
      <span className={styles.tick}>
        {entry.isSelected && <Check size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
      </span>
    )}
    {entry.icon}
    <span className={styles.label}>
      {entry.label}
      {entry.note !== undefined && <span className={styles.note}>{entry.note}</span>}
    </span>
    {entry.keys !== undefined && <kbd>{entry.keys}</kbd>}
  </MenuItem>
)

const Groups = ({ label, groups }: { readonly label: string; readonly groups: readonly MenuGroup[] }) =>
  groups
    .filter((group) => group.entries.length > 0)
    .map((group, at) => (
      // A group and an entry of one id would be each other's parent: drawing such a menu anew never ends.
      <MenuSection key={group.id} id={`group:${group.id}`} aria-label={group.title ?? label}>
        {at > 0 && group.title === undefined && <Separator className={styles.separator ?? ''} />}
        {group.title !== undefined && <Header className={styles.header}>{group.title}</Header>}
        {group.entries.map((entry) => (
          <Entry key={entry.id} entry={entry} ticks={group.entries.some((each) => each.isSelected !== undefined)} />
        ))}
      </MenuSection>
    ))

interface MenuAtProps {
  /** Where it opens: below a line of this height, pixels of the window. */
  readonly place: { readonly left: number; readonly top: number; readonly height: number }
  readonly label: string
  readonly groups: readonly MenuGroup[]
  readonly onClose: () => void
}

/** A menu that belongs to a place of the text; closed, it gives the keyboard back. */
export const MenuAt = ({ place, label, groups, onClose }: MenuAtProps) => {
  const anchor = useRef<HTMLSpanElement>(null)
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ ...place }} aria-hidden />
      <Popover
        className={styles.popover ?? ''}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => {
          if (!open) onClose()
        }}
        placement="bottom start"
        offset={4}
      >
        <AriaMenu className={styles.menu ?? ''} aria-label={label} autoFocus="first" onClose={onClose}>
          <Groups label={label} groups={groups} />
        </AriaMenu>
      </Popover>
    </>
  )
}

/** A button with a menu of actions. */
export const Menu = ({ trigger, label, groups, placement = 'bottom start' }: MenuProps) => {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement={placement} offset={4}>
        <AriaMenu className={styles.menu ?? ''} aria-label={label}>
          <Groups label={label} groups={groups} />
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
