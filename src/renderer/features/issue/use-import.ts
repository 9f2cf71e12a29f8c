import { useRef, useState } from 'react'
import { describeFailure, type Failure } from '../../../shared/api/result.ts'
import { articleApi, type ImportedFile } from '../../../shared/article/api.ts'
import { compareFileNames } from '../../../shared/language/sorting.ts'
import { useBackendEvents, useClient } from '../../api/hooks.tsx'
import { useText } from '../../i18n/text.tsx'
import { type ChosenFile, chosenFiles, droppedFiles, pathsOf } from './chosen-files.ts'
import { batchesOf } from './upload-batches.ts'

/** Bytes of one upload: as base64 in a message it takes a third more, and stands in memory several times. */
const batchLimit = 24 * 1024 * 1024
/** A file larger than this is more than one message carries. */
const fileLimit = 150 * 1024 * 1024
/** Kinds of texts that may name pictures, and how much of one is looked at for them. */
const namesPictures = /\.(?:txt|md|markdown|html?)$/i
const wordsLimit = 5 * 1024 * 1024

/** Bytes of a file as base64, without the head of a data address. */
const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error(file.name))
    reader.readAsDataURL(file)
  })

/** What a text says in the two encodings its pictures' names may be in. */
const wordsIn = async ({ name, file }: ChosenFile): Promise<string> => {
  if (!namesPictures.test(name)) return ''
  const bytes = await file
    .slice(0, wordsLimit)
    .arrayBuffer()
    .catch(() => new ArrayBuffer(0))
  return ['utf-8', 'windows-1251'].map((encoding) => new TextDecoder(encoding).decode(bytes)).join('\n')
}

const notTaken = (file: string, problem: string, notReached = false): ImportedFile => ({
  file,
  article: null,
  headline: null,
  characters: 0,
  photos: 0,
  warnings: [],
  problem,
  notReached,
})

/** How far an import is: files done of all, and the name of the one in hand. */
export interface ImportProgress {
  readonly done: number
  readonly total: number
  readonly file: string
}

export interface ImportState {
  /** Null while no import goes on. */
  readonly progress: ImportProgress | null
  readonly report: readonly ImportedFile[] | null
  readonly failure: Failure | null
}

const idle: ImportState = { progress: null, report: null, failure: null }

interface Job {
  readonly id: string
  /** Files that earlier calls have dealt with, and all of them; null where one call takes everything. */
  before: number
  total: number | null
  cancelled: boolean
}

/**
 * Takes chosen or dropped files in, one import at a time. The desktop program reads them by their paths; a browser sends
 * them in calls of moderate size, a text always together with the pictures it names.
 */
export const useImport = () => {
  const text = useText()
  const client = useClient()
  const [state, setState] = useState(idle)
  const running = useRef<Job | null>(null)

  useBackendEvents((event) => {
    const job = running.current
    if (event.type !== 'jobProgress' || !job || event.job !== job.id) return
    const total = job.total ?? event.total
    setState({ ...idle, progress: { done: Math.min(total, job.before + event.done), total, file: event.label } })
  })

  const takePaths = async (job: Job, paths: readonly string[]): Promise<ImportState> => {
    const result = await client.call(articleApi.import, { paths: [...paths], rubric: null, job: job.id })
    return result.ok ? { ...idle, report: result.value } : { ...idle, failure: result.failure }
  }

  const upload = async (job: Job, batch: readonly ChosenFile[]): Promise<readonly ImportedFile[] | Failure> => {
    const read = await Promise.all(batch.map(async ({ name, file }) => ({ name, bytes: await base64Of(file).catch(() => null) })))
    const files = read.flatMap(({ name, bytes }) => (bytes === null ? [] : [{ name, bytes }]))
    const lost = read.filter(({ bytes }) => bytes === null).map(({ name }) => notTaken(name, text.issue.unreadable))
    if (files.length === 0) return lost
    const result = await client.call(articleApi.upload, { files, rubric: null, job: job.id })
    return result.ok ? [...result.value, ...lost] : result.failure
  }

  const takeUploads = async (job: Job, all: readonly ChosenFile[]): Promise<ImportState> => {
    const rows = new Map<string, ImportedFile>()
    const sent = all.filter(({ name, file }) => {
      if (file.size > fileLimit) rows.set(name, notTaken(name, text.issue.tooLarge))
      return file.size <= fileLimit
    })
    job.total = sent.length
    const words = new Map(await Promise.all(sent.map(async (file) => [file.name, await wordsIn(file)] as const)))
    const weighed = sent.map((file) => ({ ...file, size: file.file.size }))
    const done = new Set<string>()
    for (const batch of batchesOf(weighed, ({ name }) => words.get(name) ?? '', batchLimit)) {
      job.before = done.size
      const outcome = job.cancelled ? [] : await upload(job, batch)
      if ('code' in outcome) {
        if (done.size === 0) return { ...idle, failure: outcome }
        for (const { name } of batch) if (!rows.has(name)) rows.set(name, notTaken(name, describeFailure(outcome)))
      } else for (const row of outcome) if (!rows.has(row.file)) rows.set(row.file, row)
      if (job.cancelled)
        for (const { name } of batch) if (!rows.has(name)) rows.set(name, notTaken(name, text.issue.notReached, true))
      for (const { name } of batch) done.add(name)
    }
    const order = new Map(all.map(({ name }, i) => [name, i]))
    return { ...idle, report: [...rows.values()].sort((a, b) => (order.get(a.file) ?? 0) - (order.get(b.file) ?? 0)) }
  }

  const start = async (count: number, run: (job: Job) => Promise<ImportState>): Promise<void> => {
    if (running.current) return
    const job: Job = { id: crypto.randomUUID(), before: 0, total: null, cancelled: false }
    running.current = job
    setState({ ...idle, progress: { done: 0, total: count, file: '' } })
    const ended = await run(job)
    running.current = null
    setState(ended)
  }

  const take = async (files: readonly File[], named: () => Promise<readonly ChosenFile[]>): Promise<void> => {
    const paths = client.desktop ? pathsOf(files, client.desktop.pathOf) : []
    if (paths.length > 0) return start(paths.length, (job) => takePaths(job, paths))
    const chosen = [...(await named())].sort((a, b) => compareFileNames(a.name, b.name))
    if (chosen.length > 0) await start(chosen.length, (job) => takeUploads(job, chosen))
  }

  return {
    ...state,
    /** What was chosen in the system's dialog, by its paths. */
    takePaths: async (paths: readonly string[]): Promise<void> => {
      if (paths.length > 0) await start(paths.length, (job) => takePaths(job, paths))
    },
    /** Files of a dialog, or of a folder chosen whole. */
    take: (files: readonly File[]) => take(files, () => Promise.resolve(chosenFiles(files))),
    /** Files and folders that were dropped; called while the drop is being handled. */
    takeDropped: (transfer: DataTransfer) => {
      const named = droppedFiles(transfer)
      return take([...transfer.files], () => named)
    },
    cancel: async () => {
      const job = running.current
      if (!job) return
      job.cancelled = true
      await client.call(articleApi.cancelImport, { job: job.id })
    },
    dismiss: () => setState(idle),
  }
}
