import { type Editor, Extension } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** What shows places in the text, each in a look of its own. */
export type WordLayer = 'find' | 'finding' | 'spelling'

export interface MarkedWords {
  readonly from: number
  readonly to: number
  readonly look: string
}

const layers: Readonly<Record<WordLayer, PluginKey<DecorationSet>>> = {
  find: new PluginKey('foundWords'),
  finding: new PluginKey('wordFindings'),
  spelling: new PluginKey('unknownWords'),
}

const layerPlugin = (key: PluginKey<DecorationSet>) =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, shown) => {
        const words: readonly MarkedWords[] | undefined = tr.getMeta(key)
        if (words)
          return DecorationSet.create(
            tr.doc,
            words.map(({ from, to, look }) => Decoration.inline(from, to, { class: look })),
          )
        return tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

/** Shows words that were found, that break a rule or are unknown; nothing of it is in the document. */
export const WordMarks = Extension.create({
  name: 'wordMarks',
  addProseMirrorPlugins: () => Object.values(layers).map(layerPlugin),
})

/** Shows these words of a layer in place of those shown before. */
export const showWords = (editor: Editor, layer: WordLayer, words: readonly MarkedWords[]): void => {
  if (editor.isDestroyed) return
  const key = layers[layer]
  const before = key.getState(editor.state)?.find().length ?? 0
  if (words.length === 0 && before === 0) return
  editor.view.dispatch(editor.state.tr.setMeta(key, words).setMeta('addToHistory', false))
}
