export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

export const most = (values: readonly number[]): number => values.reduce((found, value) => Math.max(found, value), 0)

/** The value that so large a part of the values does not exceed, between two of them where it falls there. */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const place = (sorted.length - 1) * part
  const below = sorted[Math.floor(place)] ?? 0
  const above = sorted[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** Per cent of the values a test holds for. */
export const share = <Value>(values: readonly Value[], holds: (value: Value) => boolean): number =>
  values.length === 0 ? 0 : (100 * values.filter(holds).length) / values.length
