import type { DeliveryStatus } from '../../src/shared/publishing/delivery.ts'
import type { ChannelBench, Failing } from './channel-bench.ts'
import { type Fault, htmlPage } from './fault-server.ts'
import { startVkServer, vkError } from './vk-server.ts'

/** A VK group with the world behind it. */
export const vkBench = async (): Promise<ChannelBench> => {
  const server = await startVkServer()
  const failing = (name: string, fault: Fault, first: DeliveryStatus, last = first): Failing => ({
    name,
    make: () => server.fault('post', fault),
    first,
    last,
  })
  const settings = { group: server.group, apiRoot: server.root }
  return {
    kind: 'vk',
    settings,
    secret: JSON.stringify(server.keys),
    refused: [
      [{}, 'group'],
      [{ group: 'gazeta' }, 'group'],
      [{ ...settings, apiRoot: 'http://api.vk.com' }, 'apiRoot'],
      [{ ...settings, textLimit: '10' }, 'textLimit'],
      [{ ...settings, hashtags: 'all' }, 'hashtags'],
      [{ ...settings, grace: 'час' }, 'grace'],
      [{ ...settings, colour: 'red' }, 'colour'],
    ],
    environment: {},
    published: async () => server.posts.map(({ text }) => text),
    photos: async () => server.posts.flatMap(({ attachments }) => attachments.filter((each) => each.startsWith('photo'))).length,
    doubles: () => server.doubles(),
    attempts: () => server.requests.length,
    failings: [
      failing('6: часто', vkError(6), 'queued', 'published'),
      failing('5: ключ устарел', vkError(5), 'needsPerson'),
      failing('14: капча', vkError(14), 'needsPerson'),
      failing('15: доступ закрыт', vkError(15), 'needsPerson'),
      failing('100: неверный параметр', vkError(100), 'needsPerson'),
      failing('214: предел записей', vkError(214), 'needsPerson'),
      failing('10: сбой без публикации', vkError(10), 'unknown', 'published'),
      failing('10: сбой после публикации', vkError(10, true), 'unknown', 'published'),
      failing('страница 200 после публикации', htmlPage(200, true), 'unknown', 'published'),
      failing('страница 502 без публикации', htmlPage(502, false), 'unknown', 'published'),
      failing('обрыв после публикации', { kind: 'cut', taken: true }, 'unknown', 'published'),
      failing('обрыв до публикации', { kind: 'cut', taken: false }, 'unknown', 'published'),
      failing('молчание', { kind: 'hang' }, 'unknown', 'published'),
    ],
    loseAnswer: () => server.fault('post', { kind: 'cut', taken: true }),
    loseChange: () => server.fault('change', { kind: 'cut', taken: true }),
    read: (counts) => {
      server.read(counts)
      return counts
    },
    loseCounts: () => server.fault('count', { kind: 'cut', taken: false }),
    close: () => server.close(),
  }
}
