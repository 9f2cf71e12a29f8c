import type { ChannelBench } from './channel-bench.ts'
import { type Desk, value } from './publishing.ts'

/** A place with a person who puts in by hand what is handed to them. */
export const clipboardBench = async (): Promise<ChannelBench> => {
  const texts: string[] = []
  let photos = 0
  const settings = { address: 'https://max.ru/gazeta' }
  const person = { person: 'smm' }
  const byHand = async ({ handlers }: Desk): Promise<number> => {
    const waiting = value(await handlers.outbox({}, person)).deliveries.filter(
      ({ byHand: own, status }) => own && status === 'needsPerson',
    )
    for (const { id } of waiting) {
      const { parts } = value(await handlers.handOut({ delivery: id }, person))
      texts.push(parts.map(({ text }) => text).join('\n'))
      photos += parts.flatMap((part) => part.photos).length
      const url = `https://max.ru/gazeta/${texts.length}`
      value(await handlers.resolve({ delivery: id, outcome: 'published', url }, person))
    }
    return waiting.length
  }
  return {
    kind: 'clipboard',
    settings,
    secret: null,
    refused: [
      [{}, 'address'],
      [{ address: 'max.ru' }, 'address'],
      [{ address: 'file:///etc/passwd' }, 'address'],
      [{ ...settings, textLimit: '10' }, 'textLimit'],
      [{ ...settings, colour: 'red' }, 'colour'],
    ],
    environment: {},
    published: async () => texts,
    photos: async () => photos,
    doubles: () => texts.length - new Set(texts).size,
    attempts: () => texts.length,
    failings: [],
    // The person has put it in and not said so yet.
    loseAnswer: () => undefined,
    byHand,
    close: async () => undefined,
  }
}
