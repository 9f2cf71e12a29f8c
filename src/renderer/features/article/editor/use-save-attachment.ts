import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { desktopApi } from '../../../../shared/desktop/api.ts'
import { mediaApi } from '../../../../shared/media/api.ts'
import { fromBase64 } from '../../../api/base64.ts'
import { download } from '../../../api/download.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'

/** Saves an attached document where the person says; the browser keeps it where it keeps such files (rule U41). */
export const useSaveAttachment = (media: string, name: string) => {
  const words = useText().article.attachment
  const client = useClient()
  const [problem, setProblem] = useState<Failure | null>(null)
  const [saved, setSaved] = useState<string | null>(null)

  const save = async () => {
    setProblem(null)
    setSaved(null)
    let file: string | null = null
    if (client.desktop) {
      const chosen = await client.call(desktopApi.chooseSaveFile, { title: words.dialog, action: words.save, name })
      if (!chosen.ok) return setProblem(chosen.failure)
      if (chosen.value.file === null) return
      file = chosen.value.file
    }
    const given = await client.call(mediaApi.save, { id: media, file })
    if (!given.ok) return setProblem(given.failure)
    const { bytes, name: called } = given.value
    if (bytes !== null) download(called, fromBase64(bytes))
    setSaved(given.value.file ?? called)
  }
  return { save, problem, saved }
}
