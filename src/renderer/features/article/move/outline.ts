import type { Node } from '@tiptap/pm/model'

/** A subhead of a text: which block it is, where its words begin and what they are. */
export interface OutlineEntry {
  readonly index: number
  readonly position: number
  readonly title: string
}

/** What subdivides a text. */
const headKinds: readonly unknown[] = ['subhead', 'sidebarHead']

export const outlineOf = (doc: Node): readonly OutlineEntry[] => {
  const entries: OutlineEntry[] = []
  doc.forEach((block, offset, index) => {
    if (headKinds.includes(block.attrs.kind)) entries.push({ index, position: offset + 1, title: block.textContent.trim() })
  })
  return entries
}
