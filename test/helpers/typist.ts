import * as Y from 'yjs'

/** Somebody who types into an article elsewhere: makes the updates that the store is asked to take. */
export const typist = (state: Uint8Array, client?: number) => {
  const doc = new Y.Doc()
  if (client !== undefined) doc.clientID = client
  Y.applyUpdate(doc, state)
  const updateOf = (edit: () => void): Uint8Array => {
    const updates: Uint8Array[] = []
    const hear = (update: Uint8Array) => updates.push(update)
    doc.on('update', hear)
    doc.transact(edit)
    doc.off('update', hear)
    return Y.mergeUpdates(updates)
  }
  return {
    doc,
    /** Types at the end of the deck. */
    type: (text: string): Uint8Array => updateOf(() => doc.getText('deck').insert(doc.getText('deck').length, text)),
    /** Takes characters out of the deck. */
    erase: (at: number, length: number): Uint8Array => updateOf(() => doc.getText('deck').delete(at, length)),
    edit: updateOf,
  }
}
