/** Remembers what was made for a key; what was not asked for the longest goes when there is no room. */
export interface BoundedCache<Value> {
  remember(key: string, make: () => Value): Value
}

/** A cache of so much weight in all; without `weigh` every entry weighs 1. */
export function boundedCache<Value>(
  capacity: number,
  weigh: (value: Value, key: string) => number = () => 1,
): BoundedCache<Value> {
  const entries = new Map<string, { readonly value: Value; readonly weight: number }>()
  let weight = 0
  return {
    remember(key, make) {
      const known = entries.get(key)
      if (known !== undefined) {
        entries.delete(key)
        entries.set(key, known)
        return known.value
      }
      const value = make()
      const entry = { value, weight: weigh(value, key) }
      weight += entry.weight - (entries.get(key)?.weight ?? 0)
      entries.set(key, entry)
      for (const [oldest, { weight: less }] of entries) {
        if (weight <= capacity || entries.size === 1) break
        entries.delete(oldest)
        weight -= less
      }
      return value
    },
  }
}
