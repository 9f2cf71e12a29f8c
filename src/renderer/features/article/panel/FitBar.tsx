import type { Failure } from '../../../../shared/api/result.ts'
import type { ArticleFit } from '../../../../shared/layout/api.ts'
import { hrefOf } from '../../../app/router.ts'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { classes } from '../../../ui/classes.ts'
import { useCalm } from '../../../ui/use-calm.ts'
import type { Commission, WithoutPlace } from './commission.ts'
import styles from './FitBar.module.css'

interface FitBarProps {
  readonly characters: number
  readonly words: number
  /** Lines of its body in columns of the publication; null until they are counted. */
  readonly lines: number | null
  /** Whether the article stands on a page at all, and on which; null until that is known. */
  readonly placed: boolean | null
  readonly page: number | null
  readonly fit: ArticleFit | null
  readonly withoutPlace: WithoutPlace | null
  readonly commission: Commission | null
  readonly failure: Failure | null
  /** Shows where the place ends in the text. */
  readonly onSlotEnd: () => void
  readonly remarks: number
  readonly onRemarks: () => void
}

/** A screen reader is told no more often, in milliseconds. */
const announcePause = 5000

const tone = (over: number) => (over > 0 ? styles.over : over < 0 ? styles.under : styles.exact)

/** What the bar says: a figure, the words for it, and what it is measured by. */
const useSayings = ({ lines, placed, page, fit, withoutPlace, commission, failure }: FitBarProps) => {
  const text = useText().article.fit
  if (fit) {
    const { overset } = fit
    const continued = fit.continuation === null ? '' : text.continued(fit.continuation)
    return {
      over: overset,
      main: overset > 0 ? text.overset(overset) : overset < 0 ? text.underset(-overset) : text.exact,
      by: `${text.slot(fit.lines, fit.lines - overset, fit.page)}${continued}`,
    }
  }
  if (failure) return { over: null, main: '', by: `${text.failed}. ${failure.what}` }
  if (placed === null || withoutPlace === null || lines === null) return { over: null, main: '', by: text.measuring }
  if (placed) return { over: null, main: '', by: page === null ? text.measuring : text.noPage(page) }
  const why = withoutPlace.kind === 'awaited' ? text.awaited(withoutPlace.issue) : text.withoutPlace[withoutPlace.kind]
  if (commission === null) return { over: null, main: text.linesOf(lines), by: `${why}, ${text.notOrdered}` }
  const { unit, ordered, over } = commission
  const main = over === 0 ? text.asOrdered : text[over > 0 ? 'moreThanOrdered' : 'lessThanOrdered'](Math.abs(over), unit)
  return { over, main, by: `${text.linesOf(lines)}, ${text.ordered(ordered, unit)} · ${why}` }
}

/** How long the text is, and how that fits its place in the issue or, without one, what was ordered. */
export const FitBar = (props: FitBarProps) => {
  const { characters, words, fit, onSlotEnd, remarks, onRemarks } = props
  const messages = useText()
  const text = messages.article.fit
  const format = useFormat()
  const { over, main, by } = useSayings(props)
  const announced = useCalm(main === '' ? by : `${main}: ${by}`, announcePause)
  const part = fit && fit.lines > 0 ? Math.min(1, (fit.lines - Math.max(0, fit.overset)) / fit.lines) : null
  return (
    <section className={styles.bar} aria-label={text.label} data-region="">
      {over !== null && (
        <b className={classes(styles.figure, tone(over))} aria-hidden>
          {format.overset(over) ?? '✓'}
        </b>
      )}
      <div className={styles.sayings} aria-hidden>
        {main !== '' && <div className={over === null ? '' : tone(over)}>{main}</div>}
        <div className={styles.small} title={by}>
          {by}
        </div>
      </div>
      <p role="status" className={styles.hidden}>
        {announced}
      </p>
      {fit && part !== null && (
        <>
          <span className={styles.rule} aria-hidden>
            <i style={{ width: `${part * 100}%` }} />
            {fit.overset > 0 && <u style={{ left: `${part * 100}%` }} />}
          </span>
          {fit.overset > 0 && (
            <Button kind="flat" onPress={onSlotEnd}>
              {text.toSlotEnd}
            </Button>
          )}
          <a href={hrefOf({ section: 'page', page: fit.page })}>{text.toPage}</a>
        </>
      )}
      <span className={styles.space} />
      {remarks > 0 && (
        <Button kind="flat" onPress={onRemarks}>
          {messages.writing.finding.count(remarks)}
        </Button>
      )}
      <span className={styles.count}>{text.characters(characters)}</span>
      <span className={styles.count}>{text.words(words)}</span>
    </section>
  )
}
