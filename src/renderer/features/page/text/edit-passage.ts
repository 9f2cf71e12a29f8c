import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { bodyName, contentOf } from '../../../../shared/article/article-document.ts'
import { canonicalJson } from '../../../../shared/article/content.ts'
import { standingBlock } from '../../../../shared/article/suggestion/standing-block.ts'
import { findChange } from '../../../../shared/article/text-diff.ts'
import { textSchema } from '../../../../shared/article/text-schema.ts'
import { type Passage, type PassageText, readPassage } from './passage.ts'

/** A paragraph of a document wherever others move it; a head line is always the same text. */
export type Spot = { readonly kind: 'field'; readonly field: string } | { readonly kind: 'block'; readonly position: unknown }

/** What an edit did to a passage, so that it can be taken back. */
export interface PassageEdit {
  readonly spot: Spot
  readonly before: PassageText
  readonly after: PassageText
}

const bodyOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(bodyName)

const spotOf = (doc: Y.Doc, passage: Passage): Spot =>
  passage.kind === 'field'
    ? passage
    : {
        kind: 'block',
        position: Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(bodyOf(doc), passage.index)),
      }

const passageAt = (doc: Y.Doc, spot: Spot): Passage | null => {
  if (spot.kind === 'field') {
    const { field } = spot
    return field === 'kicker' || field === 'headline' || field === 'deck' || field === 'byline' ? { kind: 'field', field } : null
  }
  const position = Y.createRelativePositionFromJSON(spot.position)
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc)
  return found !== null && found.type === bodyOf(doc) ? { kind: 'block', index: found.index } : null
}

const same = (a: PassageText, b: PassageText): boolean => canonicalJson(a) === canonicalJson(b)

const writeBlock = (doc: Y.Doc, index: number, before: PassageText, after: PassageText): void => {
  const fragment = bodyOf(doc)
  const { doc: root, meta } = initProseMirrorDoc(fragment, textSchema)
  const standing = standingBlock(root, index)
  const change = findChange(before.text, after.text, null)
  const tr = new Transform(root)
  if (change !== null) {
    const removed = standing.ranges(change.index, change.index + change.removed)
    const from = removed[0]?.from ?? standing.position(change.index)
    // What is typed looks like what stands before it, but a mark of one medium does not grow by it.
    const marks = root
      .resolve(from)
      .marks()
      .filter((mark) => mark.type.spec.inclusive !== false)
    for (const range of [...removed].reverse()) tr.delete(range.from, range.to)
    if (change.inserted !== '') tr.insert(from, textSchema.text(change.inserted, marks))
  }
  const webOnly = textSchema.marks.webOnly
  if (webOnly === undefined) throw new Error('No mark webOnly')
  const now = standingBlock(tr.doc, index)
  for (const range of now.ranges(0, after.text.length)) tr.removeMark(range.from, range.to, webOnly)
  for (const { from, to } of after.leftOut)
    for (const range of now.ranges(from, to)) tr.addMark(range.from, range.to, webOnly.create())
  doc.transact(() => updateYFragment(doc, fragment, tr.doc, meta))
}

const write = (doc: Y.Doc, passage: Passage, before: PassageText, after: PassageText): void => {
  if (passage.kind === 'block') {
    writeBlock(doc, passage.index, before, after)
    return
  }
  const change = findChange(before.text, after.text, null)
  if (change === null) return
  const text = doc.getText(passage.field)
  doc.transact(() => {
    text.delete(change.index, change.removed)
    text.insert(change.index, change.inserted)
  })
}

/**
 * Makes a passage what a person wrote, by the smallest change, so that it merges with what others type meanwhile. Null
 * where nothing changed.
 */
export const editPassage = (doc: Y.Doc, passage: Passage, after: PassageText): PassageEdit | null => {
  const before = readPassage(contentOf(doc), passage)
  if (before === null || same(before, after)) return null
  const spot = spotOf(doc, passage)
  write(doc, passage, before, after)
  return { spot, before, after }
}

/** Takes an edit back, unless the passage is no longer what the edit made it; says whether it did. */
export const takeBack = (doc: Y.Doc, { spot, before, after }: PassageEdit): boolean => {
  const passage = passageAt(doc, spot)
  const now = passage === null ? null : readPassage(contentOf(doc), passage)
  if (passage === null || now === null || !same(now, after)) return false
  write(doc, passage, after, before)
  return true
}
