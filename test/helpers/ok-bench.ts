import type { DeliveryStatus } from '../../src/shared/publishing/delivery.ts'
import type { ChannelBench, Failing } from './channel-bench.ts'
import { type Fault, htmlPage } from './fault-server.ts'
import { okError, startOkServer } from './ok-server.ts'

/** A group in Odnoklassniki with the world behind it. */
export const okBench = async (): Promise<ChannelBench> => {
  const server = await startOkServer()
  const failing = (name: string, fault: Fault, first: DeliveryStatus, last = first): Failing => ({
    name,
    make: () => server.fault('post', fault),
    first,
    last,
  })
  const settings = { group: server.group, application: server.application, apiRoot: server.root }
  return {
    kind: 'ok',
    settings,
    secret: JSON.stringify(server.keys),
    refused: [
      [{}, 'group'],
      [{ ...settings, group: 'gazeta' }, 'group'],
      [{ group: server.group }, 'application'],
      [{ ...settings, apiRoot: 'http://api.ok.ru' }, 'apiRoot'],
      [{ ...settings, textLimit: '10' }, 'textLimit'],
      [{ ...settings, photoLimit: '0' }, 'photoLimit'],
      [{ ...settings, hashtags: 'all' }, 'hashtags'],
      [{ ...settings, proxy: 'http://u:p@proxy.example:3128' }, 'proxy'],
      [{ ...settings, grace: 'час' }, 'grace'],
      [{ ...settings, colour: 'red' }, 'colour'],
    ],
    environment: {},
    published: async () => server.topics.map(({ text }) => text),
    photos: async () => server.topics.flatMap(({ photos }) => photos).length,
    doubles: () => server.doubles(),
    attempts: () => server.requests.length,
    failings: [
      failing('2: служба занята', okError(2), 'queued', 'published'),
      failing('10: нет прав', okError(10), 'needsPerson'),
      failing('102: ключ устарел', okError(102), 'needsPerson'),
      failing('104: подпись', okError(104), 'needsPerson'),
      failing('1: сбой без публикации', okError(1), 'unknown'),
      failing('9999: сбой после публикации', okError(9999, true), 'unknown'),
      failing('страница 200 после публикации', htmlPage(200, true), 'unknown'),
      failing('страница 502 без публикации', htmlPage(502, false), 'unknown'),
      failing('обрыв после публикации', { kind: 'cut', taken: true }, 'unknown'),
      failing('обрыв до публикации', { kind: 'cut', taken: false }, 'unknown'),
      failing('молчание', { kind: 'hang' }, 'unknown'),
    ],
    loseAnswer: () => server.fault('post', { kind: 'cut', taken: true }),
    read: (counts) => {
      server.read(counts)
      return counts
    },
    loseCounts: () => server.fault('count', { kind: 'cut', taken: false }),
    close: () => server.close(),
  }
}
