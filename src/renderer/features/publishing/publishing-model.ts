import type { ArticleSummary } from '../../../shared/article/api.ts'
import { addDays, type Day, dayOf, momentOf, timeOf } from '../../../shared/calendar/day.ts'
import type { Channel, ChannelKind } from '../../../shared/publishing/channel.ts'
import { placeOf } from '../../../shared/publishing/channel-fields.ts'
import type { Delivery, DeliveryStatus } from '../../../shared/publishing/delivery.ts'
import { hrefOf } from '../../app/router.ts'

/** Where people see to a delivery: with its article, or, where it is the page of an issue, with the issue. */
export const hrefOfDelivery = (article: string): string =>
  hrefOf(article === '' ? { section: 'publishing', article: null, view: 'online' } : { section: 'publishing', article })

/** Articles that may leave the house: approved and not changed since; the newest first. */
export const publishable = (articles: readonly ArticleSummary[]): readonly ArticleSummary[] =>
  articles
    .filter(({ status, changedAfterApproval }) => (status === 'approved' || status === 'published') && !changedAfterApproval)
    .toSorted((a, b) => b.order - a.order)

/** The delivery of an article to a channel that counts: the last one queued (a new version is a new delivery). */
export const latestDelivery = (deliveries: readonly Delivery[], article: string, channel: string): Delivery | null =>
  deliveries.findLast(
    (delivery) => delivery.purpose === 'post' && delivery.article === article && delivery.channel === channel,
  ) ?? null

/** What has become of a delivery that is out: when its words were last put right, and whether it was taken away. */
export const sinceOf = (
  deliveries: readonly Pick<Delivery, 'corrects' | 'status' | 'purpose' | 'publishedAt'>[],
  { id }: Pick<Delivery, 'id'>,
): { readonly correctedAt: number | null; readonly removed: boolean } => {
  const done = deliveries.filter(({ corrects, status }) => corrects === id && status === 'published')
  const edits = done.flatMap(({ purpose, publishedAt }) => (purpose === 'edit' && publishedAt !== null ? [publishedAt] : []))
  return {
    correctedAt: edits.length === 0 ? null : Math.max(...edits),
    removed: done.some(({ purpose }) => purpose === 'remove'),
  }
}

/** What is not proven sent and not given up: a take-over makes it all unknown. */
export const unproven = (deliveries: readonly Delivery[]): number =>
  deliveries.filter(({ status }) => status !== 'published' && status !== 'cancelled').length

const settled: readonly DeliveryStatus[] = ['published', 'cancelled']

/** What a person can do about a delivery. While sending is paused nothing can be decided here. */
export const decisionsFor = (
  status: DeliveryStatus,
  paused: boolean,
): { readonly doubtful: boolean; readonly sendAgain: boolean; readonly cancel: boolean } => ({
  doubtful: !paused && status === 'unknown',
  sendAgain: !paused && (status === 'failed' || status === 'needsPerson' || status === 'held'),
  cancel: !paused && !settled.includes(status) && status !== 'sending',
})

const order: readonly DeliveryStatus[] = [
  'unknown',
  'needsPerson',
  'failed',
  'held',
  'sending',
  'queued',
  'published',
  'cancelled',
]

/** Deliveries for the list: what waits for a person first, then what is under way, then what is done; newest first. */
export const sortDeliveries = (deliveries: readonly Delivery[]): readonly Delivery[] =>
  deliveries
    .map((delivery, at) => ({ delivery, at }))
    .sort((a, b) => order.indexOf(a.delivery.status) - order.indexOf(b.delivery.status) || b.at - a.at)
    .map(({ delivery }) => delivery)

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * The moment a person wrote by the newspaper's clock, as the contract wants it; a complaint where it is no moment or lies
 * in the past. Written as «25.11.2026 10:00», «25.11 10:00» (this year, or the next one when that day is over) or «10:00»
 * (today).
 */
export const readMoment = (
  written: string,
  now: number,
): { readonly at: string } | { readonly complaint: 'badTime' | 'pastTime' } => {
  const parts = /^(?:(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?,?\s+)?(\d{1,2})[:.](\d{2})$/.exec(written.trim())
  if (!parts) return { complaint: 'badTime' }
  const today = dayOf(now)
  const thisYear = Number(today.slice(0, 4))
  const [day, month, year, hour, minute] = parts.slice(1).map((part) => (part === undefined ? null : Number(part)))
  const dayIn = (of: number): Day =>
    typeof day === 'number' && typeof month === 'number' ? `${of}-${two(month)}-${two(day)}` : today
  const first = dayIn(year ?? thisYear)
  const chosen = year === null && first < today ? dayIn(thisYear + 1) : first
  const time = `${two(hour ?? 0)}:${two(minute ?? 0)}`
  const exists = !Number.isNaN(Date.parse(`${chosen}T${time}:00Z`)) && (hour ?? 0) < 24 && addDays(chosen, 0) === chosen
  if (!exists) return { complaint: 'badTime' }
  const at = momentOf(chosen, time)
  return at <= now ? { complaint: 'pastTime' } : { at: new Date(at).toISOString() }
}

/** A moment by the newspaper's clock, written as people write it: «25.11.2026 10:00». */
export const writtenMoment = (at: number): string => {
  const [year, month, day] = dayOf(at).split('-')
  return `${day}.${month}.${year} ${timeOf(at)}`
}

const hourMs = 3_600_000

/** The beginning of the next full hour, written as people write it: a first proposal. */
export const nextFullHour = (now: number): string => writtenMoment((Math.floor(now / hourMs) + 1) * hourMs)

/** The place of a channel in a few words: its name there, the host of a site, the file of a feed. */
export const shortPlace = ({ kind, settings, id }: Channel): string => {
  const place = placeOf(kind, settings)
  if (kind === 'vk') return `club${place}`
  if (kind === 'ok') return `ok.ru/group/${place}`
  const short = kind === 'rss' ? place.replace(/^.*[\\/]/, '') : place.replace(/^https?:\/\//, '')
  return short || id
}

/** What a channel is called: its network and its name there. */
export const channelName = (channel: Channel, kinds: Readonly<Record<ChannelKind, string>>): string =>
  `${kinds[channel.kind]}, ${shortPlace(channel)}`

/** What the channel of this id is called; its id where the newsroom has it no longer. */
export const nameIn = (channels: readonly Channel[], id: string, kinds: Readonly<Record<ChannelKind, string>>): string => {
  const channel = channels.find((each) => each.id === id)
  return channel ? channelName(channel, kinds) : id
}

/** Where people can look whether something came out; null where only the newsroom can see it. */
export const channelAddress = ({ kind, settings }: Pick<Channel, 'kind' | 'settings'>): string | null => {
  if (kind === 'wordpress') return settings.site ?? null
  if (kind === 'webhook') return URL.canParse(settings.address ?? '') ? new URL(settings.address ?? '').origin : null
  if (kind === 'rss') {
    const name = (settings.file ?? '').replace(/^.*[\\/]/, '')
    return settings.folderAddress ? `${settings.folderAddress}/${encodeURIComponent(name)}` : null
  }
  if (kind === 'vk') return `https://vk.com/club${settings.group ?? ''}`
  if (kind === 'clipboard') return settings.address ?? null
  if (kind === 'ok') return `https://ok.ru/group/${settings.group ?? ''}`
  const chat = settings.chat ?? ''
  if (chat.startsWith('@')) return `https://t.me/${chat.slice(1)}`
  const secret = /^-100(\d+)$/.exec(chat)?.[1]
  return secret === undefined ? null : `https://t.me/c/${secret}`
}
