import { basename, resolve } from 'node:path'
import { mailingApi } from '../../shared/mailing/api.ts'
import type { NotedBounce } from '../../shared/mailing/bounce.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, required, word } from '../command.ts'

const outcomeOf = ({ kind, organisation, noted }: NotedBounce): string => {
  if (organisation === null) return 'нет в списке'
  if (kind === 'delayed') return 'сервер ещё пытается доставить'
  if (!noted) return 'об адресе решили после возврата'
  return kind === 'hard' ? 'ящика нет, больше не пишем' : 'временный отказ, отмечено'
}

export const bouncesCommand: Command = {
  name: 'bounces',
  synopsis: 'bounces ПАПКА ФАЙЛ… --as СОТРУДНИК',
  summary: 'разобрать письма о недоставке (eml): адреса, по которым никто не читает, рассылка больше не берёт',
  words: [2, Number.POSITIVE_INFINITY],
  flags: [],
  values: ['as'],
  run: async (line, { call, environment }) => {
    const person = required(line, 'as')
    await call(workspaceApi.open, { folder: word(line, 0) })
    const letters = await Promise.all(
      line.words.slice(1).map(async (path) => {
        const bytes = await environment.files.read(resolve(path))
        return { name: basename(path), bytes: Buffer.from(bytes).toString('base64') }
      }),
    )
    const read = await call(mailingApi.readBounces, { letters }, person)
    const lines = [
      ...read.bounces.map((bounce) => `${bounce.address}: ${outcomeOf(bounce)} (${bounce.reason})`),
      ...read.others.map((name) => `${name}: это не сообщение о недоставке`),
    ]
    return { value: read, lines }
  },
}
