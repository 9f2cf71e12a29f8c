import { basename, dirname } from 'node:path'
import { type Files, makeFolderBySteps, type OpenFile } from '../../src/backend/store/files.ts'
import { cloneFolder, type DiskFile, type DiskFolder, emptyFolder, type Loss, survivor } from './forgetful-disk.ts'

export { type Loss, losses } from './forgetful-disk.ts'

/** One call of the port, before it is carried out. */
export interface Step {
  readonly number: number
  readonly call:
    | 'read'
    | 'facts'
    | 'list'
    | 'make'
    | 'open'
    | 'write'
    | 'sync'
    | 'truncate'
    | 'close'
    | 'rename'
    | 'remove'
    | 'syncFolder'
  readonly path: string
  /** Where in the product a sync was asked for, «json-file.ts:48»; empty for other calls. */
  readonly site: string
}

export interface ForgetfulOptions {
  /** Milliseconds for modification times. */
  readonly now?: () => number
  /** An error code with which this step fails, or null. A failing write leaves half of its bytes behind. */
  readonly fail?: (step: Step) => string | null
  /** Syncs that return without doing anything. */
  readonly ignoreSync?: (step: Step) => boolean
  /** Hears every step before it is carried out. */
  readonly watch?: (step: Step) => void
}

/** A file system in memory that knows what would be left of it after a power cut. */
export interface ForgetfulFiles {
  readonly files: Files
  /** The disk after a power cut at this moment. What `loss` leaves open is drawn from `seed`. */
  afterPowerCut(loss: Loss, seed: number, options?: ForgetfulOptions): ForgetfulFiles
  /** The disk as the next process of the same running machine finds it: nothing is lost and nothing more is synced. */
  afterKill(options?: ForgetfulOptions): ForgetfulFiles
  /** Puts bytes where they survive everything, as though they had always been there. Makes folders. */
  plant(path: string, bytes: Uint8Array | string): void
  /** Every file with its bytes, as a process sees it now. */
  contents(): ReadonlyMap<string, Uint8Array>
}

/** Calls that change what a power cut could take. */
export const changes = (step: Step): boolean => !['read', 'facts', 'list', 'close'].includes(step.call)

const failure = (code: string, path: string): Error => Object.assign(new Error(`${code}: ${path}`), { code, path })

/** The line of the product that asked. */
const siteOf = (): string => {
  const frame = (new Error().stack ?? '').split('\n').find((line) => /src\/backend\//.test(line))
  return /([\w-]+\.ts:\d+):\d+/.exec(frame ?? '')?.[1] ?? 'unknown'
}

const find = (root: DiskFolder, path: string): DiskFile | DiskFolder | null => {
  let node: DiskFile | DiskFolder = root
  for (const name of path.split('/').filter(Boolean)) {
    if (node.kind === 'file') return null
    const next = node.entries.get(name)
    if (!next) return null
    node = next
  }
  return node
}

const folderOf = (root: DiskFolder, path: string): DiskFolder => {
  const folder = find(root, dirname(path))
  if (folder?.kind !== 'folder') throw failure('ENOENT', path)
  return folder
}

const fileAt = (root: DiskFolder, path: string): DiskFile => {
  const node = find(root, path)
  if (!node) throw failure('ENOENT', path)
  if (node.kind === 'folder') throw failure('EISDIR', path)
  return node
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => new Uint8Array(Buffer.concat([a, b]))

const onDisk = (root: DiskFolder, options: ForgetfulOptions): ForgetfulFiles => {
  const now = options.now ?? (() => 0)
  let steps = 0

  const step = (call: Step['call'], path: string, onFailure: () => void = () => undefined): Step => {
    steps += 1
    const made: Step = { number: steps, call, path, site: call === 'sync' || call === 'syncFolder' ? siteOf() : '' }
    options.watch?.(made)
    const code = options.fail?.(made) ?? null
    if (code !== null) {
      onFailure()
      throw failure(code, path)
    }
    return made
  }

  const ignored = (made: Step): boolean => options.ignoreSync?.(made) ?? false

  const openFile = (path: string, file: DiskFile): OpenFile => {
    const put = (bytes: Uint8Array) => {
      file.data = bytes
      file.modifiedAt = now()
    }
    return {
      size: () => file.data.length,
      write: async (bytes) => {
        step('write', path, () => put(joined(file.data, bytes.subarray(0, bytes.length >> 1))))
        put(joined(file.data, bytes))
      },
      sync: async () => {
        if (ignored(step('sync', path))) return
        file.durable = file.data
      },
      truncate: async (size) => {
        step('truncate', path)
        put(file.data.slice(0, size))
      },
      close: async () => {
        step('close', path)
      },
    }
  }

  const syncFolder = async (path: string): Promise<void> => {
    if (ignored(step('syncFolder', path))) return
    const folder = find(root, path)
    if (folder?.kind !== 'folder') throw failure('ENOENT', path)
    folder.durable = new Map(folder.entries)
    folder.unsynced = []
  }

  const add = (path: string, node: DiskFile | DiskFolder): void => {
    const folder = folderOf(root, path)
    folder.entries.set(basename(path), node)
    folder.unsynced.push({ change: 'add', name: basename(path), node })
  }

  const files: Files = {
    read: async (path) => {
      step('read', path)
      return fileAt(root, path).data.slice()
    },
    facts: async (path) => {
      step('facts', path)
      const node = find(root, path)
      if (!node) return null
      return node.kind === 'folder'
        ? { size: 0, modifiedAt: 0, folder: true }
        : { size: node.data.length, modifiedAt: node.modifiedAt, folder: false }
    },
    list: async (path) => {
      step('list', path)
      const folder = find(root, path)
      if (folder?.kind !== 'folder') return []
      return [...folder.entries].map(([name, node]) => ({ name, folder: node.kind === 'folder' }))
    },
    makeFolder: (path) =>
      makeFolderBySteps(
        path,
        async (folder) => {
          step('make', folder)
          if (find(root, folder)) return false
          add(folder, emptyFolder())
          return true
        },
        syncFolder,
      ),
    open: async (path, mode) => {
      step('open', path)
      const known = find(root, path)
      if (known?.kind === 'folder') throw failure('EISDIR', path)
      if (known && mode === 'exclusive') throw failure('EEXIST', path)
      const file: DiskFile = known ?? { kind: 'file', data: new Uint8Array(), durable: new Uint8Array(), modifiedAt: now() }
      if (!known) add(path, file)
      if (mode === 'replace') file.data = new Uint8Array()
      return openFile(path, file)
    },
    rename: async (from, to) => {
      step('rename', from)
      if (dirname(from) !== dirname(to)) throw failure('EXDEV', from)
      const folder = folderOf(root, from)
      const node = folder.entries.get(basename(from))
      if (!node) throw failure('ENOENT', from)
      folder.entries.delete(basename(from))
      folder.entries.set(basename(to), node)
      folder.unsynced.push({ change: 'rename', name: basename(to), from: basename(from), node })
    },
    remove: async (path) => {
      step('remove', path)
      if (!find(root, path)) return
      const folder = folderOf(root, path)
      folder.entries.delete(basename(path))
      folder.unsynced.push({ change: 'remove', name: basename(path) })
    },
    syncFolder,
  }

  const contents = (folder: DiskFolder, at: string): [string, Uint8Array][] =>
    [...folder.entries].flatMap(([name, node]): [string, Uint8Array][] =>
      node.kind === 'folder' ? contents(node, `${at}/${name}`) : [[`${at}/${name}`, node.data]],
    )

  const plant = (path: string, bytes: Uint8Array | string): void => {
    let folder = root
    for (const name of dirname(path).split('/').filter(Boolean)) {
      const known = folder.entries.get(name)
      const next = known?.kind === 'folder' ? known : emptyFolder()
      folder.entries.set(name, next)
      folder.durable.set(name, next)
      folder = next
    }
    const data = new Uint8Array(Buffer.from(bytes))
    const file: DiskFile = { kind: 'file', data, durable: data, modifiedAt: now() }
    folder.entries.set(basename(path), file)
    folder.durable.set(basename(path), file)
  }

  return {
    files,
    afterPowerCut: (loss, seed, next = options) => onDisk(survivor(root, loss, seed), next),
    afterKill: (next = options) => onDisk(cloneFolder(root), next),
    plant,
    contents: () => new Map(contents(root, '')),
  }
}

/** An empty disk. */
export const forgetfulFiles = (options: ForgetfulOptions = {}): ForgetfulFiles => onDisk(emptyFolder(), options)
