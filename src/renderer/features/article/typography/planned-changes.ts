import type { Node } from '@tiptap/pm/model'
import { type BlockWords, wordsOf } from '../../../../shared/article/words/block-words.ts'
import type { BlockEdits } from '../../../../shared/article/words/edit-words.ts'
import { type TypographyChange, type TypographyRule, typographyRules } from '../../../../shared/language/typography/draft.ts'
import { typographyChanges } from '../../../../shared/language/typography/typography.ts'

/** A change that typography asks for, with the words around it. */
export interface PlannedChange {
  readonly id: string
  readonly block: BlockWords
  readonly change: TypographyChange
  readonly before: string
  readonly after: string
}

/** So much of the text is shown on each side. */
const around = 28

/** Everything typography would change in a body, rule by rule. */
export const planChanges = (body: Node): ReadonlyMap<TypographyRule, readonly PlannedChange[]> => {
  const planned = wordsOf(body).flatMap((block) =>
    typographyChanges(block.text).map((change): PlannedChange => {
      const { from, to } = change
      return {
        id: `${block.index}:${from}:${to}`,
        block,
        change,
        before: from > around ? `…${block.text.slice(from - around, from).replace(/^\S*\s/, '')}` : block.text.slice(0, from),
        after:
          to + around < block.text.length ? `${block.text.slice(to, to + around).replace(/\s\S*$/, '')}…` : block.text.slice(to),
      }
    }),
  )
  const byRule = typographyRules.map((rule) => [rule, planned.filter(({ change }) => change.rule === rule)] as const)
  return new Map(byRule.filter(([, changes]) => changes.length > 0))
}

/** The chosen changes as edits of the text they were planned for. */
export const chosenEdits = (
  planned: ReadonlyMap<TypographyRule, readonly PlannedChange[]>,
  isChosen: (id: string) => boolean,
): readonly BlockEdits[] => {
  const blocks = new Map<BlockWords, TypographyChange[]>()
  for (const { id, block, change } of [...planned.values()].flat())
    if (isChosen(id)) blocks.set(block, [...(blocks.get(block) ?? []), change])
  return [...blocks].map(([block, edits]) => ({ block, edits }))
}
