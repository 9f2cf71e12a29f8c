import type { ArticleSummary } from '../../../../shared/article/api.ts'
import type { Draft } from './use-draft.ts'

/** Why an article has no place on a page. */
export type WithoutPlace =
  | { readonly kind: 'spiked' }
  | { readonly kind: 'onHold' }
  /** Meant for an issue, on none of its pages yet. */
  | { readonly kind: 'awaited'; readonly issue: string }
  | { readonly kind: 'unplaced' }

export const whyWithoutPlace = ({ status }: Pick<ArticleSummary, 'status'>, ordered: Draft['ordered']): WithoutPlace => {
  if (status === 'spiked' || status === 'onHold') return { kind: status }
  return ordered.issue === null ? { kind: 'unplaced' } : { kind: 'awaited', issue: ordered.issue }
}

/** What was ordered and how far the text is from it: more than that or, negative, less. Lines come before characters. */
export interface Commission {
  readonly unit: 'lines' | 'characters'
  readonly ordered: number
  readonly over: number
}

/** Null where no length was ordered, or the lines that were are not counted yet. */
export const commissionOf = (ordered: Draft['ordered'], lines: number | null, characters: number): Commission | null => {
  if (ordered.lines !== null)
    return lines === null ? null : { unit: 'lines', ordered: ordered.lines, over: lines - ordered.lines }
  if (ordered.characters === null) return null
  return { unit: 'characters', ordered: ordered.characters, over: characters - ordered.characters }
}
