import type { CommentMessage } from '../../shared/comment/comment.ts'
import type { Newsroom } from '../newsroom.ts'

/** Requests to look that are kept at most. */
const mostMentions = 1000
/** Letters of a comment that a notice quotes, UTF-16 units. */
const quoted = 200

/** Keeps that people were asked in a comment to look, for their desks; nobody is asked by themselves. */
export const noteMentions = async (
  { notifications, emit }: Pick<Newsroom, 'notifications' | 'emit'>,
  article: string,
  { id, person: by, at, text, mentions }: CommentMessage,
): Promise<void> => {
  const asked = mentions.filter((person) => person !== by)
  if (asked.length === 0) return
  const now = notifications.get()
  const added = asked.map((person) => ({ id: `${id} ${person}`, person, article, by, at, text: text.slice(0, quoted) }))
  await notifications.put({ ...now, mentions: [...now.mentions, ...added].slice(-mostMentions) })
  emit({ type: 'changed', feature: 'notification', id: null })
}
