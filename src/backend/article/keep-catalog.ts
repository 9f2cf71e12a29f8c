import { setImmediate } from 'node:timers/promises'
import type { WorkflowStore } from '../workflow/workflow-store.ts'
import type { ArticleCatalog } from './article-catalog.ts'
import type { ArticleStore } from './article-store.ts'

export interface CatalogSources {
  readonly catalog: ArticleCatalog
  readonly articles: ArticleStore
  readonly workflow: WorkflowStore
}

/** Hears how many of the articles to be read have been. */
export type Progress = (done: number, total: number) => void

/** Documents read at once: more only wait for the same processor. */
const lanes = 8
/** Files looked at before the program answers its windows again. */
const slice = 48

const refresh = async ({ articles, workflow }: CatalogSources, id: string): Promise<void> => {
  await articles.refresh(id)
  await workflow.refresh(id)
}

const refreshAll = async (sources: CatalogSources, ids: readonly string[], progress: Progress): Promise<void> => {
  let next = 0
  let done = 0
  const lane = async (): Promise<void> => {
    for (let id = ids[next++]; id !== undefined; id = ids[next++]) {
      await refresh(sources, id)
      done += 1
      if (done % lanes === 0) await setImmediate()
      progress(done, ids.length)
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
}

/**
 * Reads what the catalog can't vouch for: what was written to since it was saved, and, where a part of it is lost,
 * whatever it does not know (rules C2 and C3).
 */
export const catchUp = async (sources: CatalogSources, progress: Progress): Promise<void> => {
  const { catalog, articles, workflow } = sources
  const doubtful = new Set(catalog.touched)
  if (!catalog.complete)
    for (const ids of [await articles.stored(), await workflow.stored()])
      for (const id of ids) if (!catalog.get(id)) doubtful.add(id)
  await refreshAll(sources, [...doubtful], progress)
}

/**
 * Compares the catalog with the files, for those that other hands brought, changed or took away (rule C5). Reads only
 * the differing ones, in small slices; returns their ids. `stopped` ends it early.
 */
export const verifyCatalog = async (sources: CatalogSources, stopped: () => boolean): Promise<readonly string[]> => {
  const { catalog, articles, workflow } = sources
  const texts = await articles.stored()
  const records = await workflow.stored()
  const differs = async (id: string): Promise<boolean> => {
    const row = catalog.get(id)
    // What this process writes to it describes itself.
    if (catalog.isOwn(id)) return false
    const text = row?.text ? !(await articles.isFresh(id)) : texts.has(id)
    return text || (row?.workflow ? !(await workflow.isFresh(id)) : records.has(id))
  }
  const found: string[] = []
  const ids = [...new Set([...catalog.all().keys(), ...texts, ...records])]
  for (let at = 0; at < ids.length && !stopped(); at += slice) {
    const some = ids.slice(at, at + slice)
    const differing = await Promise.all(some.map(differs))
    for (const [i, id] of some.entries()) {
      if (!differing[i] || stopped() || catalog.isOwn(id)) continue
      await refresh(sources, id)
      found.push(id)
    }
    await setImmediate()
  }
  return found
}
