import type { KeyObject } from 'node:crypto'
import { failure, type Result, success } from '../../shared/api/result.ts'
import { type Act, isSignOff, subjectOf } from '../../shared/ledger/entry.ts'
import type { Broken } from '../../shared/ledger/verification.ts'
import type { Environment } from '../environment.ts'
import { appendLine, readChains } from './chain-files.ts'
import { type Linked, linkChains } from './chains.ts'
import { copyName, type Pins, readPins, writePins } from './pins.ts'
import { keyId, lineOf, publicKeyOf, sha256, signEntry } from './signature.ts'
import { establishTrust, faultsOf, type Trust } from './trust.ts'

/** Who signs: a person and the secret key that was opened for them. */
export interface Signer {
  readonly person: string
  readonly secretKey: KeyObject
}

/** The signed decisions of a newsroom, read and written (rules K1 to K12). */
export interface Ledger {
  /** Do people sign here? Then what is unsigned counts only where the owner has adopted it. */
  begun(): boolean
  readonly trust: () => Trust
  entry(hash: string): Linked | null
  /** The decisions about one article, in order. */
  decisionsOn(article: string): readonly Linked[]
  /** What was signed for a page, an issue or a sent page (see `subjectOf`), in order. */
  signOffsOn(subject: string): readonly Linked[]
  /** Everything of that kind about which something was signed. */
  signedOff(): readonly string[]
  /** The articles about which there are decisions. */
  decided(): readonly string[]
  /** Signs and writes one act; resolves when it would survive a power cut. */
  append(signer: Signer, act: Act): Promise<Result<Linked>>
  /** Everything in the ledger that does not count, by name; each signature is looked at. */
  broken(): readonly Broken[]
  /** Entries whose place in their chains is sound. */
  count(): number
  /** The time of the newest entry, in milliseconds since 1970; 0 where there is none. */
  latest(): number
  /** When people began to sign, in milliseconds since 1970; null where nobody has. */
  beganAt(): number | null
  /** What is wrong with the ledger's files, for people. */
  notices(): readonly string[]
}

export interface LedgerOptions {
  readonly environment: Environment
  readonly folder: string
  readonly newsroom: string
  readonly readOnly: boolean
}

/** Computers' clocks differ; one that is this much behind what was signed already is wrong, in milliseconds. */
const clockTolerance = 10 * 60_000

/** Which of the entries this computer has seen in this folder are gone from it; by chain. */
export const lostHeads = (pins: Pins | null, folder: string, known: ReadonlySet<string>): readonly string[] =>
  Object.entries(pins?.copies[copyName(folder)]?.heads ?? {}).flatMap(([chain, { hash }]) => (known.has(hash) ? [] : [chain]))

export const openLedger = async ({ environment, folder, newsroom, readOnly }: LedgerOptions): Promise<Ledger> => {
  const { files } = environment
  const copy = copyName(folder)
  const read = await readChains(files, folder)
  let pins = await readPins(environment, newsroom)
  const { entries: linked, broken } = linkChains(newsroom, read)
  const entries = [...linked]
  const byHash = new Map(entries.map((each) => [each.hash, each]))
  const sizes = new Map(read.map(({ chain, sound }) => [chain, sound]))
  const decisions = new Map<string, Linked[]>()
  let trust = establishTrust(entries, pins?.owner ?? null)
  const lost = lostHeads(pins, folder, new Set(byHash.keys()))

  const signOffs = new Map<string, Linked[]>()
  const put = (map: Map<string, Linked[]>, key: string, each: Linked): void => {
    const known = map.get(key)
    if (known) known.push(each)
    else map.set(key, [each])
  }
  const index = (each: Linked): void => {
    const { act } = each.entry
    if (act.action === 'approve' || act.action === 'return') put(decisions, act.article, each)
    else if (isSignOff(act)) put(signOffs, subjectOf(act), each)
  }
  for (const each of entries) index(each)

  const latestTime = (): number => entries.reduce((most, { entry }) => Math.max(most, entry.at), 0)

  const headsNow = (): Map<string, Linked> => new Map(entries.map((each) => [each.entry.chain, each]))

  /** Remembers outside the folder what is in it now; `own` are the chains people go on with here. */
  const pin = async (own: Readonly<Record<string, string>>): Promise<void> => {
    const owner = trust.owner?.key ?? pins?.owner
    if (readOnly || owner === undefined) return
    const heads = Object.fromEntries([...headsNow()].map(([chain, { entry, hash }]) => [chain, { index: entry.index, hash }]))
    const before = pins?.copies[copy]
    const next: Pins = {
      schemaVersion: 1,
      owner,
      copies: { ...pins?.copies, [copy]: { heads: { ...before?.heads, ...heads }, chains: { ...before?.chains, ...own } } },
    }
    await writePins(environment, newsroom, next)
    pins = next
  }

  /** The chain a person goes on with: their own in this copy of the folder, unless it has gone on or broken elsewhere. */
  const chainOf = (person: string): string => {
    const own = pins?.copies[copy]?.chains[person]
    const isSound = (chain: string) =>
      !lost.includes(chain) && !broken.some(({ id }) => id === chain || id.startsWith(`${chain}#`)) && headsNow().has(chain)
    return own !== undefined && isSound(own) ? own : environment.newId()
  }

  const sign = async ({ person, secretKey }: Signer, act: Act): Promise<Result<Linked>> => {
    const heads = headsNow()
    const latest = latestTime()
    const now = environment.now()
    if (latest > now + clockTolerance)
      return failure('conflict', 'Часы этого компьютера отстают: в редакции уже есть подпись с более поздним временем.', {
        safe: 'Ничего не подписано.',
        todo: 'Поставьте на компьютере верное время и повторите. Если оно и так верно, вперёд ушли часы того, кто подписал последним: верните папку из копии, снятой до его подписи.',
      })
    const chain = chainOf(person)
    const before = heads.get(chain) ?? null
    const seen = Object.fromEntries(
      [...heads]
        .filter(([other, head]) => other !== chain && (before?.past.get(other) ?? -1) < head.entry.index)
        .map(([other, head]) => [other, head.hash]),
    )
    const entry = signEntry(
      {
        schemaVersion: 1,
        newsroom,
        chain,
        index: before === null ? 0 : before.entry.index + 1,
        previous: before?.hash ?? null,
        seen,
        at: Math.max(now, latest),
        signer: person,
        key: keyId(publicKeyOf(secretKey)),
        act,
      },
      secretKey,
    )
    const past = new Map([...heads].map(([other, head]) => [other, head.entry.index]))
    const next: Linked = { entry, hash: sha256(lineOf(entry)), past: past.set(chain, entry.index) }
    // Nothing is written that would not count: who may not sign is told so now and not by the next check.
    const fault = act.action === 'begin' ? null : trust.faultOf(next)
    if (fault !== null)
      return failure('forbidden', `Подпись не поставлена: ${fault}.`, {
        safe: 'Ничего не изменено.',
        todo: 'Попросите владельца редакции подтвердить ваш ключ и роли.',
      })
    const sound = sizes.get(chain) ?? 0
    sizes.set(chain, sound + (await appendLine(files, folder, chain, { sound, line: lineOf(entry) })))
    entries.push(next)
    byHash.set(next.hash, next)
    index(next)
    if (act.action === 'begin') trust = establishTrust(entries, null)
    else trust.admit(next)
    await pin({ [person]: chain })
    return success(next)
  }

  let last: Promise<unknown> = Promise.resolve()
  if (trust.owner !== null) await pin({}).catch((error: unknown) => environment.log(`ledger: ${String(error)}`))

  const begun = () => entries.length > 0 || read.length > 0 || pins !== null
  return {
    begun,
    trust: () => trust,
    entry: (hash) => byHash.get(hash) ?? null,
    decisionsOn: (article) => decisions.get(article) ?? [],
    decided: () => [...decisions.keys()],
    signOffsOn: (subject) => signOffs.get(subject) ?? [],
    signedOff: () => [...signOffs.keys()],
    broken: () => [
      ...broken,
      ...lost
        .filter((chain) => !broken.some(({ id }) => id === chain || id.startsWith(`${chain}#`)))
        .map(
          (chain): Broken => ({ kind: 'ledger', id: chain, reason: 'последних записей, которые были на этом компьютере, нет' }),
        ),
      ...(begun() && trust.owner === null
        ? [{ kind: 'ledger' as const, id: 'owner', reason: 'владелец редакции не тот, что был, или неизвестен' }]
        : []),
      ...faultsOf(entries, trust),
    ],
    count: () => entries.length,
    latest: latestTime,
    beganAt: () => entries.find(({ entry }) => entry.act.action === 'begin')?.entry.at ?? null,
    append: (signer, act) => {
      const turn = last.catch(() => undefined).then(() => sign(signer, act))
      last = turn
      return turn
    },
    notices: () => [
      ...(broken.length > 0 ? ['Журнал подписей изменён не программой. Что именно, скажет команда «newsroom verify».'] : []),
      ...(lost.length > 0 ? ['Папка старее, чем была на этом компьютере: последних подписей в ней нет.'] : []),
      ...(begun() && trust.owner === null
        ? ['Кто владелец редакции, по журналу подписей сказать нельзя: подписи в ней не действуют.']
        : []),
    ],
  }
}
