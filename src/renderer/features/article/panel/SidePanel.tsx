import type { ReactNode } from 'react'
import { useText } from '../../../i18n/text.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'

export type SideTab = 'workflow' | 'suggestions'

interface SidePanelProps {
  readonly selected: SideTab
  readonly onSelect: (tab: SideTab) => void
  readonly workflow: ReactNode
  readonly suggestions: ReactNode
  readonly suggestionCount: number
}

/** What stands beside the text: its way through the newsroom, and what people suggest. */
export const SidePanel = ({ selected, onSelect, workflow, suggestions, suggestionCount }: SidePanelProps) => {
  const text = useText()
  return (
    <Tabs
      label={text.article.side}
      selected={selected}
      onSelect={(id) => {
        if (id === 'workflow' || id === 'suggestions') onSelect(id)
      }}
      items={[
        { id: 'workflow', label: text.article.sideWorkflow, content: workflow, keep: true },
        {
          id: 'suggestions',
          label: text.suggestion.tab,
          content: suggestions,
          ...(suggestionCount > 0 && { count: suggestionCount }),
        },
      ]}
    />
  )
}
