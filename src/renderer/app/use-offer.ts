import { useCallback, useEffect, useState } from 'react'
import type { Failure } from '../../shared/api/result.ts'
import { desktopApi } from '../../shared/desktop/api.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { useClient } from '../api/hooks.tsx'

/** What was given to the program from outside: by the system, at its start, or by the menu. */
export interface OfferState {
  /** Paths of files that wait for a newsroom to take them in. */
  readonly files: readonly string[]
  /** Why the folder that was given did not open. */
  readonly failure: Failure | null
  readonly dismiss: () => void
}

/** Takes over what is given to the program: a folder is opened at once, files wait for a person to say so. */
export const useOffer = (): OfferState => {
  const client = useClient()
  const [files, setFiles] = useState<readonly string[]>([])
  const [failure, setFailure] = useState<Failure | null>(null)

  const take = useCallback(async () => {
    const offer = await client.call(desktopApi.takeOffer, {})
    if (!offer.ok) return
    const { folder, files: given } = offer.value
    setFiles((before) => [...new Set([...before, ...given])])
    if (folder === null) return
    const opened = await client.call(workspaceApi.open, { folder })
    setFailure(opened.ok ? null : opened.failure)
  }, [client])

  useEffect(() => {
    if (!client.desktop) return
    void take()
    return client.desktop.subscribe((event) => {
      if (event.type === 'offerWaiting') void take()
    })
  }, [client, take])

  return {
    files,
    failure,
    dismiss: useCallback(() => {
      setFiles([])
      setFailure(null)
    }, []),
  }
}
