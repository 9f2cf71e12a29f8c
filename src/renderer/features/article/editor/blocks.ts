import { Node } from '@tiptap/core'
import {
  type BlockKind,
  blockAttributes,
  blockKinds,
  blockSuggestions,
  type InsetType,
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
  const list = element.closest('li')?.parentElement
  if (list) return list.tagName === 'OL' ? 'numberedItem' : 'listItem'
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

/** An attribute as our own pages write it; a number stays one. */
const readAttribute = (written: string | undefined, fallback: string | number): string | number => {
  if (written === undefined) return fallback
  if (typeof fallback === 'string') return written
  return /^\d{1,15}$/.test(written) ? Number(written) : fallback
}

const mediumOf = (element: HTMLElement, fallback: Medium): Medium =>
  isMedium(element.dataset.medium) ? element.dataset.medium : fallback

/**
 * A block that is no text; its content is its caption or title. Only our own are pasted: pictures of foreign pages have no
 * place in the newsroom.
 */
const inset = (name: InsetType, tag: string) =>
  Node.create({
    name,
    group: 'block',
    content: 'text*',
    marks: 'insertion deletion',
    isolating: true,
    addAttributes() {
      const own = Object.entries(blockAttributes[name]).map(([attribute, fallback]) => [
        attribute,
        {
          default: fallback,
          parseHTML: (element: HTMLElement) =>
            isMedium(fallback) ? mediumOf(element, fallback) : readAttribute(element.dataset[attribute], fallback),
          renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${attribute}`]: String(attributes[attribute]) }),
        },
      ])
      return { ...Object.fromEntries(own), ...suggestedAttributes(blockSuggestions[name]) }
    },
    parseHTML() {
      return [{ tag, contentElement: 'figcaption' }]
    },
    renderHTML({ HTMLAttributes }) {
      return ['figure', HTMLAttributes, ['figcaption', 0]]
    },
  })

/** A photo with its caption. */
export const Photo = inset('photo', 'figure[data-media]:not([data-size])')

/** A film at VK Видео with its title. */
export const Video = inset('video', 'figure[data-address]')

/** A file of the newsroom with what it is called in the text. */
export const Attachment = inset('attachment', 'figure[data-media][data-size]')
