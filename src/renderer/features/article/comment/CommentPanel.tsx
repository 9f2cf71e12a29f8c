import type { Editor } from '@tiptap/react'
import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { commentApi } from '../../../../shared/comment/api.ts'
import type { CommentAnchor, CommentThread } from '../../../../shared/comment/comment.ts'
import { useClient } from '../../../api/hooks.tsx'
import { describeBinding } from '../../../app/keys.ts'
import { onMac } from '../../../app/use-keys.ts'
import { useText } from '../../../i18n/text.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/Select.tsx'
import { CommentForm } from './CommentForm.tsx'
import styles from './CommentPanel.module.css'
import { CommentThreadView } from './CommentThreadView.tsx'
import { commentKey } from './comment-key.ts'
import { goToPlace } from './comment-places.ts'
import type { Comments } from './use-comments.ts'

const filters = ['open', 'settled', 'all'] as const
type Filter = (typeof filters)[number]

/** What a new comment is about: words, or with no anchor the whole article. */
export interface NewComment {
  readonly anchor: CommentAnchor | null
}

interface CommentPanelProps {
  readonly article: string
  readonly editor: Editor
  readonly comments: Comments
  readonly since: number
  readonly onSeen: () => void
  readonly readOnly: boolean
  /** The comment that is being written; null while none is. */
  readonly draft: NewComment | null
  readonly onBegin: () => void
  readonly onEnd: () => void
}

/** What people say of a text: in the order of the text, what is about the whole article first. */
export const CommentPanel = (props: CommentPanelProps) => {
  const { article, editor, comments, since, onSeen, readOnly, draft, onBegin, onEnd } = props
  const words = useText().comment
  const client = useClient()
  const [filter, setFilter] = useState<Filter>('open')
  const { threads, places, inHand, take } = comments
  // What is shown counts as read when the person turns away from it, so that it stays marked while they look.
  useEffect(() => onSeen, [onSeen])

  const placeOf = ({ id, anchor }: CommentThread): number =>
    anchor === null ? -1 : (places.get(id)?.from ?? Number.MAX_SAFE_INTEGER)
  const shown = threads
    .filter(({ resolved }) => filter === 'all' || (filter === 'settled') === (resolved !== null))
    .toSorted((a, b) => placeOf(a) - placeOf(b))

  return (
    <div className={styles.panel}>
      <div className={styles.tools}>
        <Select
          label={words.which}
          hideLabel
          options={filters.map((id) => ({ id, label: words.filters[id] }))}
          value={filter}
          onChange={setFilter}
        />
        <span className={styles.space} />
        {!readOnly && !draft && (
          <Button
            icon={<MessageSquarePlus size={16} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />}
            keys={describeBinding(commentKey, onMac())}
            onPress={onBegin}
          >
            {words.begin}
          </Button>
        )}
      </div>
      {draft && (
        <div className={styles.thread} data-in-hand>
          {draft.anchor ? (
            <p className={styles.quote}>{draft.anchor.quote}</p>
          ) : (
            <p className={styles.about}>{words.aboutArticle}</p>
          )}
          <CommentForm
            label={words.newComment}
            send={(said, mentions) =>
              client.call(commentApi.begin, { article, anchor: draft.anchor, text: said, mentions: [...mentions] })
            }
            onSent={onEnd}
            onCancel={onEnd}
          />
        </div>
      )}
      {shown.length === 0 && !draft && <p className={styles.empty}>{words.empty[filter]}</p>}
      <ul className={styles.list} aria-label={words.list}>
        {shown.map((thread) => {
          const place = places.get(thread.id)
          return (
            <CommentThreadView
              key={thread.id}
              article={article}
              thread={thread}
              isLost={place === undefined}
              isInHand={thread.id === inHand}
              since={since}
              readOnly={readOnly}
              onShow={() => {
                take(thread.id)
                if (place) goToPlace(editor, place)
              }}
            />
          )
        })}
      </ul>
    </div>
  )
}
