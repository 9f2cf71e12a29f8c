interface Id {
  readonly client: number
  readonly clock: number
}

/** One item of a Yjs update: its letters, empty where there is none, and what stood left and right of it when it was typed. */
export interface Strand extends Id {
  readonly origin: Id | null
  readonly rightOrigin: Id | null
  readonly letters: readonly string[]
}

interface Letter extends Id {
  readonly text: string
}

const same = (a: Id, b: Id): boolean => a.client === b.client && a.clock === b.clock

/**
 * Puts letters whose paragraph is no more back beside one another by what stood left and right of them when they were
 * typed: corrections go where they were made. Returns the texts that result, each with the id of its first letter.
 */
export const orderByNeighbours = (strands: readonly Strand[]): readonly { readonly id: string; readonly text: string }[] => {
  const groups: Letter[][] = []
  const place = (id: Id | null): readonly [group: Letter[], at: number] | null => {
    if (!id) return null
    for (const group of groups) {
      const at = group.findIndex((letter) => same(letter, id))
      if (at >= 0) return [group, at]
    }
    return null
  }
  for (const { client, clock, origin, rightOrigin, letters } of [...strands].sort(
    (a, b) => a.client - b.client || a.clock - b.clock,
  )) {
    const typed = letters.map((text, at): Letter => ({ client, clock: clock + at, text }))
    const left = place(origin)
    const right = place(rightOrigin)
    if (left) left[0].splice(left[1] + 1, 0, ...typed)
    else if (right) right[0].splice(right[1], 0, ...typed)
    else groups.push(typed)
  }
  return groups.flatMap((group) => {
    const first = group.find(({ text }) => text !== '')
    return first ? [{ id: `${first.client}-${first.clock}`, text: group.map(({ text }) => text).join('') }] : []
  })
}
