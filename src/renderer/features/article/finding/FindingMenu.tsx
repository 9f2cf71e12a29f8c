import { useEffect, useState } from 'react'
import { languageApi } from '../../../../shared/language/api.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { MenuAt, type MenuEntry } from '../../../ui/Menu.tsx'
import type { ArticleWords } from '../words/article-words.ts'
import type { Findings, PlacedFinding } from './use-findings.ts'

interface FindingMenuProps {
  readonly article: ArticleWords
  readonly finding: PlacedFinding
  readonly findings: Findings
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** What can be done about words in the text: put others in their place, teach them, pass them over. */
export const FindingMenu = ({ article, finding, findings, readOnly, onClose }: FindingMenuProps) => {
  const text = useText().writing.finding
  const client = useClient()
  const [suggested, setSuggested] = useState<readonly string[] | null>(null)
  const { words, rule } = finding
  const isSpelling = finding.finding.kind === 'spelling'
  const fix = finding.finding.kind === 'house' ? finding.finding.fix : null
  const { suggest } = findings
  useEffect(() => {
    let live = true
    if (isSpelling)
      void suggest(words).then((found) => {
        if (live) setSuggested(found)
      })
    return () => {
      live = false
    }
  }, [isSpelling, suggest, words])
  const box = article.boxOf(finding)
  if (!box || (isSpelling && suggested === null)) return null

  const { left, top, bottom } = box
  const putIn = (by: string): MenuEntry => ({ id: `fix ${by}`, label: by, onAction: () => findings.fix(finding, by) })
  const better = isSpelling ? (suggested ?? []) : fix === null ? [] : [fix]
  return (
    <MenuAt
      place={{ left, top, height: bottom - top }}
      label={text.menu(words)}
      onClose={onClose}
      groups={[
        {
          id: 'better',
          title: rule ? (rule.note === '' ? text.prefer(rule.preferred) : rule.note) : text.maybe(better.length),
          entries: readOnly ? [] : better.map(putIn),
        },
        {
          id: 'more',
          ...(rule && (readOnly || better.length === 0) ? { title: `${text.prefer(rule.preferred)} ${rule.note}` } : {}),
          entries: [
            ...(isSpelling && !readOnly
              ? [
                  {
                    id: 'learn',
                    label: text.learn,
                    onAction: () => void client.call(languageApi.addWord, { word: words.toLocaleLowerCase('ru') }),
                  },
                ]
              : []),
            { id: 'skip', label: text.skip, onAction: () => findings.skip(finding) },
          ],
        },
      ]}
    />
  )
}
