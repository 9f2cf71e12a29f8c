import { correctionApi } from '../../../shared/correction/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { hrefOf } from '../../app/router.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import styles from './CorrectionNotes.module.css'

/** What was put right after this issue had been printed: its pages themselves stay as they are. */
export const CorrectionNotes = ({ issue }: { readonly issue: string }) => {
  const text = useText()
  const words = text.correction
  const format = useFormat()
  const { value } = useQuery(correctionApi.ofIssue, { issue }, ['publishing', 'issue', 'workflow'])
  if (!value || value.length === 0) return null
  return (
    <section className={styles.notes} aria-label={words.inIssue}>
      <h2>{words.inIssue}</h2>
      <ul>
        {value.map(({ id, kind, article, headline, wrong, right, at, print, notice }) => (
          <li key={id}>
            <p>
              {words.noteOf[kind]} <a href={hrefOf({ section: 'article', article })}>{headline || text.publishing.untitled}</a>
              {print && `, ${words.page(print.page)}`}, {format.moment(at, Date.now())}.
            </p>
            {(wrong !== '' || right !== '') && (
              <p>
                {wrong !== '' && words.was(wrong)} {right !== '' && words.isNow(right)}
              </p>
            )}
            {notice && (
              <p>
                <a href={hrefOf({ section: 'article', article: notice.article })}>{words.notice(notice.issue, notice.page)}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
