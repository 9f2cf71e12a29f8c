import { type Editor, Extension } from '@tiptap/core'
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Author } from '../../../../shared/article/suggestion/author.ts'
import { runSuggestions } from '../../../../shared/article/suggestion/proposal.ts'
import { proposeSteps } from '../../../../shared/article/suggestion/propose.ts'
import { breakSign, suggestionMarks } from '../../../../shared/article/text-schema.ts'
import { findErasure } from './erase.ts'

interface SuggestingOptions {
  /** Who suggests; null while people write straight into the text. */
  readonly author: () => Author | null
  /** Called with the body as it will be, before what is written in it reaches the document. */
  readonly onWrite: (body: Node) => void
}

/** Says of a transaction that it is a decision or a restored version: it is carried out as it is. */
const asIs = 'suggestionsAsIs'
export const carriedOut = (tr: Transaction): Transaction => tr.setMeta(asIs, true)

const isSuggestion = (name: string): boolean => suggestionMarks.some((mark) => mark === name)

/** Text written straight into somebody's suggestion is the writer's own: it takes none of the marks around it. */
const keepAuthorship = (tr: Transaction): void => {
  tr.steps.slice().forEach((step, at) => {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) return
    step.getMap().forEach((_from, _to, from, to) => {
      const rest = tr.mapping.slice(at + 1)
      const [start, end] = [rest.map(from, 1), rest.map(to, -1)]
      for (const name of suggestionMarks) {
        const type = tr.doc.type.schema.marks[name]
        if (type && start < end && tr.doc.rangeHasMark(start, end, type)) tr.removeMark(start, end, type)
      }
    })
  })
}

/** The same as suggestions. The caret goes where it would have gone. */
const asSuggestions = (editor: Editor, tr: Transaction, author: Author): Transaction => {
  const proposed = editor.state.tr
  const { caret, place } = proposeSteps(proposed, tr.steps, author)
  const head =
    caret ?? (tr.selectionSet || tr.steps.some((step) => step instanceof ReplaceStep) ? place(tr.selection.head) : null)
  if (head !== null) {
    const anchor = caret === null && !tr.selection.empty ? place(tr.selection.anchor) : head
    const size = proposed.doc.content.size
    const within = (position: number) => proposed.doc.resolve(Math.max(0, Math.min(size, position)))
    proposed.setSelection(TextSelection.between(within(anchor), within(head)))
  }
  if (tr.storedMarksSet) proposed.setStoredMarks(tr.storedMarks)
  if (tr.scrolledIntoView) proposed.scrollIntoView()
  return carriedOut(proposed)
}

/** What is copied is the text as its person sees it: what is struck stays behind, what is suggested comes along. */
const copied = (content: Fragment): Fragment => {
  const nodes: Node[] = []
  content.forEach((node) => {
    if (!node.isText) {
      nodes.push(node.copy(copied(node.content)))
      return
    }
    const { deletions, insertion } = runSuggestions(node)
    if (deletions.length > 0) return
    const marks = node.marks.filter(({ type }) => !isSuggestion(type.name))
    const text = insertion?.breaks ? ' ' : (node.text ?? '')
    nodes.push(node.type.schema.text(text === breakSign ? ' ' : text, marks))
  })
  return Fragment.from(nodes)
}

const erase = (view: EditorView, event: KeyboardEvent, mac: boolean): boolean => {
  const back = event.key === 'Backspace'
  const { selection, doc, tr } = view.state
  if ((!back && event.key !== 'Delete') || !selection.empty || event.shiftKey) return false
  const word = mac ? event.altKey : event.ctrlKey
  if ((mac ? event.ctrlKey : event.altKey) || event.metaKey) return false
  const erasure = findErasure(doc, selection.head, back, word)
  if (!erasure) return true
  view.dispatch(tr.delete(erasure.from, erasure.to).setMeta(behind, !back).scrollIntoView())
  return true
}

/** On a transaction that strikes text: the caret goes behind it, as with Delete. */
const behind = 'caretBehindStruck'

interface InHand {
  readonly id: string | null
  readonly shown: DecorationSet
}

const focusKey = new PluginKey<InHand>('suggestionFocus')

/** Marks one suggestion as the one in hand; null none. */
export const focusSuggestion = (editor: Editor, id: string | null): void => {
  if (focusKey.getState(editor.state)?.id === id) return
  editor.view.dispatch(editor.state.tr.setMeta(focusKey, { id }).setMeta('addToHistory', false))
}

const drawFocus = (doc: Node, id: string | null): DecorationSet => {
  if (id === null) return DecorationSet.empty
  const decorations: Decoration[] = []
  doc.descendants((node, position) => {
    if (!node.isText) return true
    const { insertion, deletions, reformats } = runSuggestions(node)
    const ids = [insertion?.id, ...deletions.map(({ deletion }) => deletion.id), ...reformats.map(({ reformat }) => reformat.id)]
    if (ids.includes(id)) decorations.push(Decoration.inline(position, position + node.nodeSize, { class: 'suggestion-in-hand' }))
    return false
  })
  return DecorationSet.create(doc, decorations)
}

/**
 * Turns what is done to the text into suggestions while somebody suggests, and keeps other people's marks off what is
 * written straight into it.
 */
export const Suggesting = Extension.create<SuggestingOptions>({
  name: 'suggesting',
  priority: 1200,
  addOptions: () => ({ author: () => null, onWrite: () => undefined }),
  dispatchTransaction({ transaction, next }) {
    const own = transaction.docChanged && !transaction.getMeta(ySyncPluginKey) && !transaction.getMeta(asIs)
    if (!own) {
      if (transaction.docChanged && transaction.getMeta(asIs)) this.options.onWrite(transaction.doc)
      next(transaction)
      return
    }
    const author = this.options.author()
    if (author === null) {
      keepAuthorship(transaction)
      this.options.onWrite(transaction.doc)
      next(transaction)
      return
    }
    const proposed = asSuggestions(this.editor, transaction, author)
    if (transaction.getMeta(behind)) {
      const [range] = transaction.steps.flatMap((step) => (step instanceof ReplaceStep ? [step] : []))
      const position = range ? proposed.mapping.map(range.to, 1) : proposed.selection.head
      proposed.setSelection(TextSelection.near(proposed.doc.resolve(position)))
    }
    this.options.onWrite(proposed.doc)
    next(proposed)
  },
  addProseMirrorPlugins() {
    const { editor, options } = this
    const mac = /mac/i.test(navigator.platform)
    return [
      new Plugin<InHand>({
        key: focusKey,
        state: {
          init: () => ({ id: null, shown: DecorationSet.empty }),
          apply: (tr, now) => {
            const meta: { id: string | null } | undefined = tr.getMeta(focusKey)
            const id = meta ? meta.id : now.id
            return meta || (tr.docChanged && id !== null) ? { id, shown: drawFocus(tr.doc, id) } : now
          },
        },
        props: {
          decorations: (state) => focusKey.getState(state)?.shown,
          handleKeyDown: (view, event) => editor.isEditable && options.author() !== null && erase(view, event, mac),
          transformCopied: (slice) => new Slice(copied(slice.content), slice.openStart, slice.openEnd),
        },
      }),
    ]
  },
})
