import { describe, expect, test } from 'vitest'
import { createNotifier, deliveryNotices, exportNotice, type Notice } from '../../src/main/notify.ts'
import { failure, type Result, success } from '../../src/shared/api/result.ts'
import { desktopTexts } from '../../src/shared/desktop/texts/texts.ts'
import { exportApi } from '../../src/shared/export/api.ts'
import { type Delivery, type DeliveryStatus, deliverySchema, deliveryStatuses } from '../../src/shared/publishing/delivery.ts'

const delivery = (id: string, status: DeliveryStatus): Delivery =>
  deliverySchema.parse({
    id,
    article: 'a',
    headline: 'Пленум',
    channel: 'tg',
    purpose: 'post',
    corrects: null,
    status,
    attempts: 1,
    url: null,
    scheduledAt: null,
    publishedAt: null,
    reason: null,
    checkable: false,
    form: 'article',
    byHand: false,
  })

const { ru } = desktopTexts
const outcome = { files: ['/x.pdf'], pages: 16, bytes: 1, draft: false, printer: null, findings: [] }

describe('уведомления', () => {
  test('только об ошибке и неизвестном результате, и только о новых', () => {
    const told = deliveryStatuses.filter((status) => deliveryNotices(new Map(), [delivery('1', status)], ru).length > 0)
    expect(told).toEqual(['failed', 'unknown'])
    expect(deliveryNotices(new Map([['1', 'failed']]), [delivery('1', 'failed')], ru)).toEqual([])
    expect(deliveryNotices(new Map([['1', 'sending']]), [delivery('1', 'unknown')], ru)).toEqual([
      { title: 'Публикация: нужен человек', body: 'Неизвестно, вышло ли в канале «tg»: Пленум' },
    ])
  })

  test('о выпуске — готов или нет; отмена никого не касается', () => {
    expect(exportNotice(success(outcome), ru)).toEqual({ title: 'PDF готов', body: '16 полос' })
    expect(exportNotice(failure('diskFull', 'На диске нет места.'), ru)).toMatchObject({ body: 'На диске нет места.' })
    expect(exportNotice(failure('cancelled', 'Отменено.'), ru)).toBeNull()
  })

  const start = (watched: boolean) => {
    const shown: Notice[] = []
    let deliveries: Delivery[] = []
    let reads = 0
    const calls: (() => void)[] = []
    const notifier = createNotifier({
      backend: {
        call: async (): Promise<Result<unknown>> => {
          reads += 1
          for (const done of calls.splice(0)) queueMicrotask(done)
          return success({ deliveries, paused: null })
        },
      },
      texts: () => ru,
      watched: () => watched,
      show: (notice) => shown.push(notice),
    })
    /** Tells the notifier and waits until it has read the outbox and had its say. */
    const change = async (now: Delivery[], event: Parameters<typeof notifier.heard>[0]) => {
      deliveries = now
      const read = new Promise<void>((resolve) => calls.push(resolve))
      notifier.heard(event)
      await read
      await new Promise<void>((resolve) => setImmediate(resolve))
    }
    return { shown, change, notifier, reads: () => reads }
  }
  const changed = { type: 'changed', feature: 'publishing', id: null } as const

  test('при открытии папки о старом молчит, о новом говорит', async () => {
    const { shown, change } = start(false)
    await change([delivery('1', 'failed'), delivery('2', 'sending')], { type: 'workspaceChanged' })
    expect(shown).toEqual([])
    await change([delivery('1', 'failed'), delivery('2', 'failed')], changed)
    expect(shown).toEqual([{ title: 'Публикация: нужен человек', body: 'Не опубликовано в канале «tg»: Пленум' }])
  })

  test('пока окно впереди, молчит, но знает', async () => {
    const { shown, change, notifier } = start(true)
    await change([delivery('1', 'sending')], { type: 'workspaceChanged' })
    await change([delivery('1', 'failed')], changed)
    notifier.answered(exportApi.run.name, success(outcome))
    expect(shown).toEqual([])
  })

  test('о чужих делах не спрашивает', () => {
    const { notifier, reads, shown } = start(false)
    notifier.heard({ type: 'changed', feature: 'article', id: '1' })
    notifier.answered('article.list', success([]))
    expect(reads()).toBe(0)
    expect(shown).toEqual([])
  })
})
