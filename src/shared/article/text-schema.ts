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
  /** Who said the quote before it, and where. */
  'quoteSource',
  /** An item that is counted; see `item-numbers.ts`. */
  'numberedItem',
] as const
export type BlockKind = (typeof blockKinds)[number]

/** Where a block or a range is meant to appear. */
export const media = ['everywhere', 'printOnly', 'webOnly'] as const
export type Medium = (typeof media)[number]

/** Stands between two cells of a table's row. */
export const cellSeparator = '\t'

export const isTableKind = (kind: BlockKind): kind is 'tableHead' | 'tableRow' => kind === 'tableHead' || kind === 'tableRow'

/** Bumped with every change that an older program could damage; a document says which version it needs. */
export const textSchemaVersion = 5

/** What a document with nothing newer in it needs: older programs go on editing it. */
export const plainTextVersion = 2

/** What a document with suggestions needs. */
export const suggestionVersion = 3

/** What a document with videos, attached documents or sources of quotes needs. */
export const insetVersion = 4

/** What a document with numbered items needs. */
export const numberedVersion = 5

/** What a document needs for kinds of paragraphs that were not there from the beginning. */
export const kindVersions: Readonly<Partial<Record<BlockKind, number>>> = {
  quoteSource: insetVersion,
  numberedItem: numberedVersion,
}

/** Blocks that stand between paragraphs and are no text themselves; what is written in them names them. */
export const insetTypes = ['photo', 'video', 'attachment'] as const
export type InsetType = (typeof insetTypes)[number]

/** Attributes of the block nodes with their defaults; the editor's extensions are built from the same table. */
export const blockAttributes = {
  paragraph: { kind: 'paragraph', medium: 'everywhere' },
  photo: { media: '', credit: '', alternative: '', medium: 'everywhere' },
  /** `address` is the page of a film at VK Видео. */
  video: { address: '', medium: 'webOnly' },
  /** `media` is the SHA-256 of the file's bytes, `name` its name when it came, `size` its bytes. */
  attachment: { media: '', name: '', size: 0, medium: 'webOnly' },
} as const

/**
 * What somebody suggests for a block as a whole, each as an encoded `Proposal`: that it comes in, that it goes, that it
 * joins the paragraph before it, that its kind or medium becomes another. Null, and not stored, where nobody does.
 */
export const blockSuggestions = {
  paragraph: ['inserted', 'deleted', 'join', 'change'],
  photo: ['inserted', 'deleted'],
  video: ['inserted', 'deleted'],
  attachment: ['inserted', 'deleted'],
} as const

/** Marks of suggested text, in the order of the schema; see the rules in suggestion/SPEC.md. */
export const suggestionMarks = ['insertion', 'deletion', 'reformat'] as const
export type SuggestionMark = (typeof suggestionMarks)[number]

/** Attributes of the marks of suggested text with their defaults. */
export const suggestionAttributes = {
  /** `breaks` is the kind of the paragraph that begins behind an inserted paragraph sign; null for plain text. */
  insertion: { id: '', person: '', at: 0, breaks: null },
  /** `of` is the id of the insertion that the struck text was; empty where it was plain text. */
  deletion: { id: '', person: '', at: 0, of: '' },
  /** `mark` is put on the text, or with `on` false taken off it. */
  reformat: { id: '', person: '', at: 0, mark: '', on: true, href: '' },
} as const

/** Stands for a suggested end of a paragraph. */
export const breakSign = '¶'

const defaults = (attributes: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, { default: value }]))

const unset = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { default: null }]))

const inset = (type: InsetType) => ({
  group: 'block',
  content: 'text*',
  marks: 'insertion deletion',
  attrs: { ...defaults(blockAttributes[type]), ...unset(blockSuggestions[type]) },
})

/** The flat text schema of an article: paragraphs with a kind, and insets whose content is their caption or title. */
export const textSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      attrs: { ...defaults(blockAttributes.paragraph), ...unset(blockSuggestions.paragraph) },
    },
    photo: inset('photo'),
    video: inset('video'),
    attachment: inset('attachment'),
    text: { group: 'inline' },
  },
  marks: {
    link: { attrs: { href: { default: '' } }, inclusive: false },
    bold: {},
    italic: {},
    printOnly: { inclusive: false, excludes: 'webOnly' },
    webOnly: { inclusive: false, excludes: 'printOnly' },
    insertion: { attrs: defaults(suggestionAttributes.insertion), inclusive: false },
    // Several people may strike the same words: their marks stand beside one another.
    deletion: { attrs: defaults(suggestionAttributes.deletion), inclusive: false, excludes: '' },
    reformat: { attrs: defaults(suggestionAttributes.reformat), inclusive: false, excludes: '' },
  },
})
