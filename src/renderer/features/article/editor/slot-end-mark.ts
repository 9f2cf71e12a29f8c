import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { isStanding } from '../../../../shared/article/suggestion/standing-block.ts'
import type { SlotEnd } from '../panel/slot-end.ts'

interface Mark {
  readonly end: SlotEnd
  /** What the rule says: which place ends here, and how much is left over. */
  readonly words: string
}

const key = new PluginKey<DecorationSet>('slotEnd')

/** The place in a block behind so many UTF-16 units that are printed; the rest of a word goes with it. */
export const offsetBehind = (block: Node, units: number): number => {
  let left = units
  let offset = 0
  let behind = 0
  let done = units <= 0
  block.forEach((child) => {
    const printed = !child.marks.some(({ type }) => type.name === 'webOnly' || type.name === 'insertion')
    for (const character of child.text ?? '') {
      if (left <= 0 && /\s/u.test(character)) done = true
      if (done) return
      offset += character.length
      if (printed) left -= character.length
      if (left <= 0) behind = offset
    }
  })
  return behind
}

const rule = (words: string) => () => {
  const line = document.createElement('span')
  line.className = 'slot-end'
  line.contentEditable = 'false'
  line.setAttribute('aria-hidden', 'true')
  const label = document.createElement('span')
  label.textContent = words
  line.append(label)
  return line
}

const draw = (doc: Node, { end, words }: Mark): DecorationSet => {
  if (end.block >= doc.childCount) return DecorationSet.empty
  const decorations: Decoration[] = []
  let index = -1
  doc.forEach((block, position) => {
    // What is only suggested is not in the text that was measured.
    if (!isStanding(block)) return
    index += 1
    if (index > end.block) decorations.push(Decoration.node(position, position + block.nodeSize, { class: 'beyond-slot' }))
    if (index !== end.block) return
    const from = position + 1 + offsetBehind(block, end.offset)
    const to = position + block.nodeSize - 1
    decorations.push(Decoration.widget(from, rule(words), { side: 1, ignoreSelection: true, key: words }))
    if (from < to) decorations.push(Decoration.inline(from, to, { class: 'beyond-slot' }))
  })
  return DecorationSet.create(doc, decorations)
}

/** A red rule where the place of the article in the issue ends; the text behind it is dimmed and stays editable. */
export const SlotEndMark = Extension.create({
  name: 'slotEndMark',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, shown) => {
            const next: DecorationSet | undefined = tr.getMeta(key)
            return next ?? (tr.docChanged ? shown.map(tr.mapping, tr.doc) : shown)
          },
        },
        props: { decorations: (state) => key.getState(state) },
      }),
    ]
  },
})

/** Do two sets show the same at the same places? */
const isSame = (one: DecorationSet, other: DecorationSet): boolean => {
  const shownBy = (set: DecorationSet) => set.find().map(({ from, to, spec }) => [from, to, spec.key].join())
  const [before, after] = [shownBy(one), shownBy(other)]
  return before.length === after.length && before.every((each, index) => each === after[index])
}

/** Shows the rule, or with null takes it away. */
export const showSlotEnd = (editor: Editor, mark: Mark | null): void => {
  if (editor.isDestroyed) return
  const { state, view } = editor
  const next = mark === null ? DecorationSet.empty : draw(state.doc, mark)
  if (isSame(key.getState(state) ?? DecorationSet.empty, next)) return
  view.dispatch(state.tr.setMeta(key, next).setMeta('addToHistory', false))
}

/** Carries the caret to where the place ends; false where the whole text has room. */
export const goToSlotEnd = (editor: Editor): boolean => {
  const { state, view } = editor
  const mark = key
    .getState(state)
    ?.find()
    .find(({ from, to }) => from === to)
  if (!mark) return false
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, mark.from)).scrollIntoView())
  view.focus()
  return true
}
