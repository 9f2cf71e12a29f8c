import type { CommentMessage } from '../../../../shared/comment/comment.ts'
import { element, type XmlElement } from '../../import/docx/xml.ts'
import type { PlacedThread } from '../place-threads.ts'
import type { CommentEdge } from './tokens.ts'
import { writtenTime } from './tracked.ts'

/** The margin of a document: its two parts, and what stands in the text for each conversation. */
export interface Margin {
  readonly comments: XmlElement
  readonly extended: XmlElement
  /** Where conversations begin and end in a block of the body. */
  readonly edges: (block: number) => readonly CommentEdge[]
  /** Conversations about the article, or words that are gone. */
  readonly loose: readonly number[]
  readonly begin: (thread: number) => readonly XmlElement[]
  readonly end: (thread: number) => readonly XmlElement[]
}

/** Paragraphs of comments are named by eight hex digits, below half of their range. */
const paragraphId = (number: number): string => (0x10000000 + number).toString(16).toUpperCase()

interface Written {
  readonly id: number
  readonly paragraph: string
  readonly message: CommentMessage
  readonly text: string
}

/** Writes conversations as comments with their answers. */
export const createMargin = (threads: readonly PlacedThread[], nameOf: (person: string) => string): Margin => {
  let count = 0
  const written = threads.map(({ thread, place }): readonly Written[] =>
    thread.messages.map((message, at) => {
      const id = count
      count += 1
      // Of words that were taken out the quote is what tells what was meant.
      const about = at === 0 && place === null && thread.anchor ? `«${thread.anchor.quote}»: ` : ''
      return { id, paragraph: paragraphId(id), message, text: `${about}${message.text}` }
    }),
  )
  const commentOf = ({ id, paragraph, message, text }: Written): XmlElement => {
    const lines = text.split(/\n+/)
    const name = nameOf(message.person)
    const initials = name
      .split(/\s+/)
      .map((part) => part.charAt(0))
      .join('')
      .slice(0, 4)
    const attributes = { 'w:id': String(id), 'w:author': name, 'w:date': writtenTime(message.at), 'w:initials': initials }
    const paragraphs = lines.map((line, at) =>
      element('w:p', at === lines.length - 1 ? { 'w14:paraId': paragraph } : {}, [
        element('w:r', {}, [element('w:t', { 'xml:space': 'preserve' }, [line])]),
      ]),
    )
    return element('w:comment', attributes, paragraphs)
  }
  const extendedOf = (thread: readonly Written[], resolved: boolean): readonly XmlElement[] =>
    thread.map(({ paragraph }, at) =>
      element('w15:commentEx', {
        'w15:paraId': paragraph,
        ...(at > 0 && thread[0] && { 'w15:paraIdParent': thread[0].paragraph }),
        'w15:done': resolved ? '1' : '0',
      }),
    )
  const edges = threads.flatMap(({ place }, thread) =>
    place
      ? [
          { block: place.from.block, offset: place.from.offset, thread, begins: true },
          { block: place.to.block, offset: place.to.offset, thread, begins: false },
        ]
      : [],
  )
  const all = (thread: number): readonly Written[] => written[thread] ?? []
  const ignorable = { 'mc:Ignorable': 'w14 w15' }
  return {
    comments: element('w:comments', ignorable, written.flat().map(commentOf)),
    extended: element(
      'w15:commentsEx',
      { 'mc:Ignorable': 'w14 w15' },
      threads.flatMap(({ thread }, at) => extendedOf(all(at), thread.resolved !== null)),
    ),
    edges: (block) => edges.filter((edge) => edge.block === block),
    loose: threads.flatMap(({ place }, at) => (place ? [] : [at])),
    begin: (thread) => all(thread).map(({ id }) => element('w:commentRangeStart', { 'w:id': String(id) })),
    end: (thread) =>
      all(thread).flatMap(({ id }) => [
        element('w:commentRangeEnd', { 'w:id': String(id) }),
        element('w:r', {}, [element('w:rPr'), element('w:commentReference', { 'w:id': String(id) })]),
      ]),
  }
}
