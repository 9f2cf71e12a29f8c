import { Check, Reply, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { commentApi } from '../../../../shared/comment/api.ts'
import type { CommentMessage, CommentThread } from '../../../../shared/comment/comment.ts'
import { personName } from '../../../../shared/staff/outsider.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useSession } from '../../../app/session.tsx'
import { useFormat, useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { FailureMessage } from '../../../ui/FailureMessage.tsx'
import { colourOf } from '../suggest/person-colour.ts'
import { CommentForm } from './CommentForm.tsx'
import styles from './CommentPanel.module.css'

const icon = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const

const Message = ({ message, isNew }: { message: CommentMessage; isNew: boolean }) => {
  const text = useText()
  const format = useFormat()
  const { staff } = useSession()
  const name = personName(staff, message.person) ?? text.article.panel.unknownPerson
  return (
    <div className={styles.message}>
      <p className={styles.head}>
        <span className={styles.who} data-person={colourOf(staff, message.person)}>
          {name}
        </span>
        <span className={styles.when}>{format.moment(message.at, Date.now())}</span>
        {isNew && <span className={styles.unread}>{text.comment.unread}</span>}
      </p>
      <p className={styles.words}>{message.text}</p>
    </div>
  )
}

interface CommentThreadViewProps {
  readonly article: string
  readonly thread: CommentThread
  /** Its words are in the text no more. */
  readonly isLost: boolean
  readonly isInHand: boolean
  /** What others said later than this is new to the person. */
  readonly since: number
  readonly readOnly: boolean
  readonly onShow: () => void
}

/** One conversation: the words it is about, what was said, an answer, and that it is settled. */
export const CommentThreadView = ({ article, thread, isLost, isInHand, since, readOnly, onShow }: CommentThreadViewProps) => {
  const text = useText()
  const words = text.comment
  const client = useClient()
  const { person } = useSession()
  const [answering, setAnswering] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const isSettled = thread.resolved !== null

  const settle = async () => {
    const done = await client.call(commentApi.resolve, { article, thread: thread.id, resolved: !isSettled })
    setFailure(done.ok ? null : done.failure)
  }

  return (
    <li className={styles.thread} data-in-hand={isInHand || undefined} data-settled={isSettled || undefined}>
      {thread.anchor === null ? (
        <p className={styles.about}>{words.aboutArticle}</p>
      ) : isLost ? (
        <p className={styles.about}>
          {words.wordsGone} <q>{thread.anchor.quote}</q>
        </p>
      ) : (
        <button type="button" className={styles.quote} aria-label={words.show(thread.anchor.quote)} onClick={onShow}>
          {thread.anchor.quote}
        </button>
      )}
      {thread.messages.map((message) => (
        <Message key={message.id} message={message} isNew={message.person !== person?.id && message.at > since} />
      ))}
      {failure && <FailureMessage failure={failure} onAction={() => void settle()} />}
      {answering ? (
        <CommentForm
          label={words.answer}
          send={(said, mentions) =>
            client.call(commentApi.reply, { article, thread: thread.id, text: said, mentions: [...mentions] })
          }
          onSent={() => setAnswering(false)}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        !readOnly && (
          <div className={styles.actions}>
            <Button kind="flat" icon={<Reply {...icon} />} onPress={() => setAnswering(true)}>
              {words.reply}
            </Button>
            <Button kind="flat" icon={isSettled ? <RotateCcw {...icon} /> : <Check {...icon} />} onPress={() => void settle()}>
              {isSettled ? words.reopen : words.settle}
            </Button>
          </div>
        )
      )}
    </li>
  )
}
