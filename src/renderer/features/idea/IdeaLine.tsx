import type { ListedIdea } from '../../../shared/idea/api.ts'
import { hrefOf } from '../../app/router.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import styles from './IdeaScreen.module.css'

export type Taking = 'topic' | 'assignment' | 'text'

interface IdeaLineProps {
  readonly idea: ListedIdea
  readonly mayDecide: boolean
  readonly onAccept: (as: Taking) => void
  readonly onDecline: () => void
}

/** One pitch: who, what, and what may be done with it. */
export const IdeaLine = ({ idea, mayDecide, onAccept, onDecline }: IdeaLineProps) => {
  const words = useText().idea
  const format = useFormat()
  const { subject, sender, mail, text, files, state, decidedBy, reason, articles } = idea
  const from = [sender, mail === sender ? '' : mail].filter((part) => part !== '').join(', ')
  return (
    <li className={styles.idea}>
      <div className={styles.what}>
        <h3>{subject}</h3>
        <p className={styles.note}>
          {[format.moment(idea.at, Date.now()), from === '' ? words.unknownSender : words.from(from)].join(' · ')}
        </p>
        {text !== '' &&
          (text.length <= 200 ? (
            <p className={styles.text}>{text}</p>
          ) : (
            <details>
              <summary>{`${text.slice(0, 120).trim()}…`}</summary>
              <p className={styles.text}>{text}</p>
            </details>
          ))}
        {files.length > 0 && (
          <p className={styles.note}>
            {words.files(files.length)}: {files.map(({ name, size }) => `${name} (${format.bytes(size)})`).join(', ')}
          </p>
        )}
        {state !== 'new' && (
          <p>
            {state === 'accepted' ? words.accepted(decidedBy ?? '') : words.declined(decidedBy ?? '', reason)}{' '}
            {articles.map((article) => (
              <a key={article} href={hrefOf({ section: 'article', article })}>
                {words.open}
              </a>
            ))}
          </p>
        )}
      </div>
      {state === 'new' && mayDecide && (
        <div className={styles.acts}>
          <Button aria-label={words.topicOf(subject)} onPress={() => onAccept('topic')}>
            {words.topic}
          </Button>
          <Button aria-label={words.assignmentOf(subject)} onPress={() => onAccept('assignment')}>
            {words.assignment}
          </Button>
          {idea.hasText && (
            <Button aria-label={words.textOf(subject)} onPress={() => onAccept('text')}>
              {words.text}
            </Button>
          )}
          <Button kind="flat" aria-label={words.declineOf(subject)} onPress={onDecline}>
            {words.decline}
          </Button>
        </div>
      )}
    </li>
  )
}
