import { useState } from 'react'
import type { Failure } from '../../../../shared/api/result.ts'
import { mediaApi } from '../../../../shared/media/api.ts'
import { toBase64 } from '../../../api/base64.ts'
import { useClient } from '../../../api/hooks.tsx'
import type { AttachedFile } from './commands.ts'

export type FileKind = 'picture' | 'document'

/**
 * Stores files in the newsroom one after another; returns those that were taken. `adding` says what is on its way, and
 * `failures` why the others were not taken.
 */
export const useAddFiles = () => {
  const client = useClient()
  const [adding, setAdding] = useState<FileKind | null>(null)
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const add = async (files: readonly File[], kind: FileKind): Promise<readonly AttachedFile[]> => {
    setAdding(kind)
    setFailures([])
    const taken: AttachedFile[] = []
    const refused: Failure[] = []
    for (const file of files) {
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const stored = await client.call(mediaApi.add, { name: file.name, bytes, kind })
      if (stored.ok) taken.push({ media: stored.value.id, name: file.name, size: file.size })
      else refused.push(stored.failure)
    }
    setAdding(null)
    setFailures(refused)
    return taken
  }
  return { adding, failures, add }
}
