import type { DeliveryStatus } from '../../src/shared/publishing/delivery.ts'
import type { ChannelBench, Failing } from './channel-bench.ts'
import { type Fault, htmlPage } from './fault-server.ts'
import { startWebhookServer } from './webhook-server.ts'
import { htmlText } from './xml-reader.ts'

/** A site that takes signed JSON, with the world behind it. */
export const webhookBench = async (): Promise<ChannelBench> => {
  const server = await startWebhookServer()
  const failing = (name: string, fault: Fault, first: DeliveryStatus, last = first): Failing => ({
    name,
    make: () => server.fault('post', fault),
    first,
    last,
  })
  const error = (status: number, taken = false) => ({ kind: 'answer' as const, status, taken, body: { error: 'нет' } })
  const settings = { address: server.address }
  return {
    kind: 'webhook',
    settings,
    secret: server.key,
    refused: [
      [{}, 'address'],
      [{ address: 'http://eseur.ru/in' }, 'address'],
      [{ address: 'eseur.ru' }, 'address'],
      [{ ...settings, grace: 'час' }, 'grace'],
      [{ ...settings, colour: 'red' }, 'colour'],
    ],
    environment: {},
    published: async () => server.posts.map(({ title, summary, html }) => [title, htmlText(summary), htmlText(html)].join('\n')),
    photos: async () => server.posts.reduce((sum, { photos }) => sum + photos.length, 0),
    doubles: () => server.doubles(),
    attempts: () => server.requests.length,
    failings: [
      failing('429', { ...error(429), headers: { 'retry-after': '30' } }, 'queued', 'published'),
      failing('401', error(401), 'needsPerson'),
      failing('422', error(422), 'needsPerson'),
      failing('переадресация', htmlPage(301, false), 'needsPerson'),
      failing('500 после публикации', error(500, true), 'unknown', 'published'),
      failing('500 без публикации', error(500), 'unknown', 'published'),
      failing('200 с ошибкой в теле', error(200), 'unknown', 'published'),
      failing('страница 200 вместо ответа', htmlPage(200, true), 'unknown', 'published'),
      failing('обрыв после публикации', { kind: 'cut', taken: true }, 'unknown', 'published'),
      failing('обрыв до публикации', { kind: 'cut', taken: false }, 'unknown', 'published'),
      failing('молчание', { kind: 'hang' }, 'unknown', 'published'),
    ],
    loseAnswer: () => server.fault('post', { kind: 'cut', taken: true }),
    loseChange: () => server.fault('change', { kind: 'cut', taken: true }),
    close: () => server.close(),
  }
}
