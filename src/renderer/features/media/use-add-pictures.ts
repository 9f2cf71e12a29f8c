import { useRef, useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { mediaApi } from '../../../shared/media/api.ts'
import { toBase64 } from '../../api/base64.ts'
import { useClient } from '../../api/hooks.tsx'

/** What became of files that were added: how many are new, which were there under what name, what was refused. */
export interface AddReport {
  readonly added: number
  readonly already: readonly { readonly file: string; readonly name: string }[]
  readonly failures: readonly Failure[]
  readonly isStopped: boolean
}

/** Adds pictures to the newsroom one after another; `progress` is null when none are on their way. */
export const useAddPictures = () => {
  const client = useClient()
  const [progress, setProgress] = useState<{ readonly file: string; readonly done: number; readonly total: number } | null>(null)
  const [report, setReport] = useState<AddReport | null>(null)
  const stopping = useRef(false)
  const add = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0 || progress !== null) return
    stopping.current = false
    let outcome: AddReport = { added: 0, already: [], failures: [], isStopped: false }
    for (const [done, file] of files.entries()) {
      if (stopping.current) {
        outcome = { ...outcome, isStopped: true }
        break
      }
      setProgress({ file: file.name, done, total: files.length })
      const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
      const stored = await client.call(mediaApi.add, { name: file.name, bytes, kind: 'picture' })
      if (!stored.ok) outcome = { ...outcome, failures: [...outcome.failures, stored.failure] }
      else if (stored.value.already === null) outcome = { ...outcome, added: outcome.added + 1 }
      else outcome = { ...outcome, already: [...outcome.already, { file: file.name, name: stored.value.already }] }
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
