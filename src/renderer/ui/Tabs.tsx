import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'
import styles from './Tabs.module.css'

export interface TabItem {
  readonly id: string
  readonly label: string
  readonly count?: number
  readonly content: ReactNode
  /** Stays in place while another is shown: its keys go on working. */
  readonly keep?: boolean
}

interface TabsProps {
  readonly label: string
  readonly items: readonly TabItem[]
  readonly selected?: string
  readonly onSelect?: (id: string) => void
}

/** Views of one thing, one at a time. */
export const Tabs = ({ label, items, selected, onSelect }: TabsProps) => (
  <AriaTabs
    className={styles.tabs ?? ''}
    {...(selected === undefined ? {} : { selectedKey: selected })}
    onSelectionChange={(key) => onSelect?.(String(key))}
  >
    <TabList className={styles.list ?? ''} aria-label={label}>
      {items.map((item) => (
        <Tab key={item.id} id={item.id} className={styles.tab ?? ''}>
          {item.label}
          {item.count !== undefined && <span className={styles.count}>{item.count}</span>}
        </Tab>
      ))}
    </TabList>
    {items.map((item) => (
      <TabPanel key={item.id} id={item.id} className={styles.panel ?? ''} shouldForceMount={item.keep ?? false}>
        {item.content}
      </TabPanel>
    ))}
  </AriaTabs>
)
