import { setImmediate as letOthers } from 'node:timers/promises'

/**
 * Work in the background goes on for this long, in milliseconds, before requests get their turn (rule F7). Saving an edit
 * takes several turns, so that it waits for several slices.
 */
const slice = 3

/** Lets requests through when the present slice is used up. */
export interface Pacer {
  pause(): Promise<void>
}

export const pacer = (): Pacer => {
  let began = performance.now()
  return {
    pause: async () => {
      if (performance.now() - began < slice) return
      await letOthers()
      began = performance.now()
    },
  }
}

/** Drives a work that pauses by itself to its end, a slice at a time. */
export const inSlices = async <T>(work: Generator<undefined, T>, { pause }: Pacer): Promise<T> => {
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    await pause()
  }
}
