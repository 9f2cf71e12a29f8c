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
