import { useState } from 'react'
import { catalogJob } from '../../../shared/workspace/api.ts'
import { useBackendEvents } from '../../api/hooks.tsx'
import { useFormat, useText } from '../../i18n/text.tsx'
import { ProgressLine } from '../../ui/ProgressLine.tsx'

/** How far the reading of a folder that is being opened has come, in articles; nothing while none is read anew. */
export const OpeningProgress = () => {
  const text = useText()
  const { number } = useFormat()
  const [read, setRead] = useState<{ readonly done: number; readonly total: number } | null>(null)
  useBackendEvents((event) => {
    if (event.type === 'jobProgress' && event.job === catalogJob)
      setRead(event.done < event.total ? { done: event.done, total: event.total } : null)
  })
  return read && <ProgressLine label={text.start.reading(number(read.done), number(read.total))} {...read} />
}
