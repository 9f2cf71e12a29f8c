import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Place } from './anchor.ts'

interface Shown {
  readonly places: ReadonlyMap<string, Place>
  readonly inHand: string | null
}

const key = new PluginKey<DecorationSet>('commentPlaces')

const draw = (doc: Node, { places, inHand }: Shown): DecorationSet =>
  DecorationSet.create(
    doc,
    [...places].map(([id, { from, to }]) =>
      Decoration.inline(from, to, { class: id === inHand ? 'commented comment-in-hand' : 'commented' }),
    ),
  )

/** Shades the words that open comments are about; nothing of it is in the document. */
export const CommentPlaces = Extension.create({
  name: 'commentPlaces',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, shown) => {
            const next: Shown | undefined = tr.getMeta(key)
            if (next) return draw(tr.doc, next)
            return tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

/** Shades these places, the one in hand more than the others. */
export const showPlaces = (editor: Editor, places: ReadonlyMap<string, Place>, inHand: string | null): void => {
  if (editor.isDestroyed) return
  const shown: Shown = { places, inHand }
  editor.view.dispatch(editor.state.tr.setMeta(key, shown).setMeta('addToHistory', false))
}

/** Brings a place into view and selects its words; the keyboard stays where it is. */
export const goToPlace = (editor: Editor, { from, to }: Place): void => {
  const { doc, tr } = editor.state
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, from, to)).scrollIntoView())
}
