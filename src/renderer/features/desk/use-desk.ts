import { deskApi } from '../../../shared/desk/api.ts'
import { useQuery } from '../../api/hooks.tsx'
import { useSession } from '../../app/session.tsx'
import { useEachMinute } from '../../ui/use-minute.ts'

/** The desk of the person at the window or of everybody, read again when something changes and every minute. */
export const useDesk = (everybody: boolean) => {
  const { issue } = useSession()
  const desk = useQuery(deskApi.read, { issue: issue?.serial ?? null, everybody }, [
    ...(['article', 'workflow', 'issue', 'staff', 'settings', 'calendar', 'publishing'] as const),
  ])
  return { ...desk, now: useEachMinute(desk.refresh) }
}
