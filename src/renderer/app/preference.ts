/** Something a person chose for this computer, among a few. */
export interface Preference<T extends string> {
  readonly choices: readonly T[]
  /** What was chosen; the first choice while nothing was, or what is kept is no choice any more. */
  readonly read: (storage: Pick<Storage, 'getItem'>) => T
  readonly write: (storage: Pick<Storage, 'setItem'>, choice: T) => void
}

/** A choice kept under a key of the window's storage. */
export const preference = <const T extends string>(key: string, choices: readonly [T, ...T[]]): Preference<T> => ({
  choices,
  read: (storage) => {
    const kept = storage.getItem(key)
    return choices.find((choice) => choice === kept) ?? choices[0]
  },
  write: (storage, choice) => storage.setItem(key, choice),
})
