import { type ArticleContent, type Block, emptyContent, type TextNode } from '../../shared/article/content.ts'

/** A story of a letter: what stands for it, and where the whole of it is; empty where it is nowhere yet. */
export interface LetterStory {
  readonly rubric: string
  readonly headline: string
  readonly summary: string
  readonly address: string
}

interface LetterParts {
  readonly subject: string
  readonly intro: string
  readonly stories: readonly LetterStory[]
  /** Names of the files that go with it. */
  readonly files: readonly string[]
  /** Where the PDF lies; empty where it is not linked. */
  readonly pdfLink: string
}

type Kind = Extract<Block, { type: 'paragraph' }>['attrs']['kind']

const paragraph = (kind: Kind, ...content: readonly TextNode[]): Block => ({
  type: 'paragraph',
  attrs: { kind, medium: 'everywhere' },
  content: content.filter(({ text }) => text !== ''),
})

const plain = (text: string): TextNode => ({ type: 'text', text })

const linked = (text: string, href: string): TextNode =>
  href === '' ? plain(text) : { type: 'text', text, marks: [{ type: 'link', attrs: { href } }] }

const storyBlocks = ({ rubric, headline, summary, address }: LetterStory): readonly Block[] => [
  paragraph('subhead', linked(headline, address)),
  paragraph(
    'paragraph',
    ...(rubric === ''
      ? []
      : [{ ...plain(/[.!?…]$/u.test(rubric) ? `${rubric} ` : `${rubric}. `), marks: [{ type: 'italic' as const }] }]),
    plain(summary),
    ...(address === '' ? [] : [plain(' '), linked('Читать на сайте', address)]),
  ),
]

/** The letter about an issue, in the form of an article, so that one template serves both. Pure. */
export const letterContent = ({ subject, intro, stories, files, pdfLink }: LetterParts): ArticleContent => ({
  ...emptyContent,
  headline: subject,
  body: [
    ...intro
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => paragraph('paragraph', plain(line.trim()))),
    ...(pdfLink === '' ? [] : [paragraph('paragraph', linked('Номер целиком, PDF', pdfLink))]),
    ...stories.flatMap(storyBlocks),
    ...(files.length === 0 ? [] : [paragraph('paragraph', plain(`К письму приложено: ${files.join(', ')}.`))]),
  ],
})
