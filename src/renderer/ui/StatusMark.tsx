import { Check, CornerUpLeft, Pause, X } from 'lucide-react'
import type { ArticleStatus } from '../../shared/workflow/states.ts'
import { useText } from '../i18n/text.tsx'
import { classes } from './classes.ts'
import styles from './StatusMark.module.css'

interface StatusMarkProps {
  readonly status: ArticleStatus
  /** It came back with a remark. */
  readonly returned?: boolean
  /** Writes the state beside the mark; without it the mark carries the word as its name. */
  readonly word?: boolean
  readonly small?: boolean
}

const Sign = ({ status, returned }: { status: ArticleStatus; returned: boolean }) => {
  const text = useText()
  if (returned) return <CornerUpLeft />
  if (status === 'published') return <Check />
  if (status === 'onHold') return <Pause fill="currentColor" />
  if (status === 'spiked') return <X />
  return text.vocabulary.articleLetter[status]
}

/** The state of an article: a circle with its letter. The only place that draws it. */
export const StatusMark = ({ status, returned = false, word = false, small = false }: StatusMarkProps) => {
  const text = useText()
  const name = returned ? text.vocabulary.returned : text.vocabulary.articleStatus[status]
  const mark = classes(styles.mark, returned ? styles.returned : styles[status], small && styles.small)
  if (!word)
    return (
      <span className={mark} role="img" aria-label={name} title={name}>
        <Sign status={status} returned={returned} />
      </span>
    )
  return (
    <span className={styles.state}>
      <span className={mark} aria-hidden>
        <Sign status={status} returned={returned} />
      </span>
      {name}
    </span>
  )
}
