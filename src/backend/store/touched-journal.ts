import { join } from 'node:path'
import { z } from 'zod'
import { type Files, type OpenFile, openInFolder } from './files.ts'
import { journalEntry, readJournal } from './journal.ts'

const namePattern = /^touched-(\d+)$/
const idsSchema = z.array(z.string())

/** The generation in a journal's name; null for other files. */
export const touchedGeneration = (name: string): number | null => {
  const digits = namePattern.exec(name)?.[1]
  return digits === undefined ? null : Number(digits)
}

const idsOf = (entry: Uint8Array): readonly string[] => {
  try {
    return idsSchema.parse(JSON.parse(Buffer.from(entry).toString()))
  } catch {
    return []
  }
}

/** Every id that one of these journals names. A torn end names none that was written to (rule C3). */
export const readTouched = async (files: Files, folder: string, names: readonly string[]): Promise<ReadonlySet<string>> => {
  const journals = names.filter((name) => touchedGeneration(name) !== null)
  const read = await Promise.all(journals.map((name) => files.read(join(folder, name))))
  return new Set(read.flatMap((bytes) => readJournal(bytes).entries.flatMap(idsOf)))
}

/** Ids whose files may have been written to since the catalog was last saved, on disk before they are. */
export interface TouchedJournal {
  /** Resolves when the id would be found after a power cut; at once where it would be already. */
  touch(id: string): Promise<void>
  /** Begins a new journal with these ids; returns its generation. Older journals stay until somebody removes them. */
  turnOver(ids: () => readonly string[]): Promise<number>
  /** How many ids this journal names. */
  size(): number
  close(): Promise<void>
}

/** A journal that begins after every generation in use; its file comes with the first id. */
export const openTouchedJournal = (files: Files, folder: string, lastGeneration: number): TouchedJournal => {
  let generation = lastGeneration + 1
  let file: OpenFile | null = null
  let named = new Set<string>()
  let last: Promise<unknown> = Promise.resolve()
  /** Ids that wait for the disk together: one sync is enough for all that come while another is under way. */
  let next: { readonly ids: Set<string>; readonly done: Promise<void> } | null = null

  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const done = last.catch(() => undefined).then(work)
    last = done
    return done
  }

  const closeFile = async (): Promise<void> => {
    const closing = file
    file = null
    await closing?.close()
  }

  const append = async (ids: readonly string[]): Promise<void> => {
    const fresh = file === null
    try {
      file ??= await openInFolder(files, join(folder, `touched-${generation}`), 'replace')
      await file.write(journalEntry(Buffer.from(JSON.stringify(ids))))
      await file.sync()
      if (fresh) await files.syncFolder(folder)
    } catch (error) {
      // Reading stops at a half-written entry: what comes next goes to a file of its own.
      await closeFile().catch(() => undefined)
      generation += 1
      throw error
    }
    for (const id of ids) named.add(id)
  }

  return {
    touch: (id) => {
      if (named.has(id)) return Promise.resolve()
      if (next === null) {
        const ids = new Set<string>()
        const done = inTurn(() => {
          next = null
          return append([...ids])
        })
        next = { ids, done }
      }
      next.ids.add(id)
      return next.done
    },
    turnOver: (ids) =>
      inTurn(async () => {
        await closeFile()
        generation += 1
        named = new Set()
        const begun = generation
        const carried = ids()
        if (carried.length > 0) await append(carried)
        return begun
      }),
    size: () => named.size,
    close: () => inTurn(closeFile),
  }
}
