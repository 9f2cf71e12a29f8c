import { Check, X } from 'lucide-react'
import type { Suggestion } from '../../../../shared/article/suggestion/list-suggestions.ts'
import type { Verdict } from '../../../../shared/article/suggestion/settle.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import items from '../../../ui/ItemList.module.css'
import { describeSuggestion } from './describe-suggestion.ts'
import styles from './SuggestionPanel.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

interface SuggestionRowProps {
  readonly suggestion: Suggestion
  readonly name: string
  readonly colour: number
  readonly readOnly: boolean
  readonly onDecide: (verdict: Verdict) => void
}

/** One suggestion in the list: who, when, what goes and what comes. */
export const SuggestionRow = ({ suggestion, name, colour, readOnly, onDecide }: SuggestionRowProps) => {
  const text = useText()
  const format = useFormat()
  const words = text.suggestion
  const { deleted, inserted, about, notes } = describeSuggestion(suggestion, text)
  return (
    <div className={items.row}>
      <div className={items.what}>
        <p className={styles.head}>
          <span className={styles.who} data-person={colour}>
            {name}
          </span>
          <span className={styles.when}>{format.moment(suggestion.at, Date.now())}</span>
        </p>
        <p className={styles.words}>
          <span className={styles.kind}>{words.kinds[suggestion.kind]}: </span>
          {deleted !== '' && <del data-person={colour}>{deleted}</del>}{' '}
          {inserted !== '' && <ins data-person={colour}>{inserted}</ins>}
          {about !== '' && <span className={styles.about}>{about}</span>}
          {notes.length > 0 && <span className={styles.note}> {notes.join(', ')}</span>}
        </p>
      </div>
      {!readOnly && (
        <div className={styles.verdicts}>
          <IconButton
            icon={<Check {...icon} />}
            label={suggestion.kind === 'block' ? words.apply : words.accept}
            onPress={() => onDecide('accept')}
          />
          <IconButton icon={<X {...icon} />} label={words.reject} onPress={() => onDecide('reject')} />
        </div>
      )}
    </div>
  )
}
