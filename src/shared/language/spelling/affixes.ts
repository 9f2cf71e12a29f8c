/** One way to make a form: `strip` goes from the end of a stem that `condition` admits, `add` comes. */
interface SuffixRule {
  readonly flag: string
  readonly strip: string
  readonly condition: RegExp | null
}

/** Suffixes of a dictionary by the ending that they make. */
export interface Affixes {
  readonly byEnding: ReadonlyMap<string, readonly SuffixRule[]>
  readonly longestEnding: number
}

/**
 * Reads the suffixes of a hunspell `.aff` file whose flags are single letters. Russian has no prefixes and no compounds there;
 * other lines are passed over.
 */
export const readAffixes = (source: string): Affixes => {
  const byEnding = new Map<string, SuffixRule[]>()
  const conditions = new Map<string, RegExp | null>([['.', null]])
  let longestEnding = 0
  for (const line of source.split(/\r?\n/)) {
    const [kind, flag, strip, add, condition, ...rest] = line.trim().split(/\s+/)
    // The head of a group says how many rules follow: it has four parts.
    if (kind !== 'SFX' || flag === undefined || strip === undefined || add === undefined || condition === undefined) continue
    if (rest.length > 0 && !rest[0]?.startsWith('#')) continue
    if (!conditions.has(condition)) conditions.set(condition, new RegExp(`${condition}$`, 'u'))
    const ending = add === '0' ? '' : add
    longestEnding = Math.max(longestEnding, ending.length)
    const rules = byEnding.get(ending) ?? []
    rules.push({ flag, strip: strip === '0' ? '' : strip, condition: conditions.get(condition) ?? null })
    byEnding.set(ending, rules)
  }
  return { byEnding, longestEnding }
}

/** The stems of a hunspell `.dic` file with the flags of their suffixes. */
export type Stems = ReadonlyMap<string, string>

export const readStems = (source: string): Stems => {
  const stems = new Map<string, string>()
  // Equal flags are one string: a hundred thousand stems share a few hundred of them.
  const flags = new Map<string, string>()
  let start = source.indexOf('\n') + 1
  while (start > 0 && start < source.length) {
    const end = source.indexOf('\n', start)
    const line = source.slice(start, end < 0 ? source.length : end).trim()
    const stroke = line.indexOf('/')
    const stem = stroke < 0 ? line : line.slice(0, stroke)
    const own = stroke < 0 ? '' : line.slice(stroke + 1)
    const all = (stems.get(stem) ?? '') + own
    const shared = flags.get(all) ?? all
    flags.set(shared, shared)
    if (stem !== '') stems.set(stem, shared)
    start = end < 0 ? source.length : end + 1
  }
  return stems
}

/** Is this very form, in this case of letters, in the dictionary? */
export const isForm = (form: string, stems: Stems, { byEnding, longestEnding }: Affixes): boolean => {
  if (stems.has(form)) return true
  for (let length = 0; length <= Math.min(longestEnding, form.length - 1); length += 1) {
    const rules = byEnding.get(form.slice(form.length - length))
    if (!rules) continue
    const start = form.slice(0, form.length - length)
    for (const { flag, strip, condition } of rules) {
      const stem = start + strip
      if (stems.get(stem)?.includes(flag) && (condition === null || condition.test(stem))) return true
    }
  }
  return false
}
