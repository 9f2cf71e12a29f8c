/** A row of words that differ: `from` up to `to` before, and after. One of the two may be empty. */
export interface WordChange {
  readonly before: { readonly from: number; readonly to: number }
  readonly after: { readonly from: number; readonly to: number }
}

/** Texts that have more in difference than this are taken for different as a whole: nobody would compare them word by word. */
const mostSteps = 2000

/** For every number of steps the furthest places reached, as in Myers' «An O(ND) Difference Algorithm». */
const trail = (before: readonly string[], after: readonly string[]): readonly Int32Array[] | null => {
  const most = Math.min(mostSteps, before.length + after.length)
  const reached: Int32Array[] = []
  let front = new Int32Array([0])
  for (let steps = 0; steps <= most; steps += 1) {
    // front[k + steps] is how far before is read on diagonal k.
    const next = new Int32Array(2 * steps + 1)
    for (let k = -steps; k <= steps; k += 2) {
      const above = k < steps ? (front[k + steps] ?? -1) : -1
      const left = k > -steps ? (front[k + steps - 2] ?? -1) : -1
      let x = steps === 0 ? 0 : k === -steps || (k !== steps && left < above) ? above : left + 1
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x += 1
      next[k + steps] = x
      if (x >= before.length && x - k >= after.length) return [...reached, next]
    }
    reached.push(next)
    front = next
  }
  return null
}

/** The pairs of equal words, from the last to the first. */
const equalPairs = (
  before: readonly string[],
  after: readonly string[],
  reached: readonly Int32Array[],
): (readonly [number, number])[] => {
  const pairs: (readonly [number, number])[] = []
  let [x, y] = [before.length, after.length]
  for (let steps = reached.length - 1; steps >= 0; steps -= 1) {
    const k = x - y
    let [fromX, fromY] = [0, 0]
    if (steps > 0) {
      const front = reached[steps - 1]
      const above = k < steps ? (front?.[k + steps] ?? -1) : -1
      const left = k > -steps ? (front?.[k + steps - 2] ?? -1) : -1
      const isInsertion = k === -steps || (k !== steps && left < above)
      const startX = isInsertion ? above : left
      const startY = startX - (isInsertion ? k + 1 : k - 1)
      ;[fromX, fromY] = isInsertion ? [startX, startY + 1] : [startX + 1, startY]
      while (x > fromX && y > fromY) {
        x -= 1
        y -= 1
        pairs.push([x, y])
      }
      ;[x, y] = [startX, startY]
    } else
      while (x > 0 && y > 0) {
        x -= 1
        y -= 1
        pairs.push([x, y])
      }
  }
  return pairs
}

/**
 * Of equal words it can't be said which were put in or taken out; it is said of the last ones, so that what is cut off
 * at the end of a text is told as its end.
 */
const slide = (changes: readonly WordChange[], before: readonly string[], after: readonly string[]): readonly WordChange[] =>
  changes.map((change, at) => {
    const isDeleted = change.after.from === change.after.to
    if (!isDeleted && change.before.from !== change.before.to) return change
    const words = isDeleted ? before : after
    const { from, to } = isDeleted ? change.before : change.after
    const next = changes[at + 1]
    const room = next === undefined ? words.length - to : (isDeleted ? next.before.from : next.after.from) - to - 1
    let by = 0
    while (by < room && words[from + by] === words[to + by]) by += 1
    const moved = (range: WordChange['before']) => ({ from: range.from + by, to: range.to + by })
    return { before: moved(change.before), after: moved(change.after) }
  })

/** The fewest words that turn one text into another, as rows in order; none for equal texts. */
export const diffWords = (before: readonly string[], after: readonly string[]): readonly WordChange[] => {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const [left, right] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  if (left.length === 0 && right.length === 0) return []
  const reached = left.length === 0 || right.length === 0 ? null : trail(left, right)
  const pairs = reached === null ? [] : equalPairs(left, right, reached).reverse()
  const changes: WordChange[] = []
  let [x, y] = [0, 0]
  const close = (toX: number, toY: number) => {
    if (toX > x || toY > y)
      changes.push({ before: { from: start + x, to: start + toX }, after: { from: start + y, to: start + toY } })
    ;[x, y] = [toX + 1, toY + 1]
  }
  for (const [atX, atY] of pairs) close(atX, atY)
  close(left.length, right.length)
  return slide(changes, before, after)
}
