import type { WaitingArticle } from '../../../shared/signoff/queue.ts'
import { hrefOf } from '../../app/router.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Overset } from '../../ui/Overset.tsx'
import { TextChanges } from './PageDetail.tsx'
import styles from './SignoffDesk.module.css'

/** One article that waits: what is new in it for the person, its length, what the preflight says, what channels get. */
export const WaitingDetail = ({ detail, now }: { readonly detail: WaitingArticle; readonly now: number }) => {
  const text = useText()
  const words = text.signoff.queue
  const format = useFormat()
  const { article, headline, characters, fit, since, changes, findings, variants } = detail
  return (
    <>
      <header className={styles.head}>
        <h2>{headline || text.signoff.untitled}</h2>
        <span className={styles.space} />
        <a href={hrefOf({ section: 'article', article })}>{words.open}</a>
      </header>
      <section className={styles.part}>
        <p className={styles.note}>
          {text.signoff.characters(characters)}
          {fit && ` · ${words.place(fit.page, fit.lines)} `}
          {fit && <Overset overset={fit.overset} words />}
        </p>
      </section>
      <section className={styles.part}>
        <h3 className={styles.heading}>{words.findings}</h3>
        {findings.length === 0 && <p className={styles.note}>{fit ? words.noFindings : words.notPlaced}</p>}
        <ul className={styles.blockers}>
          {findings.map(({ hash, message, todo }) => (
            <li key={hash}>
              {message} {todo}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part}>
        <h3 className={styles.heading}>{since ? words.since[since.kind](format.moment(since.at, now)) : words.firstTime}</h3>
        {since && changes.length === 0 && <p className={styles.note}>{words.same}</p>}
        {since ? <TextChanges changes={changes} /> : <p className={styles.text}>{detail.text}</p>}
      </section>
      {variants.length > 0 && (
        <section className={styles.part}>
          <h3 className={styles.heading}>{words.variants}</h3>
          {variants.map(({ channel, form, text: said }) => (
            <div key={`${channel} ${form}`} className={styles.story}>
              <h4 className={styles.note}>{words.variant[form](channel)}</h4>
              <p className={styles.text}>{said}</p>
            </div>
          ))}
        </section>
      )}
    </>
  )
}
