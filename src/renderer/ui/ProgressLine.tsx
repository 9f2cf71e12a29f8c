import { ProgressBar } from 'react-aria-components'
import { useFormat, useText } from '../i18n/text.tsx'
import { Button } from './Button.tsx'
import styles from './ProgressLine.module.css'

interface ProgressLineProps {
  /** What is being done: «полоса 6 из 16». */
  readonly label: string
  readonly done: number
  /** Zero when it is not known how much there is. */
  readonly total: number
  readonly onCancel?: () => void
}

/** A rule that fills, a number and «Отменить». */
export const ProgressLine = ({ label, done, total, onCancel }: ProgressLineProps) => {
  const text = useText()
  const format = useFormat()
  const part = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div className={styles.row}>
      <ProgressBar
        className={styles.progress ?? ''}
        aria-label={label}
        isIndeterminate={total <= 0}
        value={part * 100}
        valueLabel={total > 0 ? text.ui.of(format.number(done), format.number(total)) : label}
      >
        <span className={styles.label}>{label}</span>
        <span className={styles.track}>
          <span className={styles.fill} style={{ width: `${part * 100}%` }} />
        </span>
      </ProgressBar>
      {onCancel && <Button onPress={onCancel}>{text.ui.stop}</Button>}
    </div>
  )
}
