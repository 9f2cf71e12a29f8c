import { byStretch, type StretchEdits } from '../../../../shared/article/words/edit-stretches.ts'
import type { Stretch } from '../../../../shared/article/words/stretch.ts'
import { type TypographyChange, type TypographyRule, typographyRules } from '../../../../shared/language/typography/draft.ts'
import { typographyChanges } from '../../../../shared/language/typography/typography.ts'

/** A change that typography asks for, with the words around it. */
export interface PlannedChange {
  readonly id: string
  readonly stretch: Stretch
  readonly change: TypographyChange
  readonly before: string
  readonly after: string
}

/** So much of the text is shown on each side. */
const around = 28

/** Everything typography would change in an article, rule by rule. */
export const planChanges = (stretches: readonly Stretch[]): ReadonlyMap<TypographyRule, readonly PlannedChange[]> => {
  const planned = stretches.flatMap((stretch) =>
    typographyChanges(stretch.text).map((change): PlannedChange => {
      const { from, to } = change
      return {
        id: `${stretch.id}:${from}:${to}`,
        stretch,
        change,
        before: from > around ? `…${stretch.text.slice(from - around, from).replace(/^\S*\s/, '')}` : stretch.text.slice(0, from),
        after:
          to + around < stretch.text.length
            ? `${stretch.text.slice(to, to + around).replace(/\s\S*$/, '')}…`
            : stretch.text.slice(to),
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
): readonly StretchEdits[] =>
  byStretch([...planned.values()].flat().flatMap(({ id, stretch, change }) => (isChosen(id) ? [{ stretch, edit: change }] : [])))
