import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'

/** How much V8's space for new things holds before it is looked through for what is still needed, in bytes. */
const youngSpace = (): number => {
  const space = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
  return space === undefined ? Number.POSITIVE_INFINITY : space.space_used_size + space.space_available_size
}

const growsBy = (factor: number): void => setFlagsFromString(`--semi-space-growth-factor=${factor}`)

/** Numbers in one thing that is kept for a moment, and the most such things: some ten megabytes in all. */
const morsel = 4_000
const mostMorsels = 300

/**
 * Brings V8's space for new things to about so many bytes and lets it grow no further. Left alone it grows until a command
 * takes a hundred megabytes more; held at the million it begins with, an export stops nine hundred times to look through
 * it. Only Node's own command line can name its size, but a running program can say by how much it grows; it does so when
 * much outlives a look, so something is kept until it has grown once.
 */
export const settleYoungSpace = (bytes: number): void => {
  const before = youngSpace()
  const factor = Math.floor(bytes / before)
  if (factor > 1) {
    growsBy(factor)
    const kept: unknown[] = []
    while (kept.length < mostMorsels && youngSpace() <= before) kept.push(new Array(morsel).fill(0))
  }
  growsBy(1)
}
