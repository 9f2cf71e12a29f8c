/** Things that are costly to open, some of them kept open. */
export interface Pool<T> {
  /** Works with a thing, opened if need be. Works with one thing run one after another; it is not closed meanwhile. */
  use<R>(id: string, work: (opened: T) => Promise<R>): Promise<R>
  /** Forgets a thing that its own work has closed: the next use opens it anew. */
  discard(id: string): void
  /** Waits for what is under way and closes everything. Rejects with the first failure to close, after trying all. */
  close(): Promise<void>
}

interface Slot<T> {
  opened: T | null
  /** Works that wait or run. */
  users: number
  turn: Promise<unknown>
}

export interface PoolOptions<T> {
  readonly limit: number
  readonly open: (id: string) => Promise<T>
  /** A thing that rejects to close stays open and is tried again when its turn comes. */
  readonly close: (id: string, opened: T) => Promise<void>
}

/** Keeps at most `limit` things open, closing the one used longest ago; more only while all are in use. */
export const openPool = <T>({ limit, open, close }: PoolOptions<T>): Pool<T> => {
  const slots = new Map<string, Slot<T>>()

  const inTurn = <R>(slot: Slot<T>, work: () => Promise<R>): Promise<R> => {
    slot.users += 1
    const result = slot.turn.catch(() => undefined).then(work)
    slot.turn = result
      .catch(() => undefined)
      .finally(() => {
        slot.users -= 1
      })
    return result
  }

  const shut = (id: string, slot: Slot<T>): Promise<void> =>
    inTurn(slot, async () => {
      if (slot.opened === null) return
      await close(id, slot.opened)
      slot.opened = null
    })

  const makeRoom = async (): Promise<void> => {
    const idle = [...slots].filter(([, slot]) => slot.users === 0)
    for (const [id, slot] of idle.slice(0, Math.max(0, slots.size - limit))) {
      await shut(id, slot).catch(() => undefined)
      await slot.turn
      // Whoever came meanwhile waits in this very slot; then it stays.
      if (slot.opened === null && slot.users === 0) slots.delete(id)
    }
  }

  return {
    use: async (id, work) => {
      const slot = slots.get(id) ?? { opened: null, users: 0, turn: Promise.resolve() }
      slots.delete(id)
      slots.set(id, slot)
      try {
        return await inTurn(slot, async () => {
          slot.opened ??= await open(id)
          return work(slot.opened)
        })
      } finally {
        if (slots.size > limit) await makeRoom()
      }
    },
    discard: (id) => {
      const slot = slots.get(id)
      if (slot) slot.opened = null
    },
    close: async () => {
      const outcomes = await Promise.allSettled([...slots].map(([id, slot]) => shut(id, slot)))
      const failed = outcomes.find((outcome) => outcome.status === 'rejected')
      if (failed) throw failed.reason
      slots.clear()
    },
  }
}
