import { useText } from '../../../i18n/text.tsx'
import styles from './DragLabel.module.css'
import type { Drag } from './use-drag.ts'

interface DragLabelProps {
  readonly drag: Drag | null
  readonly headlineOf: (article: string) => string
}

/** What is in hand, beside the pointer: a story with its length, or a page. A zone that is moved is seen itself. */
export const DragLabel = ({ drag, headlineOf }: DragLabelProps) => {
  const text = useText().page
  if (drag === null) return null
  const { held, x, y } = drag
  if (held.kind !== 'story' && held.kind !== 'page') return null
  return (
    <div className={styles.label} style={{ transform: `translate(${x}px, ${y}px)` }} aria-hidden>
      {held.kind === 'page' ? (
        text.title(held.page)
      ) : (
        <>
          <span className={styles.headline}>{headlineOf(held.part.article)}</span>
          <b>{text.panel.linesOf(held.lines)}</b>
        </>
      )}
    </div>
  )
}
