import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../shared/api/result.ts'
import { useText } from '../i18n/text.tsx'
import { Button } from './Button.tsx'
import styles from './FailureMessage.module.css'

interface FailureMessageProps {
  readonly failure: Failure
  /** The one button: what to do about it. «Повторить» unless `actionLabel` says otherwise. */
  readonly onAction?: () => void
  readonly actionLabel?: string
}

/** A failure for people: what happened, what is safe, what to do; the code folds out and can be copied. */
export const FailureMessage = ({ failure, onAction, actionLabel }: FailureMessageProps) => {
  const text = useText()
  const [copied, setCopied] = useState(false)
  const code = failure.reference === undefined ? failure.code : `${failure.code}: ${failure.reference}`
  return (
    <div className={styles.failure} role="alert">
      <TriangleAlert size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
      <div className={styles.words}>
        <p className={styles.what}>{failure.what}</p>
        {failure.safe !== undefined && <p>{failure.safe}</p>}
        {failure.todo !== undefined && <p>{failure.todo}</p>}
        {failure.reference !== undefined && (
          <details className={styles.details}>
            <summary>{text.ui.details}</summary>
            <p>
              {text.ui.errorCode}: <code>{code}</code>
            </p>
            <Button
              kind="flat"
              onPress={() => {
                void navigator.clipboard.writeText(code).then(() => setCopied(true))
              }}
            >
              {copied ? text.ui.copied : text.ui.copyCode}
            </Button>
          </details>
        )}
      </div>
      {onAction && <Button onPress={onAction}>{actionLabel ?? text.ui.retry}</Button>}
    </div>
  )
}
