import { useEffect, useMemo } from 'react'
import { deskApi } from '../../../shared/desk/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useMinute } from '../../ui/use-minute.ts'

/** The end of the day that this moment is in, by the clocks here. */
const endOfDay = (now: number): number => {
  const day = new Date(now)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1).getTime() - 1
}

/** The desk of the person at the window or of everybody, read again when something changes and every minute. */
export const useDesk = (everybody: boolean) => {
  const { issue } = useSession()
  const now = useMinute()
  const end = useMemo(() => endOfDay(now), [now])
  const desk = useQuery(deskApi.read, { issue: issue?.serial ?? null, everybody, endOfDay: end }, [
    ...(['article', 'workflow', 'issue', 'staff', 'settings', 'calendar', 'publishing'] as const),
  ])
  const { refresh } = desk
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each minute something may have become late.
  useEffect(() => refresh(), [now, refresh])
  return { ...desk, now }
}
