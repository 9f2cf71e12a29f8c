import type { Node } from '@tiptap/pm/model'
import { blockChange, blockProposal, runSuggestions } from './suggestion/proposal.ts'
import { insetVersion, newerKinds, plainTextVersion, suggestionVersion } from './text-schema.ts'

const isNewer = (kind: unknown): boolean => newerKinds.some((each) => each === kind)

const versionOf = (block: Node): number => {
  const { name } = block.type
  if (name === 'video' || name === 'attachment' || isNewer(block.attrs.kind)) return insetVersion
  const change = name === 'paragraph' ? blockChange(block) : null
  if (isNewer(change?.kind)) return insetVersion
  const whole = ['inserted', 'deleted', ...(name === 'paragraph' ? ['join' as const] : [])] as const
  let version = change || whole.some((each) => blockProposal(block, each)) ? suggestionVersion : plainTextVersion
  block.forEach((run) => {
    const { insertion, deletions, reformats } = runSuggestions(run)
    if (isNewer(insertion?.breaks)) version = Math.max(version, insetVersion)
    if (insertion || deletions.length > 0 || reformats.length > 0) version = Math.max(version, suggestionVersion)
  })
  return version
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
