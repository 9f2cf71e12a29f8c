import { setImmediate } from 'node:timers/promises'
import type { Catalog } from './catalog.ts'

/** Files that the entries of a catalog are made from. */
export interface CataloguedFiles {
  /** The ids that have files, readable or not. */
  readonly stored: () => Promise<ReadonlySet<string>>
  /** Do the files of an id look as they did when its entry was made? Without an entry: are there none? */
  readonly isFresh: (id: string) => Promise<boolean>
  /** Reads the files of an id and sets its entry. Does not reject for what they hold. */
  readonly refresh: (id: string) => Promise<void>
}

/** A catalog and what it is made from. */
export interface CatalogSource extends CataloguedFiles {
  readonly catalog: Pick<Catalog<unknown, object>, 'ids' | 'get' | 'touched' | 'complete' | 'isOwn' | 'save'>
}

/** Hears how many of the ids to be read have been. */
export type Progress = (done: number, total: number) => void

/** Ids read at once: more only wait for the same processor. */
const lanes = 8
/** Ids looked at before the program answers its windows again. */
const slice = 48

const refreshAll = async ({ refresh }: CatalogSource, ids: readonly string[], progress: Progress): Promise<void> => {
  let next = 0
  let done = 0
  const lane = async (): Promise<void> => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      await refresh(id)
      done += 1
      if (done % lanes === 0) await setImmediate()
      progress(done, ids.length)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/**
 * Reads what the catalog can't vouch for: what was written to since it was saved, and, where a part of it is lost,
 * whatever it does not know (rules C2 and C3). What was lost is saved at once.
 */
export const catchUp = async (source: CatalogSource, mayWrite: boolean, progress: Progress): Promise<void> => {
  const { catalog, stored } = source
  const doubtful = new Set(catalog.touched)
  if (!catalog.complete) for (const id of await stored()) if (catalog.get(id) === null) doubtful.add(id)
  await refreshAll(source, [...doubtful], progress)
  // On a full disk the next opening takes as long, nothing more.
  if (mayWrite && !catalog.complete) await catalog.save().catch(() => undefined)
}

/**
 * Compares the catalog with the files, for those that other hands brought, changed or took away (rule C5). Reads only
 * the differing ones, in small slices; returns their ids. `stopped` ends it early.
 */
export const verifyCatalog = async (source: CatalogSource, stopped: () => boolean): Promise<readonly string[]> => {
  const { catalog, stored, isFresh, refresh } = source
  const ids = [...new Set([...catalog.ids(), ...(await stored())])]
  const found: string[] = []
  // What this process writes to describes itself.
  const differs = async (id: string): Promise<boolean> => !catalog.isOwn(id) && !(await isFresh(id))
  for (let at = 0; at < ids.length && !stopped(); at += slice) {
    const some = ids.slice(at, at + slice)
    const differing = await Promise.all(some.map(differs))
    for (const [i, id] of some.entries()) {
      if (!differing[i] || stopped() || catalog.isOwn(id)) continue
      await refresh(id)
      found.push(id)
    }
    await setImmediate()
  }
  return found
}
