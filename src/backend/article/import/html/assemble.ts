import { type Block, type TextNode, textOf } from '../../../../shared/article/content.ts'
import type { BlockKind } from '../../../../shared/article/text-schema.ts'
import { asLead, isQuestion, withoutBold } from '../bold.ts'
import { type Draft, type NamedPhoto, paragraph } from '../draft.ts'
import { findHeadline } from '../headline.ts'
import type { Piece, Role } from './flow.ts'

/** «Рис. 1», «Фото: архив», «На снимке: …» */
const captionStart = /^(?:рис(?:унок|\.)|фото(?:графия)?|на (?:фото|снимке)|снимок|ил(?:люстрация|л?\.))(?=[\s.:,№\d—–-]|$)/iu
/** A paragraph longer than this, in characters, is no caption whatever it begins with. */
const captionLimit = 400
/** A heading further down than this is one of the text's own. */
const headlineReach = 6

type Text = Extract<Piece, { type: 'text' }>
type Captioned =
  | Text
  | {
      readonly type: 'photo'
      readonly path: string
      readonly alternative: string
      readonly caption: string
      readonly credit: string
    }

const isCaption = ({ role, runs, besidePicture }: Text): boolean => {
  const text = textOf(runs)
  if (role === 'caption') return true
  return (role === 'paragraph' || besidePicture) && text.length <= captionLimit && captionStart.test(text)
}

/** Gives each picture the caption that follows it; of several in a row the last one has it. */
const withCaptions = (pieces: readonly Piece[]): readonly Captioned[] => {
  const captioned: Captioned[] = []
  for (const piece of pieces) {
    const last = captioned.at(-1)
    if (piece.type === 'picture') captioned.push({ ...piece, type: 'photo', caption: '', credit: '' })
    else if (last?.type === 'photo' && last.caption === '' && isCaption(piece))
      captioned[captioned.length - 1] = { ...last, caption: textOf(piece.runs) }
    else if (last?.type === 'photo' && last.credit === '' && piece.role === 'credit')
      captioned[captioned.length - 1] = { ...last, credit: textOf(piece.runs) }
    else captioned.push(piece)
  }
  return captioned
}

const fieldRoles = ['rubric', 'kicker', 'byline'] as const
type FieldRole = (typeof fieldRoles)[number]

/** The lines above a text that a style of ours names; a second one of a kind is a paragraph. */
const takeFields = (pieces: readonly Captioned[]) => {
  const fields: Record<FieldRole, string> = { rubric: '', kicker: '', byline: '' }
  const others = pieces.filter((piece) => {
    const role = piece.type === 'text' ? fieldRoles.find((one) => one === piece.role) : undefined
    if (piece.type !== 'text' || role === undefined || fields[role] !== '') return true
    fields[role] = textOf(piece.runs)
    return false
  })
  return { fields, others }
}

/** Which of the pieces is the headline: a title, else a heading near the beginning. */
const headlineIndex = (pieces: readonly Captioned[]): number => {
  const title = pieces.findIndex((piece) => piece.type === 'text' && piece.role === 'title')
  if (title >= 0) return title
  const texts = pieces.filter(({ type }) => type === 'text').slice(0, headlineReach)
  const first = texts.find((piece) => piece.type === 'text' && piece.role === 'heading1')
  return first ? pieces.indexOf(first) : -1
}

/** The kind a role has by itself; headings and captions without a picture have none of their own. */
const kindOf = (role: Role): BlockKind => {
  switch (role) {
    case 'title':
    case 'heading1':
    case 'heading':
    case 'deck':
      return 'subhead'
    case 'caption':
    case 'credit':
    case 'rubric':
    case 'kicker':
    case 'byline':
      return 'paragraph'
    default:
      return role
  }
}

/** Tells the kinds of paragraphs: headings are subheads, bold questions begin an interview's answers. */
const createTeller = () => {
  let answering = false
  return (role: Role, runs: readonly TextNode[], mayLead: boolean): Block => {
    const kind = kindOf(role)
    if (kind === 'subhead') {
      answering = false
      return paragraph(kind, withoutBold(runs))
    }
    if (kind !== 'paragraph') return paragraph(kind, runs)
    const plain = paragraph('paragraph', runs)
    if (mayLead && !isQuestion(runs)) return asLead(plain) ?? plain
    if (isQuestion(runs)) {
      answering = true
      return paragraph('question', withoutBold(runs))
    }
    return answering ? paragraph('answer', runs) : plain
  }
}

/**
 * Puts pieces together as an article. `title` is what a page is called where its text has no heading of its own; `name`
 * is the file's. No word is left out: what is not the headline or a caption is a block.
 */
export const assemble = (pieces: readonly Piece[], title: string, name: string): Draft => {
  const { fields, others: captioned } = takeFields(withCaptions(pieces))
  const at = headlineIndex(captioned)
  const heading = captioned[at]
  const given = heading?.type === 'text' ? textOf(heading.runs) : ''
  const following = captioned[at + 1]
  const hasDeck = given !== '' && following?.type === 'text' && following.role === 'deck'
  const rest = captioned.filter((_, i) => i !== at && !(hasDeck && i === at + 1))

  // A bold first paragraph is the lead only where something else is the headline.
  const isHeaded = given !== '' || title !== ''
  const tell = createTeller()
  const blocks: Block[] = []
  const photos: NamedPhoto[] = []
  for (const piece of rest) {
    if (piece.type === 'text') blocks.push(tell(piece.role, piece.runs, isHeaded && blocks.length === 0))
    else
      photos.push({
        path: piece.path,
        caption: piece.caption,
        alternative: piece.alternative,
        credit: piece.credit,
        place: blocks.length,
      })
  }
  const guessed = 'Заголовок стилем не отмечен: им стала первая строка.'
  const found = findHeadline(given || title, blocks, guessed, name)
  const warnings = given === '' && title !== '' ? ['Заголовка в тексте нет: взято название страницы.'] : []
  return {
    ...fields,
    headline: found.headline,
    deck: hasDeck ? textOf(following.runs) : '',
    body: found.blocks,
    photos: photos.map((photo) => ({ ...photo, place: Math.max(0, photo.place - found.taken) })),
    warnings: [...warnings, ...found.warnings],
  }
}
