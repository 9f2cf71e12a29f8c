import { Schema } from '@tiptap/pm/model'

/**
 * What a block of an article is for. It is an attribute of one paragraph node, never a node type:
 * a change of kind then merges with what another person types into the block.
 */
export const blockKinds = [
  'paragraph',
  'lead',
  'subhead',
  'quote',
  'question',
  'answer',
  'listItem',
  'note',
  /** Heading and paragraphs of a sidebar: those that follow one another are one. */
  'sidebarHead',
  'sidebar',
  /** Rows of a table: those that follow one another are one; a tab stands between two cells. */
  'tableHead',
  'tableRow',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** Where a block or a range is meant to appear. */
export const media = ['everywhere', 'printOnly', 'webOnly'] as const
export type Medium = (typeof media)[number]

/** Stands between two cells of a table's row. */
export const cellSeparator = '\t'

export const isTableKind = (kind: BlockKind): kind is 'tableHead' | 'tableRow' => kind === 'tableHead' || kind === 'tableRow'

/** Bumped with every change that an older program could damage; see `documentSchemaVersion`. */
export const textSchemaVersion = 2

/** Attributes of the two block nodes with their defaults; the editor's extensions are built from the same table. */
export const blockAttributes = {
  paragraph: { kind: 'paragraph', medium: 'everywhere' },
  photo: { media: '', credit: '', alternative: '', medium: 'everywhere' },
} as const

/** The flat text schema of an article: paragraphs with a kind, photos whose content is their caption. */
export const textSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      attrs: { kind: { default: 'paragraph' }, medium: { default: 'everywhere' } },
    },
    photo: {
      group: 'block',
      content: 'text*',
      marks: '',
      attrs: { media: { default: '' }, credit: { default: '' }, alternative: { default: '' }, medium: { default: 'everywhere' } },
    },
    text: { group: 'inline' },
  },
  marks: {
    link: { attrs: { href: { default: '' } }, inclusive: false },
    bold: {},
    italic: {},
    printOnly: { inclusive: false, excludes: 'webOnly' },
    webOnly: { inclusive: false, excludes: 'printOnly' },
  },
})
