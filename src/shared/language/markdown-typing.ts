import type { BlockKind } from '../article/text-schema.ts'

/** What signs of Markdown before the caret mean once the last one is typed; offsets count in the words before the caret. */
export type MarkdownTyped =
  /** The signs at the beginning go, and the paragraph becomes of this kind. */
  | { readonly type: 'kind'; readonly kind: BlockKind }
  /** The words from `from` to `to` get the mark; the signs around them, each `signs` long, go. */
  | {
      readonly type: 'mark'
      readonly mark: 'bold' | 'italic'
      readonly from: number
      readonly to: number
      readonly signs: number
    }

const atStart: readonly (readonly [RegExp, BlockKind])[] = [
  [/^#{1,6}$/, 'subhead'],
  [/^[-*+•]$/, 'listItem'],
  [/^1[.)]$/, 'numberedItem'],
  [/^>$/, 'quote'],
]

/** A sign opens at the beginning of a word and closes at the end of one: a footnote's asterisk does neither. */
const around: readonly (readonly [RegExp, string, 'bold' | 'italic', number])[] = [
  [/(?:^|[\s(«„"])\*\*([^\s*](?:[^*]*[^\s*])?)\*$/u, '*', 'bold', 2],
  [/(?:^|[\s(«„"])\*([^\s*](?:[^*]*[^\s*])?)$/u, '*', 'italic', 1],
  [/(?:^|[\s(«„"])__([^\s_](?:[^_]*[^\s_])?)_$/u, '_', 'bold', 2],
  [/(?:^|[\s(«„"])_([^\s_](?:[^_]*[^\s_])?)$/u, '_', 'italic', 1],
]

/**
 * What typing `typed` behind `before` means in Markdown; null where it means itself. Signs at the beginning mean a kind in
 * a plain paragraph only (rule Z10).
 */
export const asMarkdown = (before: string, typed: string, isPlain: boolean): MarkdownTyped | null => {
  if (typed === ' ') {
    const kind = isPlain ? atStart.find(([signs]) => signs.test(before))?.[1] : undefined
    return kind === undefined ? null : { type: 'kind', kind }
  }
  for (const [pattern, sign, mark, signs] of around) {
    const words = sign === typed ? pattern.exec(before)?.[1] : undefined
    if (words === undefined) continue
    const to = before.length - (signs - 1)
    return { type: 'mark', mark, from: to - words.length, to, signs }
  }
  return null
}
