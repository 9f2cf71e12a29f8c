/** Remembers what was made for a key; what was not asked for the longest goes when there is no room. */
export interface BoundedCache<Value> {
  remember(key: string, make: () => Value): Value
}

/** `asked` is the number of the last time it was put behind all others. */
interface Entry<Value> {
  readonly value: Value
  readonly weight: number
  asked: number
}

/** A cache of so much weight in all; without `weigh` every entry weighs 1. */
export function boundedCache<Value>(
  capacity: number,
  weigh: (value: Value, key: string) => number = () => 1,
): BoundedCache<Value> {
  const entries = new Map<string, Entry<Value>>()
  let weight = 0
  let last = 0
  return {
    remember(key, make) {
      const known = entries.get(key)
      if (known !== undefined) {
        // Among the newer half it is in no danger and may stay where it is: most questions are about such.
        if (last - known.asked < entries.size / 2) return known.value
        last += 1
        known.asked = last
        entries.delete(key)
        entries.set(key, known)
        return known.value
      }
      const value = make()
      last += 1
      const entry = { value, weight: weigh(value, key), asked: last }
      weight += entry.weight - (entries.get(key)?.weight ?? 0)
      entries.set(key, entry)
      if (weight <= capacity) return value
      for (const [oldest, { weight: less }] of entries) {
        if (weight <= capacity || entries.size === 1) break
        entries.delete(oldest)
        weight -= less
      }
      return value
    },
  }
}
