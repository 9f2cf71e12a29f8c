import { onTestFinished } from 'vitest'
import { nodeEnvironment } from '../../src/backend/node-environment.ts'
import { type ChannelKind, channelKinds } from '../../src/shared/publishing/channel.ts'
import type { Delivery } from '../../src/shared/publishing/delivery.ts'
import type { ChannelBench } from './channel-bench.ts'
import { channelBenches } from './channel-benches.ts'
import { startDrain } from './drain-process.ts'
import { addPicture, type Desk, newPlace, openDesk, type Place, p, photo, story, value } from './publishing.ts'

/** Longer than a test server takes to answer, short enough for those that hang on purpose. */
const timeoutMs = 1_500

const everyChannel: number = channelKinds.length

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export const seeded = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A word that stands in one piece only. */
const tokenOf = (piece: number): string => `Ж${String(piece).padStart(4, '0')}Ж`

/** Every kind of channel there is, with the worlds behind them, and one newsroom that sends to all. */
export interface Field {
  readonly place: Place
  readonly benches: ReadonlyMap<ChannelKind, ChannelBench>
  open(folder?: string): Promise<Desk>
  /** How often each piece is to be seen in a channel now; the most that was ever seen at once. */
  look(): Promise<ReadonlyMap<string, number>>
  doubles(): number
}

/** A key of `Field.look`. */
export const seenKey = (kind: string, token: string): string => `${kind} ${token}`

/** The token of a piece in a text; null where there is none. */
const tokenIn = (text: string): string | null => /Ж\d{4}Ж/.exec(text)?.[0] ?? null

/** A newsroom with every kind of channel connected. */
export const newField = async (): Promise<Field> => {
  const place = await newPlace()
  const benches = new Map<ChannelKind, ChannelBench>()
  for (const kind of channelKinds) {
    const bench = await channelBenches[kind]()
    onTestFinished(() => bench.close())
    benches.set(kind, bench)
  }
  const real = nodeEnvironment()
  const http: typeof real.http = (request) => real.http({ ...request, timeoutMs })
  const environment = Object.assign({ http }, ...[...benches.values()].map((bench) => bench.environment))
  const seen = new Map<string, number>()
  const open = (folder?: string) => openDesk(place, { environment, ...(folder === undefined ? {} : { folder }) })
  const desk = await open()
  for (const [kind, { settings, secret }] of benches) {
    const more = 'items' in settings || kind === 'rss' ? { items: '500' } : {}
    value(await desk.handlers.addChannel({ id: kind, kind, settings: { ...settings, ...more }, secret }, { person: 'chief' }))
  }
  await desk.close()
  return {
    place,
    benches,
    open,
    look: async () => {
      for (const [kind, bench] of benches) {
        const counts = new Map<string, number>()
        for (const text of await bench.published()) {
          const token = tokenIn(text)
          if (token !== null) counts.set(token, (counts.get(token) ?? 0) + 1)
        }
        for (const [token, count] of counts) seen.set(seenKey(kind, token), Math.max(count, seen.get(seenKey(kind, token)) ?? 0))
      }
      return seen
    },
    doubles: () => [...benches.values()].reduce((sum, bench) => sum + bench.doubles(), 0),
  }
}

/**
 * Takes new pieces in, has them approved and orders each for so many channels, which take turns. Every fourth one has a
 * photo.
 */
export const orderPieces = async (desk: Desk, first: number, count: number, spread = everyChannel): Promise<void> => {
  const picture = await addPicture(desk, 40)
  for (let piece = first; piece < first + count; piece += 1) {
    const text = p(`Текст материала ${piece}: сказано всё, что нужно.`)
    const article = await desk.approved(story(tokenOf(piece), ...(piece % 4 === 0 ? [photo(picture)] : []), text))
    const turned = channelKinds.map((_, at) => channelKinds[(piece * spread + at) % channelKinds.length] ?? channelKinds[0])
    for (const kind of turned.slice(0, spread)) await desk.publish(article, kind)
  }
}

const everyDelivery = async (desk: Desk): Promise<readonly Delivery[]> =>
  value(await desk.handlers.outbox({}, { person: 'smm' })).deliveries

/** Drains again and again, with time for waits and questions in between, until nothing goes on by itself. */
export const drainOut = async ({ place }: Field, desk: Desk): Promise<void> => {
  for (let round = 0; round < 12; round += 1) {
    await desk.drain()
    if ((await everyDelivery(desk)).every(({ status, checkable }) => status !== 'queued' && !(status === 'unknown' && checkable)))
      return
    place.clock.now += round < 4 ? 61_000 : 901_000
  }
}

/** States in which a delivery waits for a person's word. */
const awaiting: ReadonlySet<string> = new Set(['unknown', 'failed', 'needsPerson', 'held'])

/** What is known of every delivery held against what readers see; what does not fit, in words. */
export const contradictions = async (field: Field, desk: Desk): Promise<readonly string[]> => {
  const seen = await field.look()
  return (await everyDelivery(desk)).flatMap(({ channel, headline, status }) => {
    const count = seen.get(seenKey(channel, headline)) ?? 0
    const named = `${channel} ${headline}: «${status}», видно ${count}`
    if (count > 1) return [named]
    if (status === 'published') return count === 1 ? [] : [named]
    return awaiting.has(status) && (status === 'unknown' || count === 0) ? [] : [named]
  })
}

/** A person posts what was handed to them, looks into each channel about every other delivery that waits, and says so. */
const answerAll = async (field: Field, desk: Desk): Promise<void> => {
  for (const bench of field.benches.values()) await bench.byHand?.(desk)
  const seen = await field.look()
  for (const { id, channel, headline, status } of await everyDelivery(desk)) {
    if (!awaiting.has(status)) continue
    const outcome = (seen.get(seenKey(channel, headline)) ?? 0) > 0 ? 'published' : 'sendAgain'
    value(await desk.handlers.resolve({ delivery: id, outcome, url: null }, { person: 'chief' }))
  }
}

export interface Ordeal {
  readonly seed: number
  readonly pieces: number
  readonly kills: number
  /** To how many channels each piece goes; to all where it is left out. */
  readonly spread?: number
}

export interface OrdealReport {
  readonly channels: readonly string[]
  readonly deliveries: number
  readonly killed: number
  readonly faults: number
  /** Deliveries by state before a person was asked, and after every question was answered. */
  readonly before: Readonly<Record<string, number>>
  readonly after: Readonly<Record<string, number>>
  readonly doubles: number
  readonly contradictions: readonly string[]
}

const countByStatus = (deliveries: readonly Delivery[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const { status } of deliveries) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

/**
 * Orders so many pieces, in as many rounds as there are kills. In each round channels meet faults by
 * chance, and the process that sends is killed at a moment by chance; the next one goes on.
 */
export const endure = async (
  { seed, pieces, kills, spread = everyChannel }: Ordeal,
  told: (line: string) => void = () => undefined,
): Promise<OrdealReport> => {
  const random = seeded(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const field = await newField()
  const wrong: string[] = []
  let killed = 0
  let faults = 0
  let ordered = 0
  for (let round = 1; killed < kills || ordered < pieces; round += 1) {
    const count = Math.min(Math.max(1, Math.ceil(pieces / kills)), pieces - ordered)
    const desk = await field.open()
    await orderPieces(desk, ordered, count, spread)
    await desk.close()
    ordered += count
    const mends: (() => void | Promise<void>)[] = []
    for (const bench of field.benches.values()) {
      const failing = bench.failings[below(bench.failings.length)]
      if (!failing || random() < 0.4) continue
      await failing.make()
      faults += 1
      if (failing.mend) mends.push(failing.mend)
    }
    const time = 1 + below(Math.max(1, count) * spread * 4)
    if (killed < kills) {
      const { signal } = await startDrain(field.place, { point: 'any', time }, timeoutMs).ended
      if (signal === 'SIGKILL') killed += 1
    }
    const after = await field.open()
    await after.drain()
    for (const mend of mends) await mend()
    await drainOut(field, after)
    wrong.push(...(await contradictions(field, after)))
    await after.close()
    told(`${round}: материалов ${ordered}, обрывов ${killed}, сбоев ${faults}, противоречий ${wrong.length}`)
    field.place.clock.now += 3_600_000
  }
  const desk = await field.open()
  const before = countByStatus(await everyDelivery(desk))
  for (const _time of [1, 2, 3]) {
    await answerAll(field, desk)
    await drainOut(field, desk)
  }
  wrong.push(...(await contradictions(field, desk)))
  const deliveries = await everyDelivery(desk)
  await desk.close()
  return {
    channels: [...channelKinds],
    deliveries: deliveries.length,
    killed,
    faults,
    before,
    after: countByStatus(deliveries),
    doubles: field.doubles(),
    contradictions: [...new Set(wrong)],
  }
}
