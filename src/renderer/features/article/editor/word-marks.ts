import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { PhotoProperty } from '../../../../shared/article/words/stretch.ts'
import type { MarkedText } from '../words/marked-text.ts'

/** What shows places in the text, each in a look of its own. */
export type WordLayer = 'find' | 'finding' | 'spelling'

/** Words of the body, by their positions in it; or of what is said beside a photo, the node at `photo`, by places in `text`. */
export type MarkedWords = { readonly from: number; readonly to: number; readonly look: string } & (
  | { readonly photo?: never }
  | { readonly photo: number; readonly property: PhotoProperty; readonly text: string }
)

/** What the decoration of a photo says about one of its properties. */
interface PropertyMarks extends MarkedText {
  readonly property: PhotoProperty
}

const layers: Readonly<Record<WordLayer, PluginKey<DecorationSet>>> = {
  find: new PluginKey('foundWords'),
  finding: new PluginKey('wordFindings'),
  spelling: new PluginKey('unknownWords'),
}

const drawn = (doc: Node, words: MarkedWords): readonly Decoration[] => {
  const { from, to, look } = words
  if (words.photo === undefined) return [Decoration.inline(from, to, { class: look })]
  const photo = doc.nodeAt(words.photo)
  if (!photo) return []
  const said: PropertyMarks = { property: words.property, text: words.text, marks: [{ from, to, look }] }
  return [Decoration.node(words.photo, words.photo + photo.nodeSize, {}, { said })]
}

/** What is marked in a property of a photo, by the decorations its view is given. */
export const marksOfProperty = (decorations: readonly Decoration[], property: PhotoProperty): readonly MarkedText[] =>
  decorations.flatMap(({ spec }) => {
    const { said }: { said?: PropertyMarks } = spec
    return said?.property === property ? [said] : []
  })

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
            words.flatMap((each) => drawn(tr.doc, each)),
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
