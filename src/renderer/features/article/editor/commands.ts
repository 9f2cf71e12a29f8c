import { type Editor, Extension } from '@tiptap/core'
import type {} from '@tiptap/extension-collaboration'
import type { Node, Slice } from '@tiptap/pm/model'
import { type EditorState, NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  type BlockKind,
  cellSeparator,
  type InsetType,
  insetTypes,
  isTableKind,
  type Medium,
} from '../../../../shared/article/text-schema.ts'
import { isBlockKind, isMedium } from './blocks.ts'
import { type LeftOut, readForeignHtml } from './foreign-html.ts'
import { type PasteRemark, picturesIn, refusePaste } from './pasted.ts'
import { findShortcut } from './shortcuts.ts'
import { toEdge } from './to-edge.ts'

/** The kind a new block gets when Enter is pressed at the end of one: after a question comes its answer. */
const nextKind: Readonly<Record<BlockKind, BlockKind>> = {
  paragraph: 'paragraph',
  lead: 'paragraph',
  subhead: 'paragraph',
  quote: 'paragraph',
  question: 'answer',
  answer: 'answer',
  listItem: 'listItem',
  note: 'paragraph',
  sidebarHead: 'sidebar',
  sidebar: 'sidebar',
  tableHead: 'tableRow',
  tableRow: 'tableRow',
  quoteSource: 'paragraph',
  numberedItem: 'numberedItem',
}

/** Kinds that Enter in an empty block leads out of. */
const leavable: readonly BlockKind[] = ['listItem', 'numberedItem', 'quote', 'answer', 'sidebar', 'tableRow']

const kindOf = (node: Node): BlockKind => (isBlockKind(node.attrs.kind) ? node.attrs.kind : 'paragraph')

/** Positions of the selected blocks. */
const selectedBlocks = (editor: Editor): readonly { node: Node; position: number }[] => {
  const { from, to } = editor.state.selection
  const blocks: { node: Node; position: number }[] = []
  editor.state.doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true
    blocks.push({ node, position })
    return false
  })
  return blocks
}

export const setKind = (editor: Editor, kind: BlockKind): void => {
  const tr = editor.state.tr
  for (const { node, position } of selectedBlocks(editor))
    if (node.type.name === 'paragraph') tr.setNodeAttribute(position, 'kind', kind)
  editor.view.dispatch(tr.scrollIntoView())
  editor.commands.focus()
}

/** Takes out a range within a block, and with a kind says what the block is; one transaction. */
export const setKindAt = (editor: Editor, { from, to }: { from: number; to: number }, kind: BlockKind | null): void => {
  const { tr } = editor.state
  const block = tr.doc.resolve(from)
  if (from < to) tr.delete(from, to)
  if (kind !== null && block.depth > 0 && block.parent.attrs.kind !== kind) tr.setNodeAttribute(block.before(1), 'kind', kind)
  editor.view.dispatch(tr.scrollIntoView())
  editor.commands.focus()
}

/** What the toolbar shows of the place the caret is at. `kind` is null in a photo or where several kinds are selected. */
export const describePlace = (editor: Editor) => {
  const blocks = selectedBlocks(editor)
  const kinds = new Set(blocks.map(({ node }) => (node.type.name === 'paragraph' ? kindOf(node) : null)))
  const [kind = null] = kinds.size === 1 ? kinds : []
  const whole = editor.state.selection.empty || editor.state.selection instanceof NodeSelection
  const mediums = new Set(blocks.map(({ node }) => (isMedium(node.attrs.medium) ? node.attrs.medium : 'everywhere')))
  const [blockMedium = 'everywhere'] = mediums.size === 1 ? mediums : []
  const medium: Medium =
    !whole && editor.isActive('printOnly') ? 'printOnly' : !whole && editor.isActive('webOnly') ? 'webOnly' : blockMedium
  return {
    kind,
    medium,
    /** A range is marked, or the block as a whole. */
    whole,
    bold: editor.isActive('bold'),
    italic: editor.isActive('italic'),
    link: editor.isActive('link'),
    /** What else than a paragraph the caret is in; null in paragraphs. */
    inset: insetTypes.find((type) => blocks.some(({ node }) => node.type.name === type)) ?? null,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
  }
}

/** Says where the selected range, or with nothing selected the block, appears; the same again takes it back. */
export const toggleMedium = (editor: Editor, medium: 'printOnly' | 'webOnly'): void => {
  const place = describePlace(editor)
  if (!place.whole && place.inset === null) {
    editor.chain().focus().toggleMark(medium).run()
    return
  }
  const tr = editor.state.tr
  const next: Medium = place.medium === medium ? 'everywhere' : medium
  for (const { node, position } of selectedBlocks(editor))
    if (node.type.name === 'paragraph' || node.type.name === 'photo') tr.setNodeAttribute(position, 'medium', next)
  editor.view.dispatch(tr)
  editor.commands.focus()
}

/** Behind which block something comes in: counted from 0, or null for the one the caret is in. */
export type BehindBlock = number | null

const placeBehind = ({ doc, selection: { $to } }: EditorState, block: BehindBlock): number => {
  if (block === null) return $to.depth > 0 ? $to.after(1) : $to.pos
  return doc.children.slice(0, block + 1).reduce((size, node) => size + node.nodeSize, 0)
}

const insertInsets = (
  editor: Editor,
  name: InsetType,
  all: readonly Readonly<Record<string, string | number>>[],
  { titles = [], behind = null }: { readonly titles?: readonly string[]; readonly behind?: BehindBlock } = {},
): void => {
  const type = editor.schema.nodes[name]
  if (!type) return
  const at = placeBehind(editor.state, behind)
  const nodes = all.map((attributes, index) => {
    const title = titles[index] ?? ''
    return type.create(attributes, title === '' ? null : editor.schema.text(title))
  })
  editor.view.dispatch(editor.state.tr.insert(at, nodes).scrollIntoView())
}

/** A picture of the newsroom that comes into a text, with what is written beside it. */
export interface InsertedPhoto {
  readonly media: string
  readonly caption: string
  readonly credit: string
}

/** Puts photos behind a block; the caption also tells those who can't see the picture (rule U33). */
export const insertPhotos = (editor: Editor, photos: readonly InsertedPhoto[], behind: BehindBlock): void =>
  insertInsets(
    editor,
    'photo',
    photos.map(({ media, caption, credit }) => ({ media, credit, alternative: caption })),
    { titles: photos.map(({ caption }) => caption), behind },
  )

/** Puts a film after the block the caret is in. */
export const insertVideo = (editor: Editor, address: string): void => insertInsets(editor, 'video', [{ address }])

/** A file of the newsroom that is to be attached. */
export interface AttachedFile {
  readonly media: string
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** Puts attached documents behind a block. */
export const insertAttachments = (editor: Editor, files: readonly AttachedFile[], behind: BehindBlock): void =>
  insertInsets(
    editor,
    'attachment',
    files.map(({ media, name, size }) => ({ media, name, size })),
    { behind },
  )

const splitBlock = (editor: Editor): boolean => {
  const { state, view } = editor
  const { $from, $to, empty } = state.selection
  const paragraph = state.schema.nodes.paragraph
  if (!paragraph) return false
  if ($from.parent.type.name !== 'paragraph' || state.selection instanceof NodeSelection) {
    const after = $to.depth > 0 ? $to.after(1) : $to.pos
    const tr = state.tr.insert(after, paragraph.create())
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
    return true
  }
  const kind = kindOf($from.parent)
  if (empty && $from.parent.content.size === 0 && leavable.includes(kind)) {
    view.dispatch(state.tr.setNodeAttribute($from.before(), 'kind', 'paragraph'))
    return true
  }
  const atEnd = $to.parentOffset === $to.parent.content.size
  // A new block appears everywhere; the second half of a split one stays where the first is.
  const { kind: kindAfter, medium } = $to.parent.attrs
  const attrs = atEnd ? { kind: nextKind[kindOf($to.parent)] } : { kind: kindAfter, medium }
  const tr = state.tr.deleteSelection()
  view.dispatch(tr.split(tr.mapping.map($from.pos), 1, [{ type: paragraph, attrs }]).scrollIntoView())
  return true
}

/** At the very start of a special block Backspace first makes it a plain paragraph. */
const plainFirst = (editor: Editor): boolean => {
  const { $from, empty } = editor.state.selection
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name !== 'paragraph' || kindOf($from.parent) === 'paragraph')
    return false
  editor.view.dispatch(editor.state.tr.setNodeAttribute($from.before(), 'kind', 'paragraph'))
  return true
}

/** Characters nobody can see and everybody stumbles over later: soft hyphens, zero-width spaces, byte order marks. */
const invisible = /[\u00ad\u200b\u2060\ufeff]/g

/** A row of a pasted table with a tab between its cells. */
const tabbedRow = (row: string): string =>
  row
    .replace(/\s+/g, ' ')
    .replace(/ ?(<\/?t[dhr]\b[^>]*>) ?/gi, '$1')
    .replace(/<\/t[dh]>(?=<t[dh]\b)/gi, `${cellSeparator}$&`)

/** In a table Tab begins the next cell; a selection is indented by nothing. */
const nextCell = (editor: Editor): boolean => {
  const { $from, empty } = editor.state.selection
  if (!empty || !isTableKind(kindOf($from.parent))) return false
  editor.view.dispatch(editor.state.tr.insertText(cellSeparator).scrollIntoView())
  return true
}

/** Two breaks in a row are how letters and messengers write a paragraph. */
const splitAtBreaks = (html: string): string => html.replace(/(<br\b[^>]*>\s*){2,}/gi, '</p><p>')

/** Rows keep their cells; scripts and styles are no text. */
export const cleanHtml = (html: string): string =>
  splitAtBreaks(html)
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<tr\b[^>]*>[\s\S]*?<\/tr>/gi, tabbedRow)
    .replace(invisible, '')
    .replace(/&(shy|ZeroWidthSpace);|&#(173|8203);/g, '')

export const cleanText = (text: string): string => text.replace(invisible, '')

/** An empty block takes over what the first pasted block is for; ProseMirror alone would keep the empty one's kind. */
const pasteIntoEmpty = (view: EditorView, slice: Slice): boolean => {
  const { $from, empty } = view.state.selection
  const first = slice.content.firstChild
  const here = $from.parent
  if (!empty || here.type.name !== 'paragraph' || here.content.size > 0) return false
  if (first?.type.name !== 'paragraph' || kindOf(first) === kindOf(here)) return false
  const tr = view.state.tr.setNodeAttribute($from.before(), 'kind', kindOf(first)).replaceSelection(slice)
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
  return true
}

interface CommandOptions {
  readonly addLink: () => void
  /** Takes pictures that were pasted, or dropped behind a block; they stand there when they are stored. */
  readonly addPictures: (files: readonly File[], behind: BehindBlock) => void
  /** Says what became of a paste, or why it was not taken. */
  readonly tellPaste: (remark: PasteRemark) => void
  /** What the first, second… picture of a paste is called. */
  readonly pastedName: (number: number) => string
}

const picturesOf = (transfer: DataTransfer | null): readonly File[] =>
  [...(transfer?.files ?? [])].filter((file) => file.type.startsWith('image/'))

/** Keys, Enter, Backspace and pasting of the article editor. Keys are told by their place on the keyboard. */
export const ArticleCommands = Extension.create<CommandOptions>({
  name: 'articleCommands',
  priority: 1100,
  addOptions: () => ({
    addLink: () => undefined,
    addPictures: () => undefined,
    tellPaste: () => undefined,
    pastedName: String,
  }),
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => splitBlock(editor),
      'Shift-Enter': ({ editor }) => splitBlock(editor),
      Backspace: ({ editor }) => plainFirst(editor),
      Tab: ({ editor }) => nextCell(editor),
      'Mod-End': ({ editor }) => toEdge(editor, 'end', false),
      'Mod-Shift-End': ({ editor }) => toEdge(editor, 'end', true),
      'Mod-Home': ({ editor }) => toEdge(editor, 'start', false),
      'Mod-Shift-Home': ({ editor }) => toEdge(editor, 'start', true),
    }
  },
  addProseMirrorPlugins() {
    const { editor, options } = this
    /** What the last pasted markup held that is not taken; heard of when the paste is carried out. */
    let leftOut: LeftOut = { comments: 0, deletions: 0 }
    return [
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            const shortcut = findShortcut(event)
            if (!shortcut || !editor.isEditable) return false
            if (shortcut.type === 'kind') setKind(editor, shortcut.kind)
            if (shortcut.type === 'mark') editor.chain().focus().toggleMark(shortcut.mark).run()
            if (shortcut.type === 'medium') toggleMedium(editor, shortcut.medium)
            if (shortcut.type === 'link') options.addLink()
            return true
          },
          handleDOMEvents: {
            paste: (_view, event) => {
              const [html, plain] = ['text/html', 'text/plain'].map((type) => event.clipboardData?.getData(type) ?? '')
              const refused = refusePaste(html ?? '', plain ?? '')
              if (!refused) return false
              event.preventDefault()
              options.tellPaste(refused)
              return true
            },
          },
          transformPastedHTML: (html) => {
            const { html: readable, ...left } = readForeignHtml(splitAtBreaks(html))
            leftOut = left
            return cleanHtml(readable)
          },
          transformPastedText: cleanText,
          handlePaste: (view, event, slice) => {
            const pictures = picturesOf(event.clipboardData)
            const inside = picturesIn(event.clipboardData?.getData('text/html') ?? '')
            if (inside.elsewhere + leftOut.comments + leftOut.deletions > 0)
              options.tellPaste({ kind: 'partly', elsewhere: inside.elsewhere, ...leftOut })
            leftOut = { comments: 0, deletions: 0 }
            if (inside.pictures.length > 0)
              options.addPictures(
                inside.pictures.map(
                  ({ ending, type, bytes }, at) => new File([bytes], `${options.pastedName(at + 1)}.${ending}`, { type }),
                ),
                null,
              )
            if (slice.content.size > 0 || pictures.length === 0) return pasteIntoEmpty(view, slice)
            if (inside.pictures.length > 0) return true
            options.addPictures(pictures, null)
            return true
          },
          handleDrop: (view, event) => {
            const pictures = picturesOf(event.dataTransfer)
            if (pictures.length === 0) return false
            event.preventDefault()
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            options.addPictures(
              pictures,
              place && Math.min(view.state.doc.resolve(place.pos).index(0), view.state.doc.childCount - 1),
            )
            return true
          },
        },
      }),
    ]
  },
})
