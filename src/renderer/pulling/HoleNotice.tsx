import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/Button.tsx'
import { FailureMessage } from '../ui/FailureMessage.tsx'
import styles from './HoleNotice.module.css'
import type { useHole } from './use-hole.ts'

/** What a story that was taken off its page has left: the hole, the signatures it voided, and stories that fit. */
export const HoleNotice = ({ pulling }: { readonly pulling: ReturnType<typeof useHole> }) => {
  const text = useText()
  const words = text.issue.hole
  const { hole, failure } = pulling
  if (!hole) return null
  return (
    <section className={styles.hole} aria-label={words.title}>
      <p className={styles.what}>{words.pulled(hole.headline, hole.page, hole.hole)}</p>
      {hole.continuation !== null && <p>{words.jump(hole.continuation)}</p>}
      {hole.voided.length > 0 && <p className={styles.amber}>{words.voided(hole.voided)}</p>}
      {hole.held.length > 0 && <p>{words.held(hole.held.length)}</p>}
      {hole.offers.length > 0 && (
        <>
          <p>{words.offers}</p>
          <ul>
            {hole.offers.map(({ article, headline, lines }) => (
              <li key={article}>
                <Button onPress={() => void pulling.fill(article)}>{words.offer(headline || text.issue.untitled, lines)}</Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {failure && <FailureMessage failure={failure} />}
      <div className={styles.acts}>
        <Button onPress={() => void pulling.putBack()}>{words.undo}</Button>
        <Button kind="flat" onPress={pulling.forget}>
          {text.ui.close}
        </Button>
      </div>
    </section>
  )
}
