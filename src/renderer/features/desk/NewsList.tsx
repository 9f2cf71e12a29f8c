import { Inbox } from 'lucide-react'
import type { DeskNews } from '../../../shared/desk/api.ts'
import { hrefOf } from '../../app/router.ts'
import { useSession } from '../../app/session.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import styles from './NewsList.module.css'

interface NewsListProps {
  readonly news: readonly DeskNews[]
  /** What happened after this moment is new to the person. */
  readonly since: number
  readonly now: number
}

/** What others did last; what came since the person looked here is marked in words. */
export const NewsList = ({ news, since, now }: NewsListProps) => {
  const text = useText().myDesk
  const format = useFormat()
  const { staff } = useSession()
  return (
    <section className={styles.news}>
      <h2 className={styles.title}>
        <Inbox size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
        {text.news}
      </h2>
      {news.length === 0 && <p className={styles.empty}>{text.newsEmpty}</p>}
      <ol className={styles.list}>
        {news.map(({ article, headline, action, person, at, remark }) => (
          <li key={article} className={styles.item}>
            <span className={styles.when}>
              {format.moment(at, now)}
              {at > since && <span className={styles.unread}>{text.unread}</span>}
            </span>
            <span>
              <strong>{staff.find(({ id }) => id === person)?.name ?? text.somebody}</strong>: {text.did[action]}{' '}
              <a className={styles.story} href={hrefOf({ section: 'article', article })}>
                {headline || text.untitled}
              </a>
              {remark !== '' && <em className={styles.remark}>{remark}</em>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
