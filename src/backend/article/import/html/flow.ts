import type { TextNode } from '../../../../shared/article/content.ts'
import type { BlockKind } from '../../../../shared/article/text-schema.ts'
import { cleanText } from '../clean.ts'
import type { OwnStyle } from '../docx/own-styles.ts'
import { normalRuns } from '../inline.ts'

/** What a paragraph of a page is: a kind the article knows, or something that has to find its place yet. */
export type Role = BlockKind | OwnStyle | 'title' | 'heading1' | 'heading' | 'deck' | 'caption'

/** One thing a page says after another. */
export type Piece =
  | {
      readonly type: 'text'
      readonly role: Role
      readonly runs: readonly TextNode[]
      /** It stood in one paragraph with the picture before it. */
      readonly besidePicture: boolean
    }
  | { readonly type: 'picture'; readonly path: string; readonly alternative: string }

export interface Marks {
  readonly bold: boolean
  readonly italic: boolean
  /** An address that may stand in an article, or an empty string. */
  readonly href: string
}

/** Gathers pieces: words go on until something ends the paragraph. */
export interface Flow {
  readonly write: (text: string, marks: Marks) => void
  readonly picture: (path: string, alternative: string) => void
  readonly end: (role: Role) => void
  readonly add: (pieces: readonly Piece[]) => void
  readonly pieces: readonly Piece[]
}

const marksOf = ({ bold, italic, href }: Marks): Pick<TextNode, 'marks'> => {
  const marks: NonNullable<TextNode['marks']> = []
  if (href !== '') marks.push({ type: 'link', attrs: { href } })
  if (bold) marks.push({ type: 'bold' })
  if (italic) marks.push({ type: 'italic' })
  return marks.length > 0 ? { marks } : {}
}

/** Runs of one paragraph as the newsroom keeps them: cleaned, ordinary spaces single, none at the ends. */
export const tidyRuns = (source: readonly TextNode[]): TextNode[] => {
  const joined = normalRuns(source)
  const tidy: TextNode[] = []
  let open = false
  for (const run of joined) {
    const cleaned = cleanText(run.text).replace(/[ \n]+/g, ' ')
    const text: string = open ? cleaned : cleaned.replace(/^ /, '')
    if (text === '') continue
    tidy.push({ ...run, text })
    open = !text.endsWith(' ')
  }
  const last = tidy.at(-1)
  if (last?.text.endsWith(' ')) tidy[tidy.length - 1] = { ...last, text: last.text.slice(0, -1) }
  return normalRuns(tidy)
}

export const createFlow = (): Flow => {
  const pieces: Piece[] = []
  let runs: TextNode[] = []
  let pictures: Piece[] = []
  let wordsFirst = false
  return {
    pieces,
    write: (text, marks) => {
      if (text !== '') runs.push({ type: 'text', text, ...marksOf(marks) })
    },
    picture: (path, alternative) => {
      if (pictures.length === 0) wordsFirst = runs.some(({ text }) => text.trim() !== '')
      pictures.push({ type: 'picture', path, alternative })
    },
    end: (role) => {
      const tidy = tidyRuns(runs)
      const besidePicture = pictures.length > 0 && !wordsFirst
      const text: readonly Piece[] = tidy.length > 0 ? [{ type: 'text', role, runs: tidy, besidePicture }] : []
      // A picture amid the words of a paragraph stands after them: no sentence is cut in two.
      for (const piece of wordsFirst ? [...text, ...pictures] : [...pictures, ...text]) pieces.push(piece)
      runs = []
      pictures = []
      wordsFirst = false
    },
    add: (more) => {
      for (const piece of more) pieces.push(piece)
    },
  }
}
