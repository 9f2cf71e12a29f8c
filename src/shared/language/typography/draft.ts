/** What a change is made for; the order is that of lists. */
export const typographyRules = ['quotes', 'dashes', 'ellipsis', 'spaces', 'noBreaks', 'numbers', 'yo'] as const
export type TypographyRule = (typeof typographyRules)[number]

/** One change of a text: `from` to `to`, UTF-16 units of the text as it was, becomes `insert`. */
export interface TypographyChange {
  readonly from: number
  readonly to: number
  readonly insert: string
  readonly rule: TypographyRule
}

/** A text on its way through the rules; every unit knows where it comes from, or which rule put it there. */
export interface Draft {
  readonly text: string
  /** Per unit of `text` its place in the text as it was; −1 for one that a rule put there. */
  readonly origins: readonly number[]
  /** Per unit of `text` the rule that put it there. */
  readonly rules: readonly (TypographyRule | null)[]
  /** Which rule took a unit of the text as it was. */
  readonly taken: ReadonlyMap<number, TypographyRule>
}

export const draftOf = (text: string): Draft => ({
  text,
  origins: Array.from({ length: text.length }, (_, at) => at),
  rules: Array.from({ length: text.length }, () => null),
  taken: new Map(),
})

export interface Replacement {
  readonly at: number
  readonly length: number
  readonly by: string
}

/** Without what both have at their beginnings and ends: letters that stay are not changed. */
const narrowed = (text: string, { at, length, by }: Replacement): Replacement => {
  const old = text.slice(at, at + length)
  let start = 0
  while (start < old.length && start < by.length && old[start] === by[start]) start += 1
  let end = 0
  while (end < old.length - start && end < by.length - start && old.at(-1 - end) === by.at(-1 - end)) end += 1
  return { at: at + start, length: length - start - end, by: by.slice(start, by.length - end) }
}

/** Carries out replacements that stand in order and do not overlap. */
export const replaced = (draft: Draft, rule: TypographyRule, replacements: readonly Replacement[]): Draft => {
  if (replacements.length === 0) return draft
  const taken = new Map(draft.taken)
  const origins: number[] = []
  const rules: (TypographyRule | null)[] = []
  let text = ''
  let done = 0
  const keep = (to: number) => {
    text += draft.text.slice(done, to)
    for (let at = done; at < to; at += 1) {
      origins.push(draft.origins[at] ?? -1)
      rules.push(draft.rules[at] ?? null)
    }
    done = to
  }
  for (const each of replacements) {
    const { at, length, by } = narrowed(draft.text, each)
    keep(at)
    for (const origin of draft.origins.slice(at, at + length)) if (origin >= 0) taken.set(origin, rule)
    text += by
    for (let unit = 0; unit < by.length; unit += 1) {
      origins.push(-1)
      rules.push(rule)
    }
    done = at + length
  }
  keep(draft.text.length)
  return { text, origins, rules, taken }
}

/** How the text as it was, of so many units, became the draft: one change wherever letters that stay lie between. */
export const changesOf = (draft: Draft, length: number): readonly TypographyChange[] => {
  const changes: TypographyChange[] = []
  let next = 0
  let insert = ''
  let why: TypographyRule | null = null
  const close = (origin: number) => {
    const rule = why ?? draft.taken.get(next)
    if (rule !== undefined && (insert !== '' || origin > next)) changes.push({ from: next, to: origin, insert, rule })
    next = origin + 1
    insert = ''
    why = null
  }
  draft.origins.forEach((origin, at) => {
    if (origin >= 0) close(origin)
    else {
      insert += draft.text[at] ?? ''
      why ??= draft.rules[at] ?? null
    }
  })
  close(length)
  return changes
}
