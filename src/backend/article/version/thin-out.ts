import type { VersionFacts } from '../../../shared/article/version/version.ts'

const hour = 3_600_000
const day = 24 * hour

/** How close together versions of this age may stand, in milliseconds: all of a day, one an hour for two weeks, then one a day. */
const spacing = (age: number): number => (age < day ? 0 : age < 14 * day ? hour : day)

/**
 * The versions that need not be kept any more, by their ids (rule J3). Only those kept by time of work are ever among
 * them; of those that stand close together the newest stays.
 */
export const thinnedOut = (newest: readonly VersionFacts[], now: number): readonly string[] => {
  const gone: string[] = []
  let slot: string | null = null
  for (const { id, at, reason } of newest) {
    const space = spacing(now - at)
    if (reason !== 'time' || space === 0) continue
    const here = `${space} ${Math.floor(at / space)}`
    if (here === slot) gone.push(id)
    slot = here
  }
  return gone
}
