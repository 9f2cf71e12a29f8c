import { canonicalJson } from '../../shared/article/content.ts'

/** Two values of one record as one; `dropped` says that something of the older one is not in it. */
export interface Joined<T> {
  readonly value: T
  readonly dropped: boolean
  /** Changes of both copies are in it. */
  readonly isBoth?: boolean
}

/** Joins the newer of two records with the older. */
export type Join<T> = (newer: T, older: T) => Joined<T>

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

/** The newer as it is: what can't be taken apart is decided as a whole. */
export const wholeNewer = <T>(newer: T): Joined<T> => ({ value: newer, dropped: true })

/** Members by name: those of both copies, and of one name the newer. */
export const joinNamed = <V>(
  newer: Readonly<Record<string, V>>,
  older: Readonly<Record<string, V>>,
): Joined<Record<string, V>> => ({
  value: { ...older, ...newer },
  dropped: Object.entries(older).some(([key, value]) => key in newer && !same(newer[key], value)),
})

/**
 * Lists of things that have names: those of both copies, of one name the newer, or what `both` makes of the two. The newer
 * list says the order.
 */
export const joinListed = <V>(
  newer: readonly V[],
  older: readonly V[],
  nameOf: (value: V) => string,
  both: (newer: V, older: V) => Joined<V> = (value) => ({ value, dropped: true }),
): Joined<V[]> => {
  const byName = new Map(older.map((value) => [nameOf(value), value]))
  let dropped = false
  const joined = newer.map((value) => {
    const other = byName.get(nameOf(value))
    byName.delete(nameOf(value))
    if (other === undefined || same(value, other)) return value
    const made = both(value, other)
    dropped ||= made.dropped
    return made.value
  })
  return { value: [...joined, ...byName.values()], dropped }
}

/** Things that are only ever added, each with its moment: all of both, in the order of time; of equal moments in that of the text. */
export const joinHistory = <V extends { readonly at: number }>(one: readonly V[], other: readonly V[]): V[] => {
  const byText = new Map([...one, ...other].map((value) => [canonicalJson(value), value]))
  return [...byText].sort(([a, left], [b, right]) => left.at - right.at || (a < b ? -1 : 1)).map(([, value]) => value)
}
