import { BookPlus, Check, EyeOff } from 'lucide-react'
import { GridList, GridListItem } from 'react-aria-components'
import { languageApi } from '../../../../shared/language/api.ts'
import { useClient } from '../../../api/hooks.tsx'
import { hrefOf } from '../../../app/router.ts'
import { useText } from '../../../i18n/text.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import items from '../../../ui/ItemList.module.css'
import styles from './FindingPanel.module.css'
import type { Findings, PlacedFinding } from './use-findings.ts'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface FindingPanelProps {
  readonly findings: Findings
  readonly readOnly: boolean
}

/** So much of the text is shown on each side. */
const around = 24

const Row = ({ placed, findings, readOnly }: FindingPanelProps & { readonly placed: PlacedFinding }) => {
  const text = useText().writing.finding
  const client = useClient()
  const { finding, stretch, words, rule } = placed
  const fix = finding.kind === 'house' ? finding.fix : null
  return (
    <div className={items.row}>
      <div className={items.what}>
        <p className={styles.kind}>{finding.kind === 'house' ? text.house : text.spelling}</p>
        <p className={styles.words}>
          {stretch.text.slice(Math.max(0, finding.from - around), finding.from).replace(/^\S*\s/, '')}
          <b>{words}</b>
          {stretch.text.slice(finding.to, finding.to + around).replace(/\s\S*$/, '')}
        </p>
        {rule && (
          <p className={styles.note}>
            {text.prefer(fix ?? rule.preferred)}
            {rule.note !== '' && ` ${rule.note}`}
          </p>
        )}
      </div>
      <div className={styles.verdicts}>
        {fix !== null && !readOnly && (
          <IconButton icon={<Check {...icon} />} label={text.fix(fix)} onPress={() => findings.fix(placed, fix)} />
        )}
        {finding.kind === 'spelling' && !readOnly && (
          <IconButton
            icon={<BookPlus {...icon} />}
            label={text.learn}
            onPress={() => void client.call(languageApi.addWord, { word: words.toLocaleLowerCase('ru') })}
          />
        )}
        <IconButton icon={<EyeOff {...icon} />} label={text.skip} onPress={() => findings.skip(placed)} />
      </div>
    </div>
  )
}

/** What house style and spelling found in the text, in reading order. */
export const FindingPanel = ({ findings, readOnly }: FindingPanelProps) => {
  const text = useText().writing.finding
  const { open, dictionary } = findings
  return (
    <div className={styles.panel}>
      <p className={styles.hint}>
        {dictionary === false && `${text.noDictionary} `}
        {text.hint} <a href={hrefOf({ section: 'settings', part: 'language' })}>{text.toRules}</a>
      </p>
      {open.length === 0 ? (
        <p className={styles.empty}>{dictionary === null ? text.reading : text.empty}</p>
      ) : (
        <GridList
          aria-label={text.list}
          className={items.list ?? ''}
          items={open}
          dependencies={[readOnly, findings]}
          onAction={(id) => {
            const chosen = open.find((each) => each.id === id)
            if (chosen) findings.show(chosen, true)
          }}
        >
          {(placed) => (
            <GridListItem id={placed.id} textValue={`${text[placed.finding.kind]}: ${placed.words}`} className={items.item ?? ''}>
              <Row placed={placed} findings={findings} readOnly={readOnly} />
            </GridListItem>
          )}
        </GridList>
      )}
    </div>
  )
}
