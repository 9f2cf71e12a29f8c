import type { ArticleField } from '../../../../shared/article/content.ts'
import type { WordLayer } from '../editor/word-marks.ts'
import type { MarkedText } from './marked-text.ts'

const nothing: readonly MarkedText[] = []

/** What is marked in the fields above the body, layer by layer; the body's own marks are the editor's. */
export interface FieldMarks {
  of(field: ArticleField): readonly MarkedText[]
  show(layer: WordLayer, marked: ReadonlyMap<ArticleField, MarkedText>): void
  subscribe(listener: () => void): () => void
}

export const createFieldMarks = (): FieldMarks => {
  const listeners = new Set<() => void>()
  const layers = new Map<WordLayer, ReadonlyMap<ArticleField, MarkedText>>()
  let shown = new Map<ArticleField, readonly MarkedText[]>()
  return {
    of: (field) => shown.get(field) ?? nothing,
    show: (layer, marked) => {
      if (marked.size === 0 && !layers.get(layer)?.size) return
      layers.set(layer, marked)
      shown = new Map()
      for (const each of layers.values())
        for (const [field, text] of each) shown.set(field, [...(shown.get(field) ?? nothing), text])
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
