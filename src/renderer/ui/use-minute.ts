import { useEffect, useState } from 'react'

const minute = 60_000

/** The present moment, in milliseconds since 1970, looked at again every minute. */
export const useMinute = (): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** The same, and whatever depends on it is asked for again: with each minute something may have become late. */
export const useEachMinute = (refresh: () => void): number => {
  const now = useMinute()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the minute is the reason.
  useEffect(() => refresh(), [now, refresh])
  return now
}
