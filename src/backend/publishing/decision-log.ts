import { dirname } from 'node:path'
import { z } from 'zod'
import { type Files, unless } from '../store/files.ts'
import { journalEntry, readJournal } from '../store/journal.ts'

const decisionSchema = z.object({
  /** Id of the delivery. */
  row: z.string(),
  /** The row's decision number. */
  number: z.number().int().positive(),
  /** The take-over it was taken under. */
  epoch: z.number().int(),
})
type Decision = z.infer<typeof decisionSchema>

/**
 * Decisions as this installation remembers them outside every newsroom's folder: an append-only journal, so that no
 * backup of the folder can make it forget that something was sent (rule O10).
 */
export interface DecisionLog {
  /** The last decision of each delivery. */
  known(): ReadonlyMap<string, Decision>
  /** Resolves when the entries would survive a power cut. */
  append(decisions: readonly Decision[]): Promise<void>
}

/** Opens the log. A torn tail was never acknowledged, so nothing was done on the strength of it, and it goes. */
export const openDecisionLog = async (files: Files, path: string): Promise<DecisionLog> => {
  const known = new Map<string, Decision>()
  const take = (decision: Decision): void => {
    if (decision.number >= (known.get(decision.row)?.number ?? 0)) known.set(decision.row, decision)
  }
  const journal = readJournal(await unless('ENOENT', files.read(path), new Uint8Array()))
  const decoder = new TextDecoder()
  for (const entry of journal.entries) take(decisionSchema.parse(JSON.parse(decoder.decode(entry))))
  let sound = journal.sound
  let named = false

  const write = async (decisions: readonly Decision[]): Promise<void> => {
    await files.makeFolder(dirname(path))
    const file = await files.open(path, 'append')
    try {
      if (file.size() > sound) await file.truncate(sound)
      const entries = decisions.map((decision) => journalEntry(new TextEncoder().encode(JSON.stringify(decision))))
      await file.write(Buffer.concat(entries))
      await file.sync()
      // Even when the file was there: whoever made it may have been killed before its name was synced.
      if (!named) await files.syncFolder(dirname(path))
      named = true
      sound = file.size()
    } finally {
      await file.close()
    }
    for (const decision of decisions) take(decision)
  }

  let last: Promise<void> = Promise.resolve()
  return {
    known: () => known,
    append: (decisions) => {
      last = last.catch(() => undefined).then(() => write(decisions))
      return last
    },
  }
}
