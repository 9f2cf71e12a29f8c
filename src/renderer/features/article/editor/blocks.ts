import { Node } from '@tiptap/core'
import {
  type BlockKind,
  blockAttributes,
  blockKinds,
  blockSuggestions,
  type Medium,
  media,
} from '../../../../shared/article/text-schema.ts'

export const isBlockKind = (value: unknown): value is BlockKind => blockKinds.some((kind) => kind === value)
export const isMedium = (value: unknown): value is Medium => media.some((medium) => medium === value)

const textBlocks = 'p, h1, h2, h3, h4, h5, h6, li, blockquote, div, figure, ul, ol, table'

/** What a pasted block is for: our own say so, foreign ones are told by where they stand. */
const pastedKind = (element: HTMLElement): BlockKind => {
  if (isBlockKind(element.dataset.kind)) return element.dataset.kind
  if (/^H[1-6]$/.test(element.tagName)) return 'subhead'
  if (element.tagName === 'TR') return element.querySelector('td') ? 'tableRow' : 'tableHead'
  if (element.closest('li')) return 'listItem'
  return element.closest('blockquote') ? 'quote' : 'paragraph'
}

/** A quotation, list item or row without paragraphs of its own is one paragraph; otherwise its paragraphs are taken. */
const isBare = (element: HTMLElement) => (element.querySelector(textBlocks) ? false : null)

/** The document of the flat text schema: blocks after one another. */
export const ArticleDocument = Node.create({ name: 'doc', topNode: true, content: 'block+' })

export const Text = Node.create({ name: 'text', group: 'inline' })

/** What is suggested for a block is never pasted; the stylesheet shows that it is there. */
const suggestedAttributes = (names: readonly string[]) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        default: null,
        parseHTML: () => null,
        renderHTML: (attributes: Record<string, unknown>) => (attributes[name] ? { [`data-suggested-${name}`]: '' } : {}),
      },
    ]),
  )

/** A paragraph; what it is for is its attribute `kind`. Pasted headings, quotations and lists become kinds. */
export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  addAttributes() {
    return {
      kind: {
        default: blockAttributes.paragraph.kind,
        parseHTML: pastedKind,
        renderHTML: ({ kind }) => ({ 'data-kind': String(kind) }),
      },
      medium: {
        default: blockAttributes.paragraph.medium,
        parseHTML: (element) => (isMedium(element.dataset.medium) ? element.dataset.medium : blockAttributes.paragraph.medium),
        renderHTML: ({ medium }) => ({ 'data-medium': String(medium) }),
      },
      ...suggestedAttributes(blockSuggestions.paragraph),
    }
  },
  parseHTML() {
    return [
      { tag: 'p, h1, h2, h3, h4, h5, h6' },
      { tag: 'blockquote, li', getAttrs: isBare },
      { tag: 'tr', getAttrs: isBare, preserveWhitespace: 'full' },
    ]
  },
  renderHTML({ HTMLAttributes }) {
    return ['p', HTMLAttributes, 0]
  },
})

const dataAttribute = (name: 'media' | 'credit' | 'alternative') => ({
  default: blockAttributes.photo[name],
  parseHTML: (element: HTMLElement) => element.dataset[name] ?? '',
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: String(attributes[name]) }),
})

/** A photo; its content is the caption. Pictures of foreign pages are not taken: they have no place in the newsroom. */
export const Photo = Node.create({
  name: 'photo',
  group: 'block',
  content: 'text*',
  marks: 'insertion deletion',
  isolating: true,
  addAttributes() {
    return {
      media: dataAttribute('media'),
      credit: dataAttribute('credit'),
      alternative: dataAttribute('alternative'),
      medium: {
        default: blockAttributes.photo.medium,
        parseHTML: (element) => (isMedium(element.dataset.medium) ? element.dataset.medium : blockAttributes.photo.medium),
        renderHTML: ({ medium }) => ({ 'data-medium': String(medium) }),
      },
      ...suggestedAttributes(blockSuggestions.photo),
    }
  },
  parseHTML() {
    return [{ tag: 'figure[data-media]', contentElement: 'figcaption' }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['figure', HTMLAttributes, ['figcaption', 0]]
  },
})
