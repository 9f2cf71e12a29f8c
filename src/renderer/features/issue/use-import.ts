import { useState } from 'react'
import type { Failure } from '../../../shared/api/result.ts'
import { articleApi, type ImportedFile } from '../../../shared/article/api.ts'
import { useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'

/** Bytes of a file as base64, without the head of a data address. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
    reader.readAsDataURL(file)
  })

const unreadable = (file: string, problem: string): ImportedFile => ({
  file,
  article: null,
  headline: null,
  characters: 0,
  photos: 0,
  warnings: [],
  problem,
  notReached: false,
})

export interface ImportState {
  /** How many files are being taken in; 0 while none are. */
  readonly running: number
  readonly report: readonly ImportedFile[] | null
  readonly failure: Failure | null
}

/** Takes files of a browser in, all in one call, so that a text finds its pictures beside it. */
export const useImport = () => {
  const text = useText()
  const client = useClient()
  const [state, setState] = useState<ImportState>({ running: 0, report: null, failure: null })

  const take = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return
    setState({ running: files.length, report: null, failure: null })
    const read = await Promise.all(
      files.map(async (file) => ({ name: file.webkitRelativePath || file.name, bytes: await base64Of(file).catch(() => null) })),
    )
    const readable = read.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]))
    const lost = read.filter(({ bytes }) => bytes === null).map(({ name }) => unreadable(name, text.issue.unreadable))
    if (readable.length === 0) return setState({ running: 0, report: lost, failure: null })
    const result = await client.call(articleApi.upload, { files: readable, rubric: null })
    setState({
      running: 0,
      report: result.ok ? [...result.value, ...lost] : null,
      failure: result.ok ? null : result.failure,
    })
  }

  return { ...state, take, dismiss: () => setState({ running: 0, report: null, failure: null }) }
}
