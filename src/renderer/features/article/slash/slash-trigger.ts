import { type Editor, Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import { matches } from '../../../app/keys.ts'
import { onMac } from '../../../app/use-keys.ts'
import { slashKey } from './slash-key.ts'

/** Where the menu was called: what is typed behind that place is looked for in it. */
interface Call {
  readonly from: number
  /** It was called by the sign itself, which stands in the text. */
  readonly signed: boolean
}

const key = new PluginKey<Call | null>('slashMenu')

/** What is looked for in the menu, and the range of the text that the choice takes away. */
export interface SlashQuery {
  readonly from: number
  readonly to: number
  readonly query: string
}

/** Longer words are text. */
const longest = 24

const queryOf = (state: EditorState, call: Call): SlashQuery | null => {
  const { selection, doc } = state
  const begin = call.from + (call.signed ? 1 : 0)
  if (!selection.empty || selection.head < begin || call.from > doc.content.size) return null
  const start = doc.resolve(call.from)
  if (start.parent !== selection.$head.parent || start.parent.type.name !== 'paragraph') return null
  if (call.signed && doc.textBetween(call.from, begin) !== '/') return null
  const query = doc.textBetween(begin, selection.head)
  return query.length > longest || /^\s|\s\s/.test(query) ? null : { from: call.from, to: selection.head, query }
}

/** What the menu was called for in this editor; null while it is closed. */
export const slashQuery = (state: EditorState): SlashQuery | null => {
  const call = key.getState(state)
  return call ? queryOf(state, call) : null
}

const call = (editor: Editor, to: Call | null): void => editor.view.dispatch(editor.state.tr.setMeta(key, { call: to }))

export const closeSlash = (editor: Editor): void => {
  if (key.getState(editor.state)) call(editor, null)
}

interface SlashOptions {
  /** Keys while the menu is open; true where it has taken one. */
  readonly onKey: (event: KeyboardEvent) => boolean
}

/** Calls the menu of blocks by «/» in an empty paragraph, and by Ctrl / wherever the sign is hard to type (rule Z11). */
export const SlashTrigger = Extension.create<SlashOptions>({
  name: 'slashTrigger',
  priority: 1400,
  addOptions: () => ({ onKey: () => false }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [
      new Plugin<Call | null>({
        key,
        state: {
          init: () => null,
          apply: (tr, before, _old, state) => {
            const said: { call: Call | null } | undefined = tr.getMeta(key)
            if (said) return said.call
            if (!before) return null
            const now = { ...before, from: tr.mapping.map(before.from, -1) }
            return queryOf(state, now) ? now : null
          },
        },
        props: {
          handleTextInput: (view, from, to, typed) => {
            const { selection } = view.state
            const { parent } = selection.$head
            if (typed !== '/' || !editor.isEditable || from !== to || parent.type.name !== 'paragraph') return false
            if (!selection.empty || parent.content.size > 0) return false
            view.dispatch(view.state.tr.insertText('/', from, to).scrollIntoView())
            // Said apart: typing that becomes a suggestion is another transaction.
            call(editor, { from: view.state.selection.head - 1, signed: true })
            return true
          },
          handleKeyDown: (view, event) => {
            if (!editor.isEditable) return false
            if (matches(slashKey, event, onMac())) {
              const { empty, head, $head } = view.state.selection
              if (empty && $head.parent.type.name === 'paragraph') call(editor, { from: head, signed: false })
              return true
            }
            return slashQuery(view.state) !== null && options.onKey(event)
          },
        },
      }),
    ]
  },
})
