import { publishingApi } from '../../shared/publishing/api.ts'
import { channelKinds } from '../../shared/publishing/channel.ts'
import { deliveryLabels } from '../../shared/publishing/labels.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, oneOf, optional, Refused, required, WrongUsage, word } from '../command.ts'
import { selectArticles, selectIssue } from '../select.ts'
import { actingFor } from './signing.ts'

const settingOf = (pair: string): readonly [string, string] => {
  const at = pair.indexOf('=')
  if (at < 1) throw new WrongUsage(`--set: «${pair}» — нужно КЛЮЧ=ЗНАЧЕНИЕ`)
  return [pair.slice(0, at), pair.slice(at + 1)]
}

export const channelAddCommand: Command = {
  name: 'channel add',
  synopsis: `channel add ПАПКА КАНАЛ --kind ${channelKinds.join('|')} [--set КЛЮЧ=ЗНАЧЕНИЕ]… [--secret-env ИМЯ] [--as СОТРУДНИК]`,
  summary: 'подключить канал; секрет берётся из переменной окружения и хранится запечатанным',
  words: [2, 2],
  flags: [],
  values: ['kind', 'set', 'secret-env', 'as'],
  run: async (line, context) => {
    const { call } = context
    const kind = oneOf('--kind', required(line, 'kind'), channelKinds)
    const settings = Object.fromEntries((line.values.get('set') ?? []).map(settingOf))
    const variable = optional(line, 'secret-env')
    const secret = variable === undefined ? null : (process.env[variable] ?? null)
    if (variable !== undefined && secret === null)
      throw new Refused({
        code: 'invalidInput',
        what: `Переменная окружения ${variable} пуста.`,
        todo: 'Задайте её и повторите.',
      })
    await call(workspaceApi.open, { folder: word(line, 0) })
    const channel = { id: word(line, 1), kind, settings, secret }
    const { problem } = await call(publishingApi.addChannel, channel, await actingFor(line, context))
    const lines = [
      problem === null
        ? `Канал ${word(line, 1)} подключён.`
        : `Канал ${word(line, 1)} записан, но публиковать в нём пока нельзя: ${problem}`,
    ]
    return { value: { id: word(line, 1), problem }, lines }
  },
}

export const publishCommand: Command = {
  name: 'publish',
  synopsis: 'publish ПАПКА МАТЕРИАЛ --channel КАНАЛ --as СОТРУДНИК [--at ВРЕМЯ] [--issue НОМЕР]',
  summary: 'поставить утверждённый материал в очередь канала; отправляет «outbox --drain» или открытая программа',
  words: [2, 2],
  flags: [],
  values: ['channel', 'as', 'at', 'issue'],
  run: async (line, context) => {
    const person = required(line, 'as')
    const channel = required(line, 'channel')
    const at = optional(line, 'at') ?? null
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    const articles = await selectArticles(context, line, [word(line, 1)])
    const queued = []
    for (const article of articles) {
      const { delivery } = await context.call(publishingApi.publish, { article, channel, at }, person)
      queued.push({ id: delivery, article, channel })
    }
    const value = word(line, 1) === 'all' ? queued : queued[0]
    // Ordered again, it may be out already: the line says what it is and not what was asked.
    const { deliveries } = await context.call(publishingApi.outbox, {})
    const statusOf = new Map(deliveries.map(({ id, status }) => [id, status]))
    const lines = queued.map(({ id, article }) => `${article}: канал ${channel}, ${deliveryLabels[statusOf.get(id) ?? 'queued']}`)
    return { value, lines }
  },
}

export const outboxCommand: Command = {
  name: 'outbox',
  synopsis: 'outbox ПАПКА [--drain] [--check] [--take-over] [--as СОТРУДНИК]',
  summary:
    'показать отправления; --drain — отправить, что пора; --check — спросить каналы о неизвестных; --take-over — отправлять отсюда',
  words: [1, 1],
  flags: ['drain', 'check', 'take-over'],
  values: ['as'],
  run: async (line, context) => {
    const { call } = context
    await call(workspaceApi.open, { folder: word(line, 0) })
    if (line.flags.has('take-over')) await call(publishingApi.takeOver, {}, await actingFor(line, context))
    if (line.flags.has('drain')) await call(publishingApi.drain, {})
    if (line.flags.has('check')) {
      const person = required(line, 'as')
      const before = await call(publishingApi.outbox, {})
      const doubtful = before.deliveries.filter(({ status, checkable }) => status === 'unknown' && checkable)
      for (const { id } of doubtful) await call(publishingApi.check, { delivery: id }, person)
    }
    const { deliveries, paused } = await call(publishingApi.outbox, {})
    const lines = deliveries.map((d) =>
      [d.id, d.channel, deliveryLabels[d.status], d.headline, d.url ?? d.reason ?? ''].filter(Boolean).join('  '),
    )
    const notice = paused === null ? [] : [paused]
    return { value: deliveries, lines: [...notice, ...(lines.length > 0 ? lines : ['Отправлений нет.'])] }
  },
}

export const packageCommand: Command = {
  name: 'package',
  synopsis: 'package ПАПКА --issue НОМЕР --as СОТРУДНИК',
  summary: 'папка для региональных сайтов: лента с полным текстом утверждённых материалов номера и снимки',
  words: [1, 1],
  flags: [],
  values: ['issue', 'as'],
  run: async (line, context) => {
    const person = required(line, 'as')
    const wanted = required(line, 'issue')
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    const issue = await selectIssue(context, wanted)
    const made = await context.call(publishingApi.savePackage, { issue }, person)
    const left = made.left.map(({ headline, why }) => `Не вошёл: ${headline} (${why})`)
    return {
      value: made,
      lines: [`${made.folder}: материалов ${made.stories}, снимков ${made.photos}.`, `Одним файлом: ${made.archive}`, ...left],
    }
  },
}
