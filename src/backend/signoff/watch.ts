import type { BackendEvent } from '../../shared/api/events.ts'
import { compareInputs } from '../../shared/signoff/page-content.ts'
import { frozenPage, lastSigning } from '../../shared/signoff/record.ts'
import type { Newsroom } from '../newsroom.ts'
import { pageInputs, sourcesOf } from './page-content.ts'

/** States of an issue in which its signatures are history. */
const past: ReadonlySet<string> = new Set(['published', 'archived'])

/** Remembers which signed pages are other pages now, so that going back does not revive their signatures (rule W17). */
export const noteChangedPages = async (newsroom: Newsroom, serials: readonly string[]): Promise<void> => {
  // After each letter that is saved: an issue nobody signed must cost nothing, however much stands in it.
  for (const serial of newsroom.signOffs.signed(serials)) {
    const entry = newsroom.issues.entry(serial)
    if (!entry || past.has(entry.status)) continue
    const record = newsroom.signOffs.of(serial)
    const issue = await newsroom.issues.get(serial)
    if (!issue) continue
    const pages = [...new Set(record.pages.map(({ content }) => content.page))]
    const changed = pages.flatMap((page) => {
      const signing = lastSigning(record, page)
      if (!signing || record.changed.includes(signing.id) || frozenPage(record, page)) return []
      return compareInputs(signing.content, pageInputs(sourcesOf(newsroom), issue, page)).length > 0 ? [signing.id] : []
    })
    if (changed.length === 0) continue
    await newsroom.signOffs.change(serial, (now) => ({ ...now, changed: [...new Set([...now.changed, ...changed])] }))
    newsroom.emit({ type: 'changed', feature: 'signoff', id: serial })
  }
}

const concerns: ReadonlySet<string> = new Set(['article', 'issue', 'advert', 'settings', 'workflow'])

/** Looks at the signed pages after every change that may be about them. */
export interface SignOffWatch {
  hear(event: BackendEvent): void
  /** Resolves when everything that was heard has been looked at. */
  settled(): Promise<void>
}

export const watchSignOffs = (newsroom: Newsroom): SignOffWatch => {
  let again = false
  let running: Promise<void> | null = null
  const look = async (): Promise<void> => {
    do {
      again = false
      await noteChangedPages(newsroom, newsroom.issues.serials()).catch((error: unknown) =>
        newsroom.environment.log(`signoff: ${String(error)}`),
      )
    } while (again)
    running = null
  }
  const begin = (): void => {
    again = true
    running ??= look()
  }
  begin()
  return {
    hear: (event) => {
      if (event.type === 'changed' && concerns.has(event.feature)) begin()
    },
    settled: async () => {
      while (running) await running
    },
  }
}
