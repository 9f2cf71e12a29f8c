import type * as Y from 'yjs'
import { findChange, type TextChange, toSingleLine } from '../../../../shared/article/text-diff.ts'

/** A single-line text of the document as an input field sees it. */
export interface TextBinding {
  value(): string
  /** Takes what a person typed; returns the text as it is now (line breaks become spaces). */
  edit(value: string, caret: number | null): string
  /** Calls back with what others changed, or undo did; returns the way to stop. */
  subscribe(listener: (changes: readonly TextChange[]) => void): () => void
}

/** The origin of what is typed into a field. */
export const typedIntoField = Symbol('typedIntoField')

const changesOf = (
  delta: readonly { insert?: unknown; delete?: number | undefined; retain?: number | undefined }[],
): readonly TextChange[] => {
  const changes: TextChange[] = []
  let index = 0
  for (const step of delta) {
    if (step.retain !== undefined) index += step.retain
    else if (step.delete !== undefined) changes.push({ index, removed: step.delete, inserted: '' })
    else if (typeof step.insert === 'string') {
      changes.push({ index, removed: 0, inserted: step.insert })
      index += step.insert.length
    }
  }
  return changes
}

/** Binds a Y.Text to an input field; every edit is the smallest replacement, so that it merges with what others type. */
export const bindText = (text: Y.Text): TextBinding => {
  return {
    value: () => text.toString(),
    edit: (value, caret) => {
      const clean = toSingleLine(value)
      const change = findChange(text.toString(), clean, caret)
      const { doc } = text
      if (!change || !doc) return text.toString()
      doc.transact(() => {
        if (change.removed > 0) text.delete(change.index, change.removed)
        if (change.inserted !== '') text.insert(change.index, change.inserted)
      }, typedIntoField)
      return text.toString()
    },
    subscribe: (listener) => {
      const observe = (event: Y.YTextEvent, transaction: Y.Transaction) => {
        if (transaction.origin !== typedIntoField) listener(changesOf(event.delta))
      }
      text.observe(observe)
      return () => text.unobserve(observe)
    },
  }
}
