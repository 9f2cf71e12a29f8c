import { PanelRight } from 'lucide-react'
import { type ReactNode, useEffect, useId, useState } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import { describeBinding } from '../app/keys.ts'
import { onMac, useKeys } from '../app/use-keys.ts'
import { IconButton } from './IconButton.tsx'
import styles from './SplitView.module.css'
import { useMedia } from './use-media.ts'

interface SplitViewProps {
  /** Under this name the sizes are remembered. */
  readonly id: string
  readonly children: ReactNode
  readonly side: ReactNode
  readonly sideName: string
  /** Pixels. */
  readonly sideSize?: number
  readonly sideMin?: number
  readonly sideMax?: number
  /** What the panel is about. Where the panel lies over the main part, it opens when this changes. */
  readonly wanted?: string | null
  /** Something in the main part needs its room now: a panel that lies over it folds. */
  readonly givesWay?: boolean
}

const toggleKey = { code: 'BracketRight', ctrl: true } as const

/** Narrower windows have no room for a full panel; still narrower ones show it over the main part, when asked. */
const narrow = '(max-width: 1359px)'
const overlaid = '(max-width: 1199px)'
const narrowMax = 300

/** Is the panel open? Beside the main part it is until somebody folds it, over the main part it is not. */
const useOpen = (id: string, over: boolean): readonly [boolean, (open: boolean) => void] => {
  const key = `newsroom.side:${id}`
  const [beside, setBeside] = useState(() => window.localStorage.getItem(key) !== 'folded')
  const [above, setAbove] = useState(false)
  if (over) return [above, setAbove]
  return [
    beside,
    (open) => {
      window.localStorage.setItem(key, open ? 'open' : 'folded')
      setBeside(open)
    },
  ]
}

/** A main part and one panel on its right whose width a person sets and which folds away: Ctrl ]. */
export const SplitView = (props: SplitViewProps) => {
  const { id, children, side, sideName, sideSize = 320, sideMin = 260, sideMax = 480, wanted = null, givesWay = false } = props
  const isNarrow = useMedia(narrow)
  const over = useMedia(overlaid)
  const [open, setOpen] = useOpen(id, over)
  const panel = useId()
  const beside = open && !over
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `newsroom.${id}`,
    panelIds: beside ? ['main', 'side'] : ['main'],
    storage: window.localStorage,
  })
  useKeys([{ binding: toggleKey, run: () => setOpen(!open) }])
  useEffect(() => {
    if (over && wanted !== null) setOpen(true)
  }, [over, wanted, setOpen])
  useEffect(() => {
    if (over && givesWay) setOpen(false)
  }, [over, givesWay, setOpen])

  const max = isNarrow ? Math.min(sideMax, narrowMax) : sideMax
  return (
    <div className={styles.frame}>
      <Group className={styles.group} defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
        <Panel id="main">
          <div className={styles.main}>{children}</div>
        </Panel>
        {beside && (
          <>
            <Separator className={styles.separator} />
            <Panel
              id="side"
              defaultSize={Math.min(sideSize, max)}
              minSize={sideMin}
              maxSize={max}
              groupResizeBehavior="preserve-pixel-size"
            >
              <aside className={styles.side} aria-label={sideName}>
                {side}
              </aside>
            </Panel>
          </>
        )}
      </Group>
      {!beside && (
        <>
          {/* Folded it stays in place: its keys go on working. */}
          <aside
            id={panel}
            className={styles.over}
            aria-label={sideName}
            hidden={!open}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) setOpen(false)
            }}
          >
            {side}
          </aside>
          <div className={styles.strip}>
            <IconButton
              icon={<PanelRight size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
              label={sideName}
              keys={describeBinding(toggleKey, onMac())}
              isExpanded={open}
              onPress={() => setOpen(!open)}
            />
          </div>
        </>
      )}
    </div>
  )
}
