import type { Node } from '@tiptap/pm/model'
import { blockChange, blockProposal, runSuggestions } from './suggestion/proposal.ts'
import { blockKinds, insetVersion, kindVersions, plainTextVersion, suggestionVersion } from './text-schema.ts'

const ofKind = (kind: unknown): number =>
  kindVersions[blockKinds.find((each) => each === kind) ?? 'paragraph'] ?? plainTextVersion

const versionOf = (block: Node): number => {
  const { name } = block.type
  const change = name === 'paragraph' ? blockChange(block) : null
  const whole = ['inserted', 'deleted', ...(name === 'paragraph' ? ['join' as const] : [])] as const
  const needs = [
    name === 'video' || name === 'attachment' ? insetVersion : plainTextVersion,
    ofKind(block.attrs.kind),
    ofKind(change?.kind),
    change || whole.some((each) => blockProposal(block, each)) ? suggestionVersion : plainTextVersion,
  ]
  block.forEach((run) => {
    const { insertion, deletions, reformats } = runSuggestions(run)
    needs.push(ofKind(insertion?.breaks))
    if (insertion || deletions.length > 0 || reformats.length > 0) needs.push(suggestionVersion)
  })
  return Math.max(...needs)
}

/** Blocks are values: one that was not touched needs what it needed. */
const known = new WeakMap<Node, number>()

/** The version of the text schema that a program must know to edit this body without harm (rule G11). */
export const neededTextVersion = (body: Node): number => {
  let version = plainTextVersion
  body.forEach((block) => {
    const needed = known.get(block) ?? versionOf(block)
    known.set(block, needed)
    version = Math.max(version, needed)
  })
  return version
}
