import type { DeliveryStatus } from '../../src/shared/publishing/delivery.ts'
import type { ChannelBench, Failing } from './channel-bench.ts'
import { type MailFault, type MailServerBench, startMailServer } from './mail-server.ts'
import { htmlText } from './xml-reader.ts'

/** Settings of a channel that sends through this server. */
export const mailSettings = ({ port, user }: Pick<MailServerBench, 'port' | 'user'>): Readonly<Record<string, string>> => ({
  host: '127.0.0.1',
  port: String(port),
  security: 'plain',
  user,
  from: 'gazeta@eseur.example',
  fromName: 'Профсоюзная среда',
  to: 'spisok@eseur.example',
  perMinute: '60',
})

/** A mailbox with the server behind it. */
export const emailBench = async (): Promise<ChannelBench> => {
  const server = await startMailServer()
  const settings = mailSettings(server)
  const failing = (name: string, fault: MailFault, first: DeliveryStatus, last = first): Failing => ({
    name,
    make: () => server.fault(fault),
    first,
    last,
  })
  return {
    kind: 'email',
    settings,
    secret: server.password,
    refused: [
      [{}, 'host'],
      [{ ...settings, host: 'https://smtp.yandex.ru' }, 'host'],
      [{ ...settings, from: 'газета' }, 'from'],
      [{ ...settings, to: 'a@b' }, 'to'],
      [{ ...settings, fromName: 'a\r\nBcc: b@c.ru' }, 'fromName'],
      [{ ...settings, host: 'smtp.yandex.ru' }, 'security'],
      [{ ...settings, port: '70000' }, 'port'],
      [{ ...settings, perMinute: '0' }, 'perMinute'],
      [{ ...settings, unsubscribePage: 'javascript:alert(1)' }, 'unsubscribePage'],
      [{ ...settings, colour: 'red' }, 'colour'],
    ],
    environment: {},
    published: async () => server.letters.map(({ html }) => htmlText(html)),
    photos: async () => server.letters.reduce((sum, { files }) => sum + files.filter(({ cid }) => cid !== '').length, 0),
    doubles: () => server.letters.length - new Set(server.letters.map(({ headers }) => headers.get('message-id'))).size,
    attempts: () => server.attempts(),
    failings: [
      failing('сервер просит подождать', { at: 'sender', code: 451 }, 'queued', 'published'),
      failing('серый список', { at: 'recipient', code: 450 }, 'queued', 'published'),
      failing('временный отказ после письма', { at: 'content', code: 452 }, 'queued', 'published'),
      failing('обрыв до письма', { at: 'recipient', cut: true }, 'queued', 'published'),
      failing('не пускает', { at: 'login', code: 535 }, 'needsPerson'),
      failing('занят при входе', { at: 'login', code: 454 }, 'queued', 'published'),
      failing('отправитель не принят', { at: 'sender', code: 550 }, 'needsPerson'),
      failing('получатель не принят', { at: 'recipient', code: 550 }, 'failed'),
      failing('письмо не принято', { at: 'content', code: 554, words: '5.7.1 Spam' }, 'needsPerson'),
      failing('получатель не принят после письма', { at: 'content', code: 550, words: '5.1.1 No such user' }, 'failed'),
      failing('обрыв после письма, оно принято', { at: 'content', cut: true, taken: true }, 'unknown'),
      failing('обрыв после письма, его нет', { at: 'content', cut: true, taken: false }, 'unknown'),
      failing('молчание после письма', { at: 'content', hang: true }, 'unknown'),
    ],
    loseAnswer: () => server.fault({ at: 'content', cut: true, taken: true }),
    close: () => server.close(),
  }
}
