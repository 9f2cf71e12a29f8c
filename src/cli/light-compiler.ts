import { setFlagsFromString } from 'node:v8'

/**
 * Keeps V8's best compiler out of the first moments of a command. It takes as long again as the command itself to make
 * code that a command of a second hardly runs; a longer one has it from then on. `milliseconds` from now.
 */
export const compileLightlyFor = (milliseconds: number): void => {
  setFlagsFromString('--turbo-filter=~')
  setTimeout(() => setFlagsFromString('--turbo-filter=*'), milliseconds).unref()
}
