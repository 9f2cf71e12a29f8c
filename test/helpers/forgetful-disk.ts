/** A file: its bytes as processes see them, and as they would be after a power cut that takes all it can. */
export interface DiskFile {
  readonly kind: 'file'
  /** Never changed in place, so that copies may share it. */
  data: Uint8Array
  durable: Uint8Array
  modifiedAt: number
}

type Node = DiskFile | DiskFolder

type FolderChange =
  | { readonly change: 'add'; readonly name: string; readonly node: Node }
  | { readonly change: 'remove'; readonly name: string }
  | { readonly change: 'rename'; readonly name: string; readonly from: string; readonly node: Node }

/** A folder: its names as processes see them, those that are safe, and the changes between the two in order. */
export interface DiskFolder {
  readonly kind: 'folder'
  entries: Map<string, Node>
  durable: Map<string, Node>
  unsynced: FolderChange[]
}

export const emptyFolder = (): DiskFolder => ({ kind: 'folder', entries: new Map(), durable: new Map(), unsynced: [] })

/**
 * What a power cut takes of what was not synced.
 * `least`: nothing unsynced survives. `names`: names survive, bytes do not. `sizes`: names and sizes survive, zeros stand
 * for the bytes. `torn`: names survive, of the bytes a beginning, perhaps with rubbish after it. `prefix`: the first
 * changes of each folder, torn bytes. `subset`: any of the changes of each folder without the others, torn bytes.
 * `most`: everything survives, as when only the process is killed.
 */
export const losses = ['least', 'names', 'sizes', 'torn', 'prefix', 'subset', 'most'] as const
export type Loss = (typeof losses)[number]

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const commonLength = (a: Uint8Array, b: Uint8Array): number => {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

const torn = (file: DiskFile, random: () => number): Uint8Array => {
  const { data, durable } = file
  if (data === durable) return data
  const kind = random()
  if (kind < 0.2) return durable
  if (kind < 0.3) return data
  const common = commonLength(data, durable)
  const cut = common + Math.floor(random() * (data.length - common + 1))
  if (kind < 0.7) return data.slice(0, cut)
  const rest = new Uint8Array(data.length - cut)
  return new Uint8Array(Buffer.concat([data.slice(0, cut), kind < 0.85 ? rest : rest.map(() => Math.floor(random() * 256))]))
}

const zeroed = ({ data, durable }: DiskFile): Uint8Array => {
  const kept = new Uint8Array(data.length)
  kept.set(durable.subarray(0, Math.min(commonLength(data, durable), data.length)))
  return kept
}

const bytesAfter = (file: DiskFile, loss: Loss, random: () => number): Uint8Array => {
  switch (loss) {
    case 'least':
    case 'names':
      return file.durable
    case 'sizes':
      return zeroed(file)
    case 'most':
      return file.data
    default:
      return torn(file, random)
  }
}

const namesAfter = (folder: DiskFolder, loss: Loss, random: () => number): ReadonlyMap<string, Node> => {
  if (loss === 'least') return folder.durable
  if (loss !== 'prefix' && loss !== 'subset') return folder.entries
  const names = new Map(folder.durable)
  const length = Math.floor(random() * (folder.unsynced.length + 1))
  folder.unsynced.forEach((step, i) => {
    if (loss === 'prefix' ? i >= length : random() < 0.5) return
    if (step.change === 'remove') names.delete(step.name)
    else {
      if (step.change === 'rename' && names.get(step.from) === step.node) names.delete(step.from)
      names.set(step.name, step.node)
    }
  })
  return names
}

/** What is left of a folder after a power cut; all of it is safe then. */
export const survivor = (root: DiskFolder, loss: Loss, seed: number): DiskFolder => {
  const random = randomFrom(seed)
  const left = (folder: DiskFolder): DiskFolder => {
    const entries = new Map<string, Node>()
    for (const [name, node] of namesAfter(folder, loss, random)) {
      if (node.kind === 'folder') entries.set(name, left(node))
      else {
        const bytes = bytesAfter(node, loss, random)
        entries.set(name, { kind: 'file', data: bytes, durable: bytes, modifiedAt: node.modifiedAt })
      }
    }
    return { kind: 'folder', entries, durable: new Map(entries), unsynced: [] }
  }
  return left(root)
}

/** The same disk once more, with what is synced and what is not. */
export const cloneFolder = (root: DiskFolder): DiskFolder => {
  const copies = new Map<Node, Node>()
  const copyNode = (node: Node): Node => {
    const known = copies.get(node)
    if (known) return known
    if (node.kind === 'file') {
      const file = { ...node }
      copies.set(node, file)
      return file
    }
    return copyFolder(node)
  }
  const copyNames = (names: ReadonlyMap<string, Node>): Map<string, Node> =>
    new Map([...names].map(([name, node]) => [name, copyNode(node)]))
  const copyFolder = (folder: DiskFolder): DiskFolder => {
    const copy = emptyFolder()
    copies.set(folder, copy)
    copy.entries = copyNames(folder.entries)
    copy.durable = copyNames(folder.durable)
    copy.unsynced = folder.unsynced.map((step) => (step.change === 'remove' ? step : { ...step, node: copyNode(step.node) }))
    return copy
  }
  return copyFolder(root)
}
