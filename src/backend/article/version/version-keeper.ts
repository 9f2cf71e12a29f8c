import { openSuggestions } from '../../../shared/article/article-document.ts'
import { plainText } from '../../../shared/article/content.ts'
import { freeze, standingContent } from '../../../shared/article/version/freeze.ts'
import type { KeyedText, Version, VersionFacts } from '../../../shared/article/version/version.ts'
import type { Environment } from '../../environment.ts'
import type { ArticleStore } from '../article-store.ts'
import { thinnedOut } from './thin-out.ts'
import { factsOf, frozenHash, newestFirst, readVersion, removeVersion, versionIds, writeVersion } from './version-files.ts'

/** Why and for whom a version is kept. */
export interface Occasion extends Pick<VersionFacts, 'reason'> {
  readonly name?: string
  readonly action?: VersionFacts['action']
  readonly person: string | null
}

/** Keeps the versions of articles, and what happened since the last one. */
export interface VersionKeeper {
  /** The newest first. */
  list(article: string): Promise<readonly VersionFacts[]>
  /** Null where there is none, or none that can be read. */
  read(article: string, id: string): Promise<Version | null>
  /** The text as it is now, and who changed which block since the last version. */
  now(article: string): Promise<{ readonly text: KeyedText; readonly touched: ReadonlyMap<string, readonly string[]> }>
  /** Keeps the text as it is now; resolves when that would survive a power cut. */
  keep(article: string, occasion: Occasion): Promise<VersionFacts>
  /** To be called before a person's change: keeps what was written until now, when enough time of work has gone by (rule J2). */
  before(article: string): Promise<void>
  /** Remembers whose change touched which blocks. */
  note(article: string, touched: readonly string[], person: string | null): void
  /** Keeps what was written since the last versions: nothing more will come. */
  close(): Promise<void>
}

/** Work after which a version is kept, in milliseconds. */
const workingTime = 10 * 60_000

/** What happened to an article since its last version. */
interface Pending {
  readonly since: number
  readonly last: number
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>
}

const asRecord = (touched: Pending['touched']): Record<string, string[]> =>
  Object.fromEntries([...touched].map(([key, persons]) => [key, [...persons].sort()]))

export interface VersionKeeperOptions {
  readonly environment: Pick<Environment, 'files' | 'now' | 'newId' | 'log'>
  readonly folder: string
  readonly readOnly: boolean
  readonly articles: Pick<ArticleStore, 'view' | 'has'>
}

export const openVersionKeeper = ({ environment, folder, readOnly, articles }: VersionKeeperOptions): VersionKeeper => {
  const { files, now, newId, log } = environment
  const lists = new Map<string, Promise<readonly VersionFacts[]>>()
  const pending = new Map<string, Pending>()
  /** Articles of which the last version was compared with the text since this opening. */
  const met = new Set<string>()
  const turns = new Map<string, Promise<unknown>>()

  const inTurn = <T>(article: string, work: () => Promise<T>): Promise<T> => {
    const turn = (turns.get(article) ?? Promise.resolve()).catch(() => undefined).then(work)
    turns.set(article, turn)
    return turn
  }

  const readAll = async (article: string): Promise<readonly VersionFacts[]> => {
    const facts: VersionFacts[] = []
    for (const id of await versionIds(files, folder, article)) {
      const version = await readVersion(files, folder, article, id)
      if (version) facts.push(factsOf(version))
    }
    return facts.sort(newestFirst)
  }

  const list = (article: string): Promise<readonly VersionFacts[]> => {
    const known = lists.get(article) ?? readAll(article)
    lists.set(article, known)
    known.catch(() => lists.delete(article))
    return known
  }

  const current = (article: string) =>
    articles.view(article, (doc) => ({ text: freeze(doc), suggestions: openSuggestions(doc).length }))

  /** Takes out what stands too close; who wrote it is told by the version that remains after it. */
  const thin = async (article: string): Promise<void> => {
    const facts = await list(article)
    const gone = new Set(thinnedOut(facts, now()))
    for (const [at, { id }] of facts.entries()) {
      if (!gone.has(id)) continue
      const heir = facts.slice(0, at).findLast((other) => !gone.has(other.id))
      const [old, next] = [
        await readVersion(files, folder, article, id),
        heir && (await readVersion(files, folder, article, heir.id)),
      ]
      if (old && next) {
        const touched = new Map(Object.entries(next.touched).map(([key, persons]) => [key, new Set(persons)]))
        for (const [key, persons] of Object.entries(old.touched))
          touched.set(key, new Set([...(touched.get(key) ?? []), ...persons]))
        const persons = [...new Set([...next.persons, ...old.persons])].sort()
        await writeVersion(files, folder, { ...next, persons, touched: asRecord(touched) })
      }
      await removeVersion(files, folder, article, id)
    }
    if (gone.size > 0) lists.delete(article)
  }

  const write = async (
    article: string,
    { reason, name = '', action = null, person }: Occasion,
    at: number,
  ): Promise<VersionFacts> => {
    const since = pending.get(article)
    pending.delete(article)
    try {
      const { text, suggestions } = await current(article)
      const touched = asRecord(since?.touched ?? new Map())
      const version: Version = {
        ...{ schemaVersion: 1, id: newId(), article, at, reason, name, action, person, touched, suggestions },
        persons: [...new Set(Object.values(touched).flat())].sort(),
        characters: plainText(standingContent(text)).length,
        ...{ fields: text.fields, body: text.body, keys: [...text.keys], hash: frozenHash(text) },
      }
      const before = await list(article)
      await writeVersion(files, folder, version)
      met.add(article)
      lists.set(article, Promise.resolve([factsOf(version), ...before].sort(newestFirst)))
      if (reason === 'time') await thin(article)
      return factsOf(version)
    } catch (error) {
      if (since && !pending.has(article)) pending.set(article, since)
      throw error
    }
  }

  /** Has the text got away from its last version without this program knowing how, or has it none? */
  const isUnkept = async (article: string): Promise<boolean> => {
    const { text } = await current(article)
    if (plainText(standingContent(text)) === '') return false
    const [newest] = await list(article)
    return !newest || (await readVersion(files, folder, article, newest.id))?.hash !== frozenHash(text)
  }

  const byTime = (article: string, at: number): Promise<VersionFacts> => write(article, { reason: 'time', person: null }, at)

  return {
    list,
    read: (article, id) => readVersion(files, folder, article, id),
    now: async (article) => ({
      text: (await current(article)).text,
      touched: new Map([...(pending.get(article)?.touched ?? [])].map(([key, persons]) => [key, [...persons]])),
    }),
    keep: (article, occasion) => inTurn(article, () => write(article, occasion, now())),
    before: async (article) => {
      if (readOnly || !articles.has(article)) return
      const since = pending.get(article)
      if (met.has(article) && (!since || now() - since.since < workingTime)) return
      await inTurn(article, async () => {
        const work = pending.get(article)
        if (work && now() - work.since >= workingTime) await byTime(article, work.last)
        else if (!met.has(article)) {
          met.add(article)
          if (!work && (await isUnkept(article))) await byTime(article, now())
        }
      })
    },
    note: (article, touched, person) => {
      if (touched.length === 0) return
      const work = pending.get(article)
      const persons = new Map(work?.touched)
      for (const key of touched) persons.set(key, new Set([...(persons.get(key) ?? []), ...(person === null ? [] : [person])]))
      pending.set(article, { since: work?.since ?? now(), last: now(), touched: persons })
    },
    close: async () => {
      if (readOnly) return
      for (const [article, { last }] of [...pending])
        await inTurn(article, async () => {
          if (articles.has(article) && (await isUnkept(article))) await byTime(article, last)
        }).catch((error: unknown) => log(`versions/${article}: ${String(error)}`))
      pending.clear()
      await Promise.allSettled([...turns.values()])
    },
  }
}
