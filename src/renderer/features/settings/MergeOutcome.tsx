import type { MergeReport } from '../../../shared/merge/report.ts'
import { hrefOf } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import styles from './MergeOutcome.module.css'

/** Names shown of one kind; the rest are counted. */
const mostNames = 6

/** What became of two copies: what came, what both had changed, what waits for a person. */
export const MergeOutcome = ({ report }: { readonly report: MergeReport }) => {
  const words = useText().merge
  const { came, collided, lost, waits, other } = report
  const kinds = [...new Set(came.map(({ kind }) => kind))]
  const namesOf = (kind: MergeReport['came'][number]['kind']): string => {
    const names = [...new Set(came.filter((thing) => thing.kind === kind).map(({ name }) => name))].filter(Boolean)
    if (kind === 'version' || kind === 'ledger' || kind === 'count') return ''
    return [...names.slice(0, mostNames), ...(names.length > mostNames ? [words.more(names.length - mostNames)] : [])].join(', ')
  }
  return (
    <section className={styles.report} aria-label={words.report}>
      <h3 className={styles.title}>{words.report}</h3>
      <p className={styles.meta}>{words.from(other)}</p>
      {kinds.length + collided.length + lost.length + waits.length === 0 && <p role="status">{words.nothing}</p>}
      {waits.length > 0 && (
        <>
          <h4 className={styles.part}>{words.waits}</h4>
          <ul className={styles.list}>
            {waits.map((wait) => (
              <li key={wait}>{wait}</li>
            ))}
          </ul>
        </>
      )}
      {lost.length > 0 && (
        <>
          <h4 className={styles.part}>{words.lost}</h4>
          <ul className={styles.list}>
            {lost.map(({ article, headline, words: count }) => (
              <li key={article}>
                <a href={hrefOf({ section: 'article', article })}>{words.lostIn(headline, count)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {collided.length > 0 && (
        <>
          <h4 className={styles.part}>{words.collided}</h4>
          <ul className={styles.list}>
            {collided.map(({ kind, name, wins, kept }) => (
              <li key={`${kind} ${name} ${kept}`}>
                {[words.kinds[kind], name].filter(Boolean).join(': ')}
                <span className={styles.meta}>
                  {[words.wins[wins], kept === null ? '' : words.kept(kept)].filter(Boolean).join('; ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {kinds.length > 0 && (
        <>
          <h4 className={styles.part}>{words.came}</h4>
          <ul className={styles.list}>
            {kinds.map((kind) => (
              <li key={kind}>
                {words.kinds[kind]}: {came.filter((thing) => thing.kind === kind).length}
                <span className={styles.meta}>{namesOf(kind)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
