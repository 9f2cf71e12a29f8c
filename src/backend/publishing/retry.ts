const minute = 60_000

/** Waits before the next try of a post that was not sent, in milliseconds; after the last one a person is asked. */
export const retryDelays: readonly number[] = [0.5, 1, 2, 5, 10, 15, 15, 15].map((minutes) => minutes * minute)

/** How long to wait before try number `retries` + 1; null when it was tried often enough. The network's word counts. */
export const retryDelay = (retries: number, asked: number | null): number | null => {
  const own = retryDelays[retries]
  return own === undefined ? null : (asked ?? own)
}
