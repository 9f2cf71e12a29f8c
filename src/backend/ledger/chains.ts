import { type Entry, entrySchema } from '../../shared/ledger/entry.ts'
import type { Broken } from '../../shared/ledger/verification.ts'
import { lineOf, sha256 } from './signature.ts'

/** The file of one chain as it was read: a line an entry; `torn` when something without a line's end follows them. */
export interface ChainFile {
  readonly chain: string
  readonly lines: readonly string[]
  readonly torn: boolean
}

/** An entry whose place in its chain is sound. Nothing is said yet of its signature and of its signer's rights. */
export interface Linked {
  readonly entry: Entry
  readonly hash: string
  /** What it builds upon, itself included: by chain the index of the newest entry. */
  readonly past: ReadonlyMap<string, number>
}

/** The entries of all chains, each after those it builds upon, and what stands against the rest. */
export interface Chains {
  readonly entries: readonly Linked[]
  readonly broken: readonly Broken[]
}

/** How an entry is called in a report. */
export const entryName = (chain: string, index: number): string => `${chain}#${index}`

const readLine = (line: string): Entry | null => {
  try {
    const parsed = entrySchema.safeParse(JSON.parse(line))
    // One spelling only: a byte changed anywhere makes another line.
    return parsed.success && lineOf(parsed.data) === line ? parsed.data : null
  } catch {
    return null
  }
}

interface Reading {
  readonly newsroom: string
  readonly file: ChainFile
  readonly hashes: readonly string[]
}

/** What stands against an entry where it stands, looking at its own chain alone. */
const misplaced = ({ newsroom, file, hashes }: Reading, entry: Entry | null, index: number): string | null => {
  if (!entry) return 'запись изменена: её строка не читается'
  if (entry.newsroom !== newsroom) return 'запись из другой редакции'
  if (entry.chain !== file.chain) return 'запись из другой цепочки'
  const before = index === 0 ? null : (hashes[index - 1] ?? null)
  if (entry.previous === before && entry.index === index) return null
  const fork = entry.previous === null ? index > 0 : hashes.slice(0, Math.max(0, index - 1)).includes(entry.previous)
  return fork
    ? 'у двух записей один предшественник'
    : 'не сходится с записью перед ней: записи изменены, переставлены или удалены'
}

/**
 * Reads the chains of one newsroom and puts their entries in order (rules K2 to K5). Of a chain only what stands before
 * its first fault counts.
 */
export const linkChains = (newsroom: string, files: readonly ChainFile[]): Chains => {
  const broken: Broken[] = []
  const tell = (id: string, reason: string) => broken.push({ kind: 'ledger', id, reason })
  const chains = new Map<string, readonly { readonly entry: Entry; readonly hash: string }[]>()
  const places = new Map<string, { readonly chain: string; readonly index: number }>()
  for (const file of files) {
    const hashes = file.lines.map(sha256)
    const sound: { entry: Entry; hash: string }[] = []
    for (const [index, line] of file.lines.entries()) {
      const entry = readLine(line)
      const complaint = misplaced({ newsroom, file, hashes }, entry, index)
      const hash = hashes[index]
      if (complaint !== null || !entry || hash === undefined) {
        tell(entryName(file.chain, index), complaint ?? 'не читается')
        break
      }
      sound.push({ entry, hash })
      places.set(hash, { chain: file.chain, index })
    }
    if (file.torn) tell(entryName(file.chain, file.lines.length), 'последняя запись обрезана')
    chains.set(file.chain, sound)
  }
  return { entries: inOrder(chains, places, tell), broken }
}

type Sound = ReadonlyMap<string, readonly { readonly entry: Entry; readonly hash: string }[]>
type Complaint = { readonly id: string; readonly reason: string }
type Places = ReadonlyMap<string, { readonly chain: string; readonly index: number }>

/** Puts the entries after those they build upon; what builds on something absent, or on a later time, is told and left out. */
const inOrder = (chains: Sound, places: Places, tell: (id: string, reason: string) => void): readonly Linked[] => {
  const entries: Linked[] = []
  const done = new Map<string, Linked[]>()
  const stopped = new Set<string>()
  const at = (chain: string, index: number) => done.get(chain)?.[index]
  /** The entry when all it builds upon is there, `waiting` when some may still come, or a complaint. */
  const take = (chain: string, index: number, entry: Entry, hash: string): Linked | 'waiting' | Complaint => {
    const here = entryName(chain, index)
    const past = new Map<string, number>(at(chain, index - 1)?.past)
    let latest = at(chain, index - 1)?.entry.at ?? Number.NEGATIVE_INFINITY
    for (const [other, head] of Object.entries(entry.seen)) {
      const place = places.get(head)
      if (!place || place.chain !== other || other === chain)
        return { id: other, reason: `цепочка обрезана или удалена: записи, которую видела ${here}, в ней нет` }
      const seen = at(other, place.index)
      if (!seen) return stopped.has(other) ? { id: here, reason: `опирается на испорченную цепочку ${other}` } : 'waiting'
      for (const [name, newest] of seen.past) past.set(name, Math.max(past.get(name) ?? -1, newest))
      latest = Math.max(latest, seen.entry.at)
    }
    if (entry.at < latest) return { id: here, reason: 'время раньше, чем у записи, которую она видела: часы переведены назад' }
    past.set(chain, index)
    return { entry, hash, past }
  }
  for (let moved = true; moved; ) {
    moved = false
    for (const [chain, sound] of chains) {
      while (!stopped.has(chain)) {
        const index = done.get(chain)?.length ?? 0
        const next = sound[index]
        if (!next) {
          stopped.add(chain)
          moved = true
          break
        }
        const taken = take(chain, index, next.entry, next.hash)
        if (taken === 'waiting') break
        moved = true
        if ('reason' in taken) {
          tell(taken.id, taken.reason)
          stopped.add(chain)
          break
        }
        const before = done.get(chain)
        if (before) before.push(taken)
        else done.set(chain, [taken])
        entries.push(taken)
      }
    }
  }
  for (const chain of chains.keys())
    if (!stopped.has(chain)) tell(entryName(chain, done.get(chain)?.length ?? 0), 'записи ссылаются друг на друга по кругу')
  return entries
}
