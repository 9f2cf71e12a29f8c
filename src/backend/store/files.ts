import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** A file that is being written. */
export interface OpenFile {
  /** Bytes in the file. */
  readonly size: () => number
  write(bytes: Uint8Array): Promise<void>
  /** Returns when everything written so far would survive a power cut. */
  sync(): Promise<void>
  /** Cuts the file to `size` bytes. */
  truncate(size: number): Promise<void>
  close(): Promise<void>
}

export interface FileEntry {
  readonly name: string
  readonly folder: boolean
}

export interface FileFacts {
  readonly size: number
  readonly modifiedAt: number
  readonly folder: boolean
}

/**
 * The file system as the store sees it: small enough that a test can put one in its place that forgets whatever was
 * not synced. Failures reject with Node's error codes (`ENOENT`, `ENOSPC`, `EROFS`, …).
 */
export interface Files {
  read(path: string): Promise<Uint8Array>
  /** Null where there is nothing. */
  facts(path: string): Promise<FileFacts | null>
  /** Empty where there is no folder. */
  list(path: string): Promise<readonly FileEntry[]>
  /** Makes a folder and those above it; when it returns the folder would survive a power cut. */
  makeFolder(path: string): Promise<void>
  /** `append` goes on at the end, `replace` starts anew, `exclusive` rejects with `EEXIST` when the file is there. */
  open(path: string, mode: 'append' | 'replace' | 'exclusive'): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** Makes new names, renames and removals in a folder survive a power cut. */
  syncFolder(path: string): Promise<void>
}

export const errorCode = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

/** Turns one kind of rejection into a value; every other goes on. */
export const unless = async <T, D>(code: string, work: Promise<T>, otherwise: D): Promise<T | D> => {
  try {
    return await work
  } catch (error) {
    if (errorCode(error) === code) return otherwise
    throw error
  }
}

/** Opens a file for writing; makes its folder when it is gone, as empty ones often are from a copy or an archive. */
export const openInFolder = async (files: Files, path: string, mode: 'append' | 'replace'): Promise<OpenFile> => {
  const file = await unless('ENOENT', files.open(path, mode), null)
  if (file) return file
  await files.makeFolder(dirname(path))
  return files.open(path, mode)
}

const flags = {
  append: constants.O_RDWR | constants.O_CREAT | constants.O_APPEND,
  replace: constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC,
  exclusive: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
}

const syncFolder = async (path: string): Promise<void> => {
  // Windows can't open a folder; there a rename is durable with the file's own flush.
  if (process.platform === 'win32') return
  const handle = await fs.open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Makes a folder and those above it out of single steps. `make` tells whether it made something: it rejects with
 * `ENOENT` where the folder above is missing. The folder above is synced even when there was nothing to make: whoever
 * made it may have been killed before syncing.
 */
export const makeFolderBySteps = async (
  path: string,
  make: (path: string) => Promise<boolean>,
  sync: (path: string) => Promise<void>,
): Promise<void> => {
  const above = dirname(path)
  const outcome = await unless('ENOENT', make(path), null)
  if (outcome === null) {
    if (above === path) throw new Error(`нет диска ${path}`)
    await makeFolderBySteps(above, make, sync)
    await make(path)
  }
  await sync(above)
}

/** What Windows says while a virus scanner or an indexer looks into a file. */
const passing = ['EPERM', 'EACCES', 'EBUSY']

/** Tries again what failed because somebody looked into the file for a moment; `pause` waits that many milliseconds. */
export const patiently = async (work: () => Promise<void>, pause: (milliseconds: number) => Promise<unknown>): Promise<void> => {
  for (let delay = 10; delay < 1000; delay *= 2) {
    try {
      return await work()
    } catch (error) {
      if (!passing.includes(errorCode(error) ?? '')) throw error
    }
    await pause(delay)
  }
  return work()
}

/** The real disk. */
export const diskFiles: Files = {
  read: (path) => fs.readFile(path),
  facts: (path) =>
    unless(
      'ENOENT',
      fs.stat(path).then((s) => ({ size: s.size, modifiedAt: s.mtimeMs, folder: s.isDirectory() })),
      null,
    ),
  list: (path) =>
    unless(
      'ENOENT',
      fs.readdir(path, { withFileTypes: true }).then((all) => all.map((e) => ({ name: e.name, folder: e.isDirectory() }))),
      [],
    ),
  makeFolder: (path) =>
    makeFolderBySteps(
      resolve(path),
      async (folder) => {
        const made = await unless(
          'EEXIST',
          fs.mkdir(folder).then(() => true),
          false,
        )
        if (!made && !(await fs.stat(folder)).isDirectory()) throw new Error(`${folder} — файл, а не папка`)
        return made
      },
      // The folder above may belong to somebody else; where it can't be opened, there was nothing of ours to sync.
      (folder) => unless('EACCES', syncFolder(folder), undefined),
    ),
  open: async (path, mode) => {
    const handle = await fs.open(path, flags[mode], 0o644)
    let size = (await handle.stat()).size
    return {
      size: () => size,
      write: async (bytes) => {
        await handle.writeFile(bytes)
        size += bytes.length
      },
      sync: () => handle.datasync(),
      truncate: async (to) => {
        await handle.truncate(to)
        size = to
      },
      close: () => handle.close(),
    }
  },
  rename: (from, to) => {
    const rename = () => fs.rename(from, to)
    return process.platform === 'win32' ? patiently(rename, wait) : rename()
  },
  remove: (path) => unless('ENOENT', fs.unlink(path), undefined),
  syncFolder,
}
