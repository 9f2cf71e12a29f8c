import type { ReactNode } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'

const sideTabs = ['workflow', 'suggestions', 'comments', 'findings', 'versions'] as const
export type SideTab = (typeof sideTabs)[number]

interface SidePanelProps {
  readonly selected: SideTab
  readonly onSelect: (tab: SideTab) => void
  readonly workflow: ReactNode
  readonly suggestions: ReactNode
  readonly suggestionCount: number
  readonly comments: ReactNode
  readonly commentCount: number
  readonly findings: ReactNode
  readonly findingCount: number
  readonly versions: ReactNode
  /** Lost words that wait for a decision. */
  readonly lostCount: number
}

/** What stands beside the text: its way through the newsroom, what people suggest, what they say. */
export const SidePanel = (props: SidePanelProps) => {
  const { selected, onSelect, workflow, suggestions, suggestionCount, comments, commentCount, findings, findingCount } = props
  const { versions, lostCount } = props
  const text = useText()
  return (
    <Tabs
      label={text.article.side}
      selected={selected}
      onSelect={(id) => {
        const tab = sideTabs.find((one) => one === id)
        if (tab) onSelect(tab)
      }}
      items={[
        { id: 'workflow', label: text.article.sideWorkflow, content: workflow, keep: true },
        {
          id: 'suggestions',
          label: text.suggestion.tab,
          content: suggestions,
          ...(suggestionCount > 0 && { count: suggestionCount }),
        },
        { id: 'comments', label: text.comment.tab, content: comments, ...(commentCount > 0 && { count: commentCount }) },
        {
          id: 'findings',
          label: text.writing.finding.tab,
          content: findings,
          ...(findingCount > 0 && { count: findingCount }),
        },
        { id: 'versions', label: text.version.tab, content: versions, ...(lostCount > 0 && { count: lostCount }) },
      ]}
    />
  )
}
