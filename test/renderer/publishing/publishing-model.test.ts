import { describe, expect, it } from 'vitest'
import {
  channelAddress,
  channelName,
  decisionsFor,
  latestDelivery,
  nextFullHour,
  publishable,
  readMoment,
  sortDeliveries,
  unproven,
} from '../../../src/renderer/features/publishing/publishing-model.ts'
import type { ArticleSummary } from '../../../src/shared/article/api.ts'
import type { ChannelKind } from '../../../src/shared/publishing/channel.ts'
import { type Delivery, type DeliveryStatus, deliveryStatuses } from '../../../src/shared/publishing/delivery.ts'
import { articleSummary } from '../../helpers/article-summary.ts'

const delivery = (id: string, status: DeliveryStatus, more: Partial<Delivery> = {}): Delivery => ({
  id,
  article: 'а',
  headline: 'Отпуск',
  channel: 'tg',
  form: 'article',
  status,
  purpose: 'post',
  corrects: null,
  attempts: 0,
  url: null,
  scheduledAt: null,
  publishedAt: null,
  reason: null,
  checkable: false,
  byHand: false,
  ...more,
})

describe('what may be published', () => {
  it('is approved and not changed since, the newest first', () => {
    const article = (id: string, order: number, more: Partial<ArticleSummary>) =>
      articleSummary(id, { status: 'approved', order, ...more })
    const list = [
      article('а', 1, {}),
      article('б', 2, { status: 'published' }),
      article('в', 3, { changedAfterApproval: true }),
      article('г', 4, { status: 'proofread' }),
    ]
    expect(publishable(list).map(({ id }) => id)).toEqual(['б', 'а'])
  })
})

describe('deliveries', () => {
  it('of a new version stand for the article in a channel', () => {
    const all = [delivery('1', 'cancelled'), delivery('2', 'published', { channel: 'ok' }), delivery('3', 'queued')]
    expect(latestDelivery(all, 'а', 'tg')?.id).toBe('3')
    expect(latestDelivery(all, 'б', 'tg')).toBeNull()
  })

  it('that wait for a person stand first, the newest of a kind before the older', () => {
    const all = [delivery('1', 'published'), delivery('2', 'unknown'), delivery('3', 'published'), delivery('4', 'failed')]
    expect(sortDeliveries(all).map(({ id }) => id)).toEqual(['2', '4', '3', '1'])
  })

  it('not proven sent become unknown with a take-over', () => {
    expect(unproven(deliveryStatuses.map((status, at) => delivery(String(at), status)))).toBe(deliveryStatuses.length - 2)
  })

  it('with an unknown outcome are never offered a plain retry', () => {
    expect(decisionsFor('unknown', false)).toEqual({ doubtful: true, sendAgain: false, cancel: true })
  })

  it('can be decided only where they are, and not at all while sending is paused', () => {
    expect(decisionsFor('failed', false).sendAgain).toBe(true)
    expect(decisionsFor('sending', false)).toEqual({ doubtful: false, sendAgain: false, cancel: false })
    expect(decisionsFor('published', false)).toEqual({ doubtful: false, sendAgain: false, cancel: false })
    for (const status of deliveryStatuses)
      expect(decisionsFor(status, true)).toEqual({ doubtful: false, sendAgain: false, cancel: false })
  })
})

describe('the time of a post, by the newspaper’s clock', () => {
  const moscow = (day: string, time: string): number => Date.parse(`${day}T${time}:00+03:00`)
  const now = moscow('2026-11-24', '14:48')
  const at = (day: string, time: string) => ({ at: new Date(moscow(day, time)).toISOString() })

  it('is read as people write it', () => {
    expect(readMoment('25.11.2026 10:00', now)).toEqual(at('2026-11-25', '10:00'))
    expect(readMoment(' 25.11, 9.05 ', now)).toEqual(at('2026-11-25', '09:05'))
    expect(readMoment('18:30', now)).toEqual(at('2026-11-24', '18:30'))
    expect(readMoment('12.01 10:00', now)).toEqual(at('2027-01-12', '10:00'))
  })

  it('is of the newspaper’s day, whatever day it is elsewhere', () => {
    const late = Date.parse('2026-11-24T22:30:00Z')
    expect(readMoment('10:00', late)).toEqual(at('2026-11-25', '10:00'))
    expect(nextFullHour(late)).toBe('25.11.2026 02:00')
  })

  it('is complained of when it is past or does not exist', () => {
    expect(readMoment('10:00', now)).toEqual({ complaint: 'pastTime' })
    expect(readMoment('24.11.2026 14:48', now)).toEqual({ complaint: 'pastTime' })
    for (const wrong of ['', 'завтра', '31.02.2027 10:00', '25.11.2026 25:00', '25.13.2026 10:00', '00.11.2026 10:00'])
      expect(readMoment(wrong, now)).toEqual({ complaint: 'badTime' })
  })

  it('is proposed as the next full hour, which is a time that can be read', () => {
    expect(nextFullHour(now)).toBe('24.11.2026 15:00')
    expect(readMoment(nextFullHour(now), now)).toEqual(at('2026-11-24', '15:00'))
    expect(nextFullHour(moscow('2026-12-31', '23:30'))).toBe('01.01.2027 00:00')
  })
})

describe('a channel', () => {
  const address = (kind: ChannelKind, settings: Record<string, string>) => channelAddress({ kind, settings })

  it('can be looked at where its settings tell its address', () => {
    expect(address('telegram', { chat: '@gazeta' })).toBe('https://t.me/gazeta')
    expect(address('telegram', { chat: '-1001234567890' })).toBe('https://t.me/c/1234567890')
    expect(address('telegram', { chat: '42' })).toBeNull()
    expect(address('telegram', {})).toBeNull()
    expect(address('wordpress', { site: 'https://eseur.ru' })).toBe('https://eseur.ru')
    expect(address('rss', { file: '/srv/feed.xml', folderAddress: 'https://eseur.ru/rss' })).toBe('https://eseur.ru/rss/feed.xml')
    expect(address('rss', { file: '/srv/feed.xml' })).toBeNull()
  })

  it('is called by its network and its name there', () => {
    const name = (kind: ChannelKind, settings: Record<string, string>) =>
      channelName(
        { id: 'имя', kind, settings },
        {
          telegram: 'Telegram',
          vk: 'ВКонтакте',
          ok: 'ОК',
          wordpress: 'Сайт',
          webhook: 'Другой',
          rss: 'Лента',
          email: 'Почта',
          clipboard: 'Вручную',
        },
      )
    expect(name('telegram', { chat: '@gazeta' })).toBe('Telegram, @gazeta')
    expect(name('wordpress', { site: 'https://eseur.ru/news' })).toBe('Сайт, eseur.ru/news')
    expect(name('rss', { file: 'D:\\feeds\\feed.xml' })).toBe('Лента, feed.xml')
    expect(name('rss', {})).toBe('Лента, имя')
  })
})
