import { useRef, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { mediaApi } from '../../../shared/media/api.ts'
import { toBase64 } from '../../api/base64.ts'
import { useClient } from '../../api/hooks.tsx'
import { bytesOf } from '../../media/file-bytes.ts'
import { type LeftAside, leftAside, type PictureFile } from './picture-files.ts'

/** What became of files that were added: how many are new, which were there under what name, what was not taken and why. */
export interface AddReport {
  readonly added: number
  readonly already: readonly { readonly file: string; readonly name: string }[]
  readonly failures: readonly Failure[]
  readonly aside: readonly { readonly file: string; readonly why: LeftAside }[]
  readonly isStopped: boolean
}

/** Adds pictures to the newsroom one after another; `progress` is null when none are on their way. */
export const useAddPictures = () => {
  const client = useClient()
  const [progress, setProgress] = useState<{ readonly file: string; readonly done: number; readonly total: number } | null>(null)
  const [report, setReport] = useState<AddReport | null>(null)
  const stopping = useRef(false)
  const add = async (files: readonly PictureFile[]): Promise<void> => {
    if (files.length === 0 || progress !== null) return
    stopping.current = false
    let outcome: AddReport = { added: 0, already: [], failures: [], aside: [], isStopped: false }
    for (const [done, picture] of files.entries()) {
      if (stopping.current) {
        outcome = { ...outcome, isStopped: true }
        break
      }
      const { file, path } = picture
      const why = leftAside(picture)
      if (why !== null) {
        outcome = { ...outcome, aside: [...outcome.aside, { file: path, why }] }
        continue
      }
      setProgress({ file: path, done, total: files.length })
      const bytes = await bytesOf(file)
      if (typeof bytes === 'string') {
        outcome = { ...outcome, aside: [...outcome.aside, { file: path, why: bytes }] }
        continue
      }
      const stored = await client.call(mediaApi.add, { name: file.name, bytes: toBase64(bytes), kind: 'picture' })
      if (!stored.ok) outcome = { ...outcome, failures: [...outcome.failures, stored.failure] }
      else if (stored.value.already === null) outcome = { ...outcome, added: outcome.added + 1 }
      else outcome = { ...outcome, already: [...outcome.already, { file: path, name: stored.value.already }] }
    }
    setProgress(null)
    setReport(outcome)
  }
  return {
    add,
    progress,
    report,
    stop: () => {
      stopping.current = true
    },
    closeReport: () => setReport(null),
  }
}
