import type { Entry } from '../../../shared/ledger/entry.ts'
import type { Broken } from '../../../shared/ledger/verification.ts'
import type { Environment } from '../../environment.ts'

/** What the parts of a verification share: nothing of it is ever written. */
export interface Verifying {
  readonly environment: Environment
  readonly folder: string
  readonly tell: (broken: Broken) => void
  readonly told: Told
}

/** Entries that the folder's records tell of, and those that they should. */
export interface Told {
  /** A record tells of this entry. */
  note(entry: Pick<Entry, 'chain' | 'index'>): void
  /** No record tells of this entry; `broken` is what that is where the folder has known it. */
  miss(entry: Pick<Entry, 'chain' | 'index'>, broken: Broken): void
  /**
   * What of the missed was here, for a record of any kind tells of a later entry of the same chain; the names of the rest, which
   * came from another copy (rule K18).
   */
  settle(): { readonly broken: readonly Broken[]; readonly ahead: readonly string[] }
}

export const noteTold = (): Told => {
  const newest = new Map<string, number>()
  const missed: { readonly chain: string; readonly index: number; readonly broken: Broken }[] = []
  return {
    note: ({ chain, index }) => void newest.set(chain, Math.max(newest.get(chain) ?? -1, index)),
    miss: ({ chain, index }, broken) => void missed.push({ chain, index, broken }),
    settle: () => {
      const wasHere = ({ chain, index }: (typeof missed)[number]): boolean => (newest.get(chain) ?? -1) > index
      return {
        broken: missed.filter(wasHere).map(({ broken }) => broken),
        ahead: missed.filter((each) => !wasHere(each)).map(({ broken: { kind, id } }) => `${kind} ${id}`),
      }
    },
  }
}
