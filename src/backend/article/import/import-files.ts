import { basename, dirname, join, posix, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { ImportedFile } from '../../../shared/article/api.ts'
import type { Newsroom } from '../../newsroom.ts'
import { belongsToPage, collectFiles, kindOf, wrongKind } from './collect.ts'
import { readComplaint } from './complaint.ts'
import { notReached, refused } from './imported.ts'
import { type Intake, type PhotoSearch, pictureLimit, type SourceFile, takeIn } from './take-in.ts'
import { takeLetter } from './take-letter.ts'

/** A file that came through a browser; its name may carry folders. */
export interface UploadedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const knownArticles = (newsroom: Newsroom): Map<string, string> =>
  new Map(
    newsroom.articles.ids().flatMap((id) => {
      const hash = newsroom.articles.cell(id, 'contentHash')
      return hash ? [[hash, id] as const] : []
    }),
  )

const sameName = (a: string, b: string): boolean => a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase()

const isRemote = (named: string): boolean => /^(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(named)
const remote = (named: string): string => `Снимок ${named} лежит в сети: сохраните его рядом с текстом и назовите файл.`
const notFound = (named: string): string => `Снимок ${named} не найден.`

/** Pictures on this disk: the path is relative to the text's file, capitals and the spelling of «й» don't matter. */
const onDisk =
  ({ environment: { files } }: Newsroom): PhotoSearch =>
  async (from, named) => {
    if (isRemote(named)) return remote(named)
    const wanted = resolve(dirname(from.path), named.replaceAll('\\', '/'))
    try {
      const folder = dirname(wanted)
      const exact = await files.facts(wanted)
      const other = exact ? undefined : (await files.list(folder)).find(({ name }) => sameName(name, basename(wanted)))
      const path = other ? join(folder, other.name) : wanted
      const facts = exact ?? (other ? await files.facts(path) : null)
      if (!facts || facts.folder) return notFound(named)
      if (facts.size > pictureLimit) return `Снимок ${named} слишком велик.`
      return { name: basename(path), bytes: await files.read(path) }
    } catch (error) {
      return `Снимок не взят. ${readComplaint(named, error)}`
    }
  }

/** Pictures of one upload, by their path beside the text or by name alone; then those the newsroom has already. */
const amongUploads =
  (newsroom: Newsroom, files: readonly UploadedFile[]): PhotoSearch =>
  async (from, named) => {
    if (isRemote(named)) return remote(named)
    const path = named.replaceAll('\\', '/')
    const beside = posix.join(posix.dirname(from.path), path)
    const name = posix.basename(path)
    const uploaded =
      files.find((file) => sameName(posix.normalize(file.name), beside)) ??
      files.find((file) => sameName(posix.basename(file.name), name))
    if (uploaded) return { name, bytes: uploaded.bytes }
    const stored = newsroom.media.named((known) => sameName(known, name))
    const [only] = stored
    if (only && stored.length === 1) return { name, bytes: await newsroom.media.read(only) }
    return `${notFound(named)} Выберите его вместе с текстом.`
  }

/** How an import that goes on for long is watched and stopped. */
export interface ImportWatch {
  /** Before each file: how many are done, of how many, and which one comes. */
  readonly progress: (done: number, total: number, file: string) => void
  /** Asked before each file; those that come after a yes are told as not reached. */
  readonly cancelled: () => boolean
}

const unwatched: ImportWatch = { progress: () => undefined, cancelled: () => false }

type Step = SourceFile | ImportedFile

const run = async (intake: Intake, steps: readonly Step[], watch: ImportWatch): Promise<ImportedFile[]> => {
  const outcomes: ImportedFile[] = []
  for (const [done, step] of steps.entries()) {
    const file = 'read' in step ? step.path : step.file
    if (watch.cancelled()) {
      outcomes.push(notReached(file))
      continue
    }
    watch.progress(done, steps.length, file)
    if (!('read' in step)) outcomes.push(step)
    else if (step.kind === 'letter') outcomes.push(...(await takeLetter(intake, step)))
    else outcomes.push(await takeIn(intake, step))
    // Between two files the program answers its windows.
    await setImmediate()
  }
  return outcomes
}

/**
 * Takes texts, pictures and whole folders in. Every text becomes a filed article, in the order of the files; a picture
 * goes to the media. `rubric` is for texts that name none; `person` stands in the record of each step. A broken file is
 * told in its own outcome and leaves the others alone.
 */
export const importPaths = async (
  newsroom: Newsroom,
  paths: readonly string[],
  rubric: string | null,
  person: string | null,
  watch: ImportWatch = unwatched,
): Promise<ImportedFile[]> => {
  const { files } = newsroom.environment
  const steps = (await collectFiles(files, paths)).map((found): Step => {
    if (found.kind === 'problem') return refused(found.path, found.problem)
    return { path: found.path, kind: found.kind, size: found.size, read: () => files.read(found.path) }
  })
  return run(
    { newsroom, rubric, person, findPhoto: onDisk(newsroom), known: knownArticles(newsroom), brought: new Set() },
    steps,
    watch,
  )
}

/** The same for files that came through a browser: a text finds its pictures among the files sent with it. */
export const importUploads = async (
  newsroom: Newsroom,
  files: readonly UploadedFile[],
  rubric: string | null,
  person: string | null,
  watch: ImportWatch = unwatched,
): Promise<ImportedFile[]> => {
  const names = new Set(files.map(({ name }) => name))
  const ofPage = ({ name }: UploadedFile) =>
    name.split('/').some((_, i, parts) => {
      const folder = parts.slice(0, i + 1).join('/')
      return i < parts.length - 1 && belongsToPage(folder, (page) => names.has(page))
    })
  const own = files.filter((file) => !ofPage(file))
  const steps = own.map(({ name, bytes }): Step => {
    const kind = kindOf(name)
    return kind ? { path: name, kind, size: bytes.length, read: () => Promise.resolve(bytes) } : refused(name, wrongKind(name))
  })
  return run(
    { newsroom, rubric, person, findPhoto: amongUploads(newsroom, files), known: knownArticles(newsroom), brought: new Set() },
    steps,
    watch,
  )
}
