import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import { dirname } from 'node:path'

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
  /** Makes a folder and those above it; new entries are synced. */
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
  makeFolder: async (path) => {
    const first = await fs.mkdir(path, { recursive: true })
    if (first === undefined) return
    for (let folder = path; folder.length >= first.length; folder = dirname(folder)) await syncFolder(dirname(folder))
  },
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
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => unless('ENOENT', fs.unlink(path), undefined),
  syncFolder,
}
