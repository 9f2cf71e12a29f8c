/** Remembers what was made for a key; the oldest entry goes when there is no room. */
export interface BoundedCache<Value> {
  remember(key: string, make: () => Value): Value
}

export function boundedCache<Value>(capacity: number): BoundedCache<Value> {
  const entries = new Map<string, { readonly value: Value }>()
  return {
    remember(key, make) {
      const known = entries.get(key)
      if (known !== undefined) {
        entries.delete(key)
        entries.set(key, known)
        return known.value
      }
      const value = make()
      entries.set(key, { value })
      for (const oldest of entries.keys()) {
        if (entries.size <= capacity) break
        entries.delete(oldest)
      }
      return value
    },
  }
}
