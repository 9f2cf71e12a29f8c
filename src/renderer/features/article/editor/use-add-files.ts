import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { mediaApi } from '../../../../shared/media/api.ts'
import { toBase64 } from '../../../api/base64.ts'
import { useClient } from '../../../api/hooks.tsx'
import { useText } from '../../../i18n/text.tsx'
import { bytesOf } from '../../../media/file-bytes.ts'
import type { AttachedFile } from './commands.ts'

export type FileKind = 'picture' | 'document'

/**
 * Stores files in the newsroom one after another; returns those that were taken. `adding` says what is on its way, and
 * `failures` why the others were not taken.
 */
export const useAddFiles = () => {
  const client = useClient()
  const words = useText().media.noBytes
  const [adding, setAdding] = useState<FileKind | null>(null)
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const add = async (files: readonly File[], kind: FileKind): Promise<readonly AttachedFile[]> => {
    setAdding(kind)
    setFailures([])
    const taken: AttachedFile[] = []
    const refused: Failure[] = []
    for (const file of files) {
      const bytes = await bytesOf(file)
      if (typeof bytes === 'string') {
        refused.push({ code: 'invalidInput', ...words[bytes](file.name) })
        continue
      }
      const stored = await client.call(mediaApi.add, { name: file.name, bytes: toBase64(bytes), kind })
      if (stored.ok) taken.push({ media: stored.value.id, name: file.name, size: file.size })
      else refused.push(stored.failure)
    }
    setAdding(null)
    setFailures(refused)
    return taken
  }
  return { adding, failures, add }
}
