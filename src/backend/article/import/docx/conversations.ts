import { cleanText, tidyLine } from '../clean.ts'
import { type MarginMessage, type Trace, withoutSigns } from '../trace.ts'
import { timeOf } from './time.ts'
import { childrenOf, type XmlElement } from './xml.ts'

/** The margin of a document: conversations by the comment that begins each. */
export type Conversations = ReadonlyMap<string, Extract<Trace, { kind: 'comment' }>>

/** What the part about answers says of a comment, by the id of the comment's last paragraph. */
interface Answer {
  readonly parent: string | undefined
  readonly done: boolean
}

const answersOf = (extended: XmlElement | null): ReadonlyMap<string, Answer> =>
  new Map(
    childrenOf(extended ?? undefined, 'w15:commentEx').map(({ attributes }) => [
      attributes.get('w15:paraId') ?? '',
      { parent: attributes.get('w15:paraIdParent'), done: attributes.get('w15:done') === '1' },
    ]),
  )

const messageOf = (comment: XmlElement, wordsOf: (node: XmlElement) => string): MarginMessage => ({
  author: tidyLine(cleanText(withoutSigns(comment.attributes.get('w:author') ?? ''))),
  at: timeOf(comment.attributes.get('w:date')),
  text: withoutSigns(wordsOf(comment)),
})

/**
 * Reads the margin: comments with their answers behind them, from the two parts that hold them. An answer to a comment
 * that is not there begins a conversation of its own.
 */
export const readConversations = (
  comments: XmlElement | null,
  extended: XmlElement | null,
  wordsOf: (node: XmlElement) => string,
): Conversations => {
  const answers = answersOf(extended)
  const all = childrenOf(comments ?? undefined, 'w:comment').map((comment) => {
    const paragraph = childrenOf(comment, 'w:p').at(-1)?.attributes.get('w14:paraId') ?? ''
    const answer = answers.get(paragraph)
    return { id: comment.attributes.get('w:id') ?? '', paragraph, answer, message: messageOf(comment, wordsOf) }
  })
  const roots = new Set(all.flatMap(({ paragraph, answer }) => (answer && answer.parent === undefined ? [paragraph] : [])))
  const isAnswer = ({ answer }: (typeof all)[number]) => answer?.parent !== undefined && roots.has(answer.parent)
  return new Map(
    all
      .filter((one) => !isAnswer(one))
      .map((root) => {
        const follow = all.filter((one) => isAnswer(one) && one.answer?.parent === root.paragraph)
        const messages = [root, ...follow].map(({ message }) => message).filter(({ text }) => text !== '')
        return [root.id, { kind: 'comment' as const, messages, resolved: root.answer?.done ?? false }] as const
      })
      .filter(([, { messages }]) => messages.length > 0),
  )
}
