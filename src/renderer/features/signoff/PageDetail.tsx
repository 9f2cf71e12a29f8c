import type { SignPageDetail, SignStory } from '../../../shared/signoff/api.ts'
import type { TextChange } from '../../../shared/signoff/compare-texts.ts'
import { hrefOf } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import { classes } from '../../ui/classes.ts'
import styles from './SignoffDesk.module.css'

interface Words {
  readonly what: string
  readonly before: string
  readonly after: string
  readonly lead: string
  readonly tail: string
}

/** Words that differ between those around them that do not. */
const Change = ({ what, before, after, lead, tail }: Words) => (
  <li className={styles.change}>
    <span className={styles.what}>{what}</span>
    <span className={styles.diff}>
      {lead !== '' && `${lead} `}
      {before !== '' && <del>{before}</del>} {after !== '' && <ins>{after}</ins>}
      {tail !== '' && ` ${tail}`}
    </span>
  </li>
)

/** Names that stay the same while the list does: equal changes are told apart by their number. */
const keyed = <T,>(changes: readonly T[]) => changes.map((change, at) => ({ key: `${at} ${JSON.stringify(change)}`, change }))

/** What was changed in an article's text. */
export const TextChanges = ({ changes }: { readonly changes: readonly TextChange[] }) => {
  const text = useText().signoff
  const wordsOf = (change: TextChange): Words => ({
    ...change,
    what: text.parts[change.part],
    ...(change.part === 'form' ? { after: text.formOnly } : {}),
  })
  return (
    <ul>
      {keyed(changes).map(({ key, change }) => (
        <Change key={key} {...wordsOf(change)} />
      ))}
    </ul>
  )
}

const Story = ({ story }: { readonly story: SignStory }) => {
  const text = useText().signoff
  const { article, headline, standing, characters, changes } = story
  return (
    <section className={styles.story} aria-label={headline || text.untitled}>
      <h3>
        <a href={hrefOf({ section: 'article', article })}>{headline || text.untitled}</a>
      </h3>
      <p className={styles.note}>
        <span className={classes(standing === 'approved' ? styles.green : styles.amber)}>{text.standing[standing]}</span>
        {' · '}
        {text.characters(characters)}
      </p>
      {changes.length > 0 && <TextChanges changes={changes} />}
    </section>
  )
}

/** One page: why its signature does not hold, what changed on it, and its stories with what changed in each. */
export const PageDetail = ({ detail }: { readonly detail: SignPageDetail }) => {
  const text = useText()
  const words = text.signoff
  const { row, stories, changes } = detail
  const { parts, kinds } = text.page.proof
  return (
    <>
      <header className={styles.head}>
        <h2>{words.page(row.page)}</h2>
        <span className={classes(row.state === 'signed' || row.state === 'sent' ? styles.green : styles.note)}>
          {words.state[row.state]}
        </span>
        <span className={styles.space} />
        <a href={hrefOf({ section: 'page', page: row.page })}>{words.toPage}</a>
      </header>
      {row.why.length > 0 && (
        <div className={styles.banner} role="status">
          <p>{words.why}:</p>
          <ul>
            {row.why.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ul>
        </div>
      )}
      <section className={styles.part}>
        <h3 className={styles.heading}>{words.changes}</h3>
        {changes === null && <p className={styles.note}>{words.never}</p>}
        {changes?.length === 0 && <p className={styles.note}>{words.noChanges}</p>}
        {changes && changes.length > 0 && (
          <ul>
            {keyed(changes).map(({ key, change }) => (
              <Change key={key} {...change} what={`${parts[change.part]}, ${kinds[change.kind]}`} />
            ))}
          </ul>
        )}
      </section>
      <section className={styles.part}>
        <h3 className={styles.heading}>{words.articles}</h3>
        {stories.length === 0 && <p className={styles.note}>{words.noStories}</p>}
        {stories.map((story) => (
          <Story key={story.article} story={story} />
        ))}
      </section>
    </>
  )
}
