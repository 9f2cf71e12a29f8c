import type { Failure } from '../../../../shared/api/result.ts'
import type { ArticleFit } from '../../../../shared/layout/api.ts'
import { hrefOf } from '../../../app/router.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import styles from './FitBar.module.css'

interface FitBarProps {
  readonly characters: number
  readonly words: number
  /** Whether the article stands on a page at all. */
  readonly placed: boolean
  readonly fit: ArticleFit | null
  readonly failure: Failure | null
}

const tone = (overset: number) => (overset > 0 ? styles.over : overset < 0 ? styles.under : styles.exact)

/** How long the text is, and how that fits its place in the issue. */
export const FitBar = ({ characters, words, placed, fit, failure }: FitBarProps) => {
  const text = useText().article.fit
  const format = useFormat()
  const part = fit && fit.lines > 0 ? Math.min(1, (fit.lines - Math.max(0, fit.overset)) / fit.lines) : 0
  return (
    <section className={styles.bar} aria-label={text.label} data-region="">
      {fit ? (
        <>
          <b className={`${styles.figure} ${tone(fit.overset)}`} aria-hidden>
            {format.overset(fit.overset) ?? '✓'}
          </b>
          <div role="status">
            <div className={tone(fit.overset)}>
              {fit.overset > 0 ? text.overset(fit.overset) : fit.overset < 0 ? text.underset(-fit.overset) : text.exact}
            </div>
            <div className={styles.small}>
              {text.slot(fit.lines, fit.lines - fit.overset, fit.page)}
              {fit.continuation !== null && text.continued(fit.continuation)}
            </div>
          </div>
          <span className={styles.rule} aria-hidden>
            <i style={{ width: `${part * 100}%` }} />
            {fit.overset > 0 && <u style={{ left: `${part * 100}%` }} />}
          </span>
          <a href={hrefOf({ section: 'page', page: fit.page })}>{text.toPage}</a>
        </>
      ) : (
        <span className={styles.small}>
          {failure ? `${text.failed}. ${failure.what}` : placed ? text.measuring : text.noSlot}
        </span>
      )}
      <span className={styles.space} />
      <span className={styles.count}>{text.characters(characters)}</span>
      <span className={styles.count}>{text.words(words)}</span>
    </section>
  )
}
