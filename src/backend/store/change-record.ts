import type { SingleRecord } from './record-store.ts'

/** A record that is changed one change after another: none overwrites what another has just written. */
export interface ChangingRecord<T> {
  get(): T
  /** Resolves with the record in force; where `edit` returns what it got nothing is written. */
  change(edit: (now: T) => T): Promise<T>
}

export const changeInTurn = <T>(record: SingleRecord<T>): ChangingRecord<T> => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    get: record.get,
    change: (edit) => {
      const turn = last
        .catch(() => undefined)
        .then(async () => {
          const [before, after] = [record.get(), edit(record.get())]
          if (after !== before) await record.put(after)
          return after
        })
      last = turn
      return turn
    },
  }
}
