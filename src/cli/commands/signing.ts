import { staffApi } from '../../shared/staff/api.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, type CommandContext, type CommandLine, optional, Refused, required, word } from '../command.ts'

/** The passphrase of the person a command acts for; commands take it from the environment only, not from their words. */
const passphraseOf = ({ personPassphrase }: CommandContext): string => {
  if (personPassphrase !== null) return personPassphrase
  throw new Refused({
    code: 'forbidden',
    what: 'Не задана парольная фраза сотрудника.',
    safe: 'Ничего не изменено.',
    todo: 'Задайте переменную окружения NEWSROOM_PERSON_PASSPHRASE и повторите.',
  })
}

/** Opens the key of the person a command acts for, where people sign and the person has one. */
export const signInFor = async (context: CommandContext, person: string): Promise<void> => {
  const { people } = await context.call(staffApi.keys, {}, person)
  if (context.personPassphrase === null || !people.some((each) => each.person === person && each.active !== null)) return
  await context.call(staffApi.signIn, { passphrase: context.personPassphrase }, person)
}

/** The person a command that need not be told acts for, by `--as` or by nobody's word; their key is open. */
export const actingFor = async (line: CommandLine, context: CommandContext): Promise<string | null> => {
  const person = optional(line, 'as') ?? null
  if (person !== null) await signInFor(context, person)
  return person
}

export const verifyCommand: Command = {
  name: 'verify',
  synopsis: 'verify ПАПКА',
  summary: 'сверить папку с подписями: тексты, снимки, утверждения, роли и журнал; ничего не меняет',
  words: [1, 1],
  flags: [],
  values: [],
  run: async (line, { call }) => {
    const found = await call(workspaceApi.verify, { folder: word(line, 0) })
    const lines = [
      ...found.broken.map(({ kind, id, reason }) => `${kind} ${id}: ${reason}`),
      found.ok ? 'Подделок нет: всё сходится с подписями.' : 'Папка не сходится с подписями.',
      found.owner === null ? 'Подписи в этой редакции ещё не заведены.' : `Ключ владельца: ${found.owner}`,
      `Подписей: ${found.entries}. Утверждено без подписи: ${found.unsigned}.`,
      ...(found.ahead.length > 0
        ? [`Решения из другой копии папки, записи о которых сюда не пришли: ${found.ahead.length}.`]
        : []),
    ]
    return { value: found, lines, failed: !found.ok }
  },
}

export const keysBeginCommand: Command = {
  name: 'keys begin',
  synopsis: 'keys begin ПАПКА --as СОТРУДНИК',
  summary: 'завести ключи: сотрудник становится владельцем редакции и подписывает роли остальных',
  words: [1, 1],
  flags: [],
  values: ['as'],
  run: async (line, context) => {
    const person = required(line, 'as')
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    const { key } = await context.call(staffApi.beginKeys, { passphrase: passphraseOf(context) }, person)
    return { value: { key }, lines: [`Ключи заведены. Ключ владельца: ${key}`, 'Запишите его: по нему сверяют папку.'] }
  },
}

export const keysRequestCommand: Command = {
  name: 'keys request',
  synopsis: 'keys request ПАПКА --as СОТРУДНИК',
  summary: 'завести себе ключ; действует он, когда его подтвердит владелец редакции',
  words: [1, 1],
  flags: [],
  values: ['as'],
  run: async (line, context) => {
    const person = required(line, 'as')
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    const { key } = await context.call(staffApi.requestKey, { passphrase: passphraseOf(context) }, person)
    return { value: { key }, lines: [`Ключ ждёт подтверждения: ${key}`] }
  },
}

export const keysConfirmCommand: Command = {
  name: 'keys confirm',
  synopsis: 'keys confirm ПАПКА СОТРУДНИК --as ВЛАДЕЛЕЦ [--key КЛЮЧ]',
  summary: 'подтвердить ключ сотрудника; прежний его ключ отзывается',
  words: [2, 2],
  flags: [],
  values: ['as', 'key'],
  run: async (line, context) => {
    const owner = required(line, 'as')
    const person = word(line, 1)
    await context.call(workspaceApi.open, { folder: word(line, 0) })
    await signInFor(context, owner)
    const { people } = await context.call(staffApi.keys, {}, owner)
    const key = optional(line, 'key') ?? people.find((each) => each.person === person)?.pending
    if (!key) throw new Refused({ code: 'notFound', what: `У сотрудника «${person}» нет ключа, который ждёт подтверждения.` })
    await context.call(staffApi.confirmKey, { person, key }, owner)
    return { value: { person, key }, lines: [`Ключ подтверждён: ${person}, ${key}`] }
  },
}
