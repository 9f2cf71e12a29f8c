import { useEffect, useState } from 'react'

/** The value as it is announced: at once when it rested before, and then no sooner than `pause` milliseconds later. */
export const useCalm = <T>(value: T, pause: number): T => {
  const [calm, setCalm] = useState({ value, until: 0 })
  const { until } = calm
  const differs = !Object.is(calm.value, value)
  useEffect(() => {
    if (!differs) return
    const timer = window.setTimeout(() => setCalm({ value, until: Date.now() + pause }), Math.max(0, until - Date.now()))
    return () => window.clearTimeout(timer)
  }, [value, differs, until, pause])
  return calm.value
}
