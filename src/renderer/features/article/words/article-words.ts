import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/react'
import type * as Y from 'yjs'
import { type ArticleField, articleFields } from '../../../../shared/article/content.ts'
import { editBody, editFields, type StretchEdits } from '../../../../shared/article/words/edit-stretches.ts'
import { type Stretch, type StretchPart, stretchesOf } from '../../../../shared/article/words/stretch.ts'
import { type MarkedWords, showWords, type WordLayer } from '../editor/word-marks.ts'
import { typedIntoField } from '../sync/text-binding.ts'
import type { FieldMarks } from './field-marks.ts'
import { endUndoStep, historyOf } from './history.ts'
import { areaOf, boxOf, type PartBox, partsAt } from './word-areas.ts'

/** An article as it read at a moment. */
export interface Reading {
  readonly body: Node
  readonly fields: Readonly<Record<ArticleField, string>>
  readonly stretches: readonly Stretch[]
}

/** A part of a stretch and how it is to look. */
export interface LookedPart extends StretchPart {
  readonly look: string
}

/** Where the caret is, or was before the keyboard went elsewhere: which stretch, and from where to where in its text. */
export interface Caret {
  readonly at: number
  readonly from: number
  readonly to: number
  /** Is the keyboard there? */
  readonly isFocused: boolean
}

/** All the text of an open article as the tools for words take it: its fields, its body, what is said beside its photos. */
export interface ArticleWords {
  read(): Reading
  /** Does the article still read like this? */
  isCurrent(reading: Reading): boolean
  /** Carries out edits as one step of undo; in the body they are suggestions while somebody suggests (rule Z3). */
  rewrite(reading: Reading, edits: readonly StretchEdits[]): void
  undo(): void
  caret(reading: Reading): Caret | null
  /** Shows a part and selects it; `takeFocus` brings the keyboard along. */
  select(part: StretchPart, takeFocus: boolean): void
  /** Brings the keyboard back to where the caret is. */
  focus(): void
  /** Where a part stands in the window; null where it cannot be seen. */
  boxOf(part: StretchPart): PartBox | null
  /** Which of these parts is at a place of the window. */
  partAt<P extends StretchPart>(parts: readonly P[], event: MouseEvent): P | null
  /** Calls back when the menu of a place is asked for; returns how to stop. */
  followMenu(listener: (event: MouseEvent) => void): () => void
  show(layer: WordLayer, parts: readonly LookedPart[]): void
  /** Calls back when the text or, with `caretToo`, the caret is another; returns how to stop. */
  follow(listener: () => void, caretToo: boolean): () => void
}

/** The origin of what the tools for words do to fields. */
const rewritten = Symbol('rewritten')

const rangesOf = ({ stretch, from, to }: StretchPart) => (stretch.kind === 'block' ? stretch.block.ranges(from, to) : [])

const inBody = ({ stretch, from, to, look }: LookedPart): readonly MarkedWords[] => {
  if (stretch.kind === 'field') return []
  if (stretch.kind === 'block') return stretch.block.ranges(from, to).map((range) => ({ ...range, look }))
  return [{ photo: stretch.block.start, property: stretch.property, text: stretch.text, from, to, look }]
}

/** Binds the tools for words to an editor, the document and the fields around it, `root`. */
export const bindArticleWords = (editor: Editor, doc: Y.Doc, marks: FieldMarks, root: HTMLElement) => {
  const texts = articleFields.map((field) => doc.getText(field))
  const history = historyOf(editor)
  history?.addToScope(texts)
  history?.addTrackedOrigin(typedIntoField)
  history?.addTrackedOrigin(rewritten)
  /** The area of a field or of what is said beside a photo that had the keyboard last; null for the body. */
  let area: HTMLTextAreaElement | null = null
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLTextAreaElement && target.dataset.stretch) area = target
    else if (target instanceof HTMLElement && target === editor.view.dom) area = null
    else return
    endUndoStep(editor)
  }
  root.addEventListener('focusin', onFocus)

  const read = (): Reading => {
    const body = editor.state.doc
    const [rubric = '', kicker = '', headline = '', deck = '', byline = ''] = texts.map((text) => text.toString())
    const fields = { rubric, kicker, headline, deck, byline }
    return { body, fields, stretches: stretchesOf(fields, body) }
  }
  const words: ArticleWords = {
    read,
    isCurrent: ({ body, fields }) =>
      !editor.isDestroyed &&
      body === editor.state.doc &&
      articleFields.every((field) => fields[field] === doc.getText(field).toString()),
    rewrite: (reading, edits) => {
      if (!words.isCurrent(reading)) return
      const { tr } = editor.state
      editBody(tr, edits)
      endUndoStep(editor)
      // The body first: what follows within a moment of its end is the same step of undo.
      if (tr.docChanged) editor.view.dispatch(tr)
      doc.transact(() => editFields((field) => doc.getText(field), edits), rewritten)
      endUndoStep(editor)
    },
    undo: () => void editor.commands.undo(),
    caret: ({ stretches }) => {
      const own = area?.isConnected ? area : null
      if (own) {
        const at = stretches.findIndex((stretch) => areaOf(stretch, editor, root) === own)
        if (at < 0) return null
        return { at, from: own.selectionStart, to: own.selectionEnd, isFocused: document.activeElement === own }
      }
      const { from, to, $from } = editor.state.selection
      const at = stretches.findIndex((stretch) => stretch.kind === 'block' && stretch.block.index === $from.index(0))
      const stretch = stretches[at]
      if (stretch?.kind !== 'block') return null
      return { at, from: stretch.block.offset(from), to: stretch.block.offset(to), isFocused: editor.isFocused }
    },
    select: (part, takeFocus) => {
      const own = areaOf(part.stretch, editor, root)
      if (own) {
        area = own
        own.setSelectionRange(part.from, part.to)
        own.scrollIntoView({ block: 'nearest' })
        if (takeFocus) own.focus()
        return
      }
      const ranges = rangesOf(part)
      const [first, last] = [ranges[0], ranges.at(-1)]
      if (!first || !last) return
      area = null
      const { doc: body, tr } = editor.state
      editor.view.dispatch(tr.setSelection(TextSelection.create(body, first.from, last.to)).scrollIntoView())
      if (takeFocus) editor.view.focus()
    },
    focus: () => (area?.isConnected ? area : editor.view).focus(),
    boxOf: (part) => boxOf(part, editor, root),
    partAt: (parts, event) => partsAt(parts, event, editor, root),
    followMenu: (listener) => {
      root.addEventListener('contextmenu', listener)
      return () => root.removeEventListener('contextmenu', listener)
    },
    show: (layer, parts) => {
      showWords(editor, layer, parts.flatMap(inBody))
      const fields = new Map(
        articleFields.flatMap((field) => {
          const own = parts.filter(({ stretch }) => stretch.kind === 'field' && stretch.field === field)
          return own[0] ? [[field, { text: own[0].stretch.text, marks: own }] as const] : []
        }),
      )
      marks.show(layer, fields)
    },
    follow: (listener, caretToo) => {
      doc.on('update', listener)
      if (caretToo) document.addEventListener('selectionchange', listener)
      return () => {
        doc.off('update', listener)
        document.removeEventListener('selectionchange', listener)
      }
    },
  }
  return { words, release: () => root.removeEventListener('focusin', onFocus) }
}
