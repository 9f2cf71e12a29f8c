import { type ArticleField, articleFields } from '../../../../shared/article/content.ts'
import type { ForeignWords } from '../../../../shared/article/foreign-words.ts'
import { hrefOf } from '../../../app/router.ts'
import { useText } from '../../../i18n/text.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import frame from '../ArticleEditor.module.css'
import '../editor/body.css'
import styles from './ForeignArticle.module.css'

interface ForeignArticleProps {
  /** What in it this program does not know, for those who mend it. */
  readonly unknown: string
  readonly words: ForeignWords
}

const looks: Readonly<Record<ArticleField, string | undefined>> = {
  rubric: styles.small,
  kicker: styles.small,
  headline: styles.headline,
  deck: styles.deck,
  byline: styles.small,
}

/** An article of a newer program: its words to read and to copy, and no way to change them. */
export const ForeignArticle = ({ unknown, words }: ForeignArticleProps) => {
  const text = useText().article
  return (
    <div className={frame.middle}>
      <FailureMessage failure={{ code: 'readOnly', ...text.foreign, reference: unknown }} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={frame.scroll} aria-label={text.foreign.reading} data-region="" tabIndex={0}>
        <article className={frame.column} lang="ru">
          <a href={hrefOf({ section: 'article', article: null })}>{text.backToList}</a>
          {articleFields.map((field) =>
            words.fields[field] === '' ? null : field === 'headline' ? (
              <h1 key={field} className={looks[field]}>
                {words.fields[field]}
              </h1>
            ) : (
              <p key={field} className={looks[field]} title={text.fields[field]}>
                {words.fields[field]}
              </p>
            ),
          )}
          <div className="article-body">
            {words.blocks.map(({ kind, runs }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a block has nothing else to be told by, and is only read.
              <p key={at} data-kind={kind}>
                {runs.map((run, place) =>
                  // biome-ignore lint/suspicious/noArrayIndexKey: so is a run.
                  run.struck ? <s key={place}>{run.text}</s> : run.text,
                )}
              </p>
            ))}
          </div>
        </article>
      </section>
    </div>
  )
}
