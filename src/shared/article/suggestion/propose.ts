import type { Node } from '@tiptap/pm/model'
import {
  AddMarkStep,
  AttrStep,
  Mapping,
  RemoveMarkStep,
  ReplaceStep,
  type Step,
  type StepMap,
  type Transform,
} from '@tiptap/pm/transform'
import { type Author, isInsertedBy, isStruckBy, proposalAt } from './author.ts'
import { proposeDeletion } from './propose-deletion.ts'
import { proposeInsertion } from './propose-insertion.ts'
import { proposeAttribute, proposeFormat } from './propose-look.ts'

/** Where new text goes when a range is replaced: behind what is struck, inside of a text where there is one. */
const insertionPoint = (body: Node, from: number, to: number): number => {
  if (body.resolve(to).parent.isTextblock) return to
  const start = body.resolve(from)
  return start.parent.isTextblock ? start.end() : to
}

/** Behind what the author has struck at a place: what they write there takes its place, and stands behind it. */
const behindStruck = (body: Node, position: number, person: string): number => {
  const place = body.resolve(position)
  if (!place.parent.isTextblock || isInsertedBy(place.nodeBefore, person)) return position
  let at = position
  let run = place.nodeAfter
  while (run && isStruckBy(run, person)) {
    at += run.nodeSize
    run = body.resolve(at).nodeAfter
  }
  return at
}

/** Suggests one replacement; returns where the caret goes behind inserted text, null when none was. */
const proposeReplacement = (tr: Transform, from: number, to: number, step: ReplaceStep, author: Author): number | null => {
  const proposal = proposalAt(tr.doc, from, to, author)
  const body = tr.doc
  const before = tr.mapping.maps.length
  if (from < to) proposeDeletion(tr, from, to, proposal)
  if (step.slice.size === 0) return null
  const point = from < to ? insertionPoint(body, from, to) : behindStruck(body, to, author.person)
  const at = tr.mapping.slice(before).map(point, 1)
  return proposeInsertion(tr, at, step.slice, proposal)
}

/** Positions of the document a step was made for, in the document as the suggestions leave it. */
const rebase = (tr: Transform, done: readonly StepMap[]): Mapping => {
  const back = new Mapping([...done].reverse().map((map) => map.invert()))
  back.appendMapping(tr.mapping)
  return back
}

/** What became of steps that were made suggestions. */
export interface Proposed {
  /** Where the caret goes behind inserted text; null when none was. */
  readonly caret: number | null
  /** A position of the document the steps would have made, in the one with suggestions. */
  readonly place: (position: number) => number
}

/**
 * Turns steps into suggestions of the same: nothing of the text as it stands changes. `tr` stands at the document
 * before the steps.
 */
export const proposeSteps = (tr: Transform, steps: readonly Step[], author: Author): Proposed => {
  let caret: number | null = null
  const done: StepMap[] = []
  for (const step of steps) {
    const mapping = rebase(tr, done)
    if (step instanceof ReplaceStep) {
      const from = mapping.map(step.from, step.from === step.to ? 1 : -1)
      const to = Math.max(from, mapping.map(step.to, 1))
      caret = proposeReplacement(tr, from, to, step, author) ?? caret
    } else if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) {
      const on = step instanceof AddMarkStep
      proposeFormat(tr, mapping.map(step.from, 1), mapping.map(step.to, -1), step.mark, on, author)
    } else if (step instanceof AttrStep) proposeAttribute(tr, mapping.map(step.pos), step.attr, step.value, author)
    else {
      // What stands beside a photo is no text: it changes at once.
      const same = step.map(mapping)
      if (same) tr.step(same)
    }
    done.push(step.getMap())
  }
  const mapping = rebase(tr, done)
  return { caret, place: (position) => mapping.map(position, -1) }
}
