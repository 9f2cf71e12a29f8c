import type { MarkedText } from '../../shared/search/api.ts'
import styles from './Marked.module.css'
import { piecesOf } from './palette-search.ts'

/** A text with the places that were found in it. */
export const Marked = ({ marked }: { marked: MarkedText }) => {
  let at = 0
  return piecesOf(marked).map(({ text, found }) => {
    at += text.length
    return found ? (
      <mark key={at} className={styles.found}>
        {text}
      </mark>
    ) : (
      <span key={at}>{text}</span>
    )
  })
}
