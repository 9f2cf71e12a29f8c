import { useEffect } from 'react'
import { desktopApi } from '../../shared/desktop/api.ts'
import { useClient } from '../api/hooks.tsx'
import { sessionsOf } from '../features/article/sync/sessions.ts'

/** Saves what is not saved when the desktop program asks, and answers whether everything is on disk. */
export const useSettle = (): void => {
  const client = useClient()
  useEffect(() => {
    return client.desktop?.subscribe((event) => {
      if (event.type !== 'settle') return
      // A field saves as it is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      void sessionsOf(client)
        .settle()
        .then((saved) => client.call(desktopApi.settled, { request: event.request, saved }))
    })
  }, [client])
}
