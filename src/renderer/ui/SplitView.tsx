import type { ReactNode } from 'react'
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels'
import styles from './SplitView.module.css'

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
}

/** A main part and one panel on its right whose width a person sets. */
export const SplitView = ({ id, children, side, sideName, sideSize = 320, sideMin = 260, sideMax = 480 }: SplitViewProps) => {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({ id: `newsroom.${id}`, storage: window.localStorage })
  return (
    <Group className={styles.group} defaultLayout={defaultLayout} onLayoutChanged={onLayoutChanged}>
      <Panel id="main">
        <div className={styles.main}>{children}</div>
      </Panel>
      <Separator className={styles.separator} />
      <Panel id="side" defaultSize={sideSize} minSize={sideMin} maxSize={sideMax} groupResizeBehavior="preserve-pixel-size">
        <aside className={styles.side} aria-label={sideName}>
          {side}
        </aside>
      </Panel>
    </Group>
  )
}
