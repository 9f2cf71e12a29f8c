import { createBackend } from '../backend/create-backend.ts'
import type { Environment } from '../backend/environment.ts'
import { fileFailure } from '../backend/file-failure.ts'
import { describeFailure } from '../shared/api/result.ts'
import { type Command, type CommandOutput, caller, Refused, WrongUsage } from './command.ts'
import { copyCommand } from './commands/copy.ts'
import { findTextCommand } from './commands/find.ts'
import { issueCreateCommand, issueFillCommand } from './commands/issue.ts'
import { bouncesCommand } from './commands/mailing.ts'
import { measureCommand } from './commands/measure.ts'
import { mergeCommand } from './commands/merge.ts'
import { exportCommand, noticeCommand, preflightCommand, printersCommand } from './commands/print.ts'
import { channelAddCommand, outboxCommand, packageCommand, publishCommand } from './commands/publishing.ts'
import { serveCommand } from './commands/serve.ts'
import { keysBeginCommand, keysConfirmCommand, keysRequestCommand, verifyCommand } from './commands/signing.ts'
import { startCommand } from './commands/start.ts'
import { versionsCommand } from './commands/versions.ts'
import { actCommand, listCommand } from './commands/workflow.ts'
import { checkCommand, createCommand, importCommand } from './commands/workspace.ts'
import { findCommand, parseLine } from './parse.ts'

const commands: readonly Command[] = [
  createCommand,
  importCommand,
  issueCreateCommand,
  issueFillCommand,
  preflightCommand,
  exportCommand,
  measureCommand,
  printersCommand,
  noticeCommand,
  copyCommand,
  actCommand,
  listCommand,
  findTextCommand,
  versionsCommand,
  channelAddCommand,
  publishCommand,
  outboxCommand,
  packageCommand,
  bouncesCommand,
  checkCommand,
  mergeCommand,
  verifyCommand,
  keysBeginCommand,
  keysRequestCommand,
  keysConfirmCommand,
  serveCommand,
  startCommand,
]

const helpOf = ({ synopsis, summary }: Command): readonly string[] => [`  newsroom ${synopsis}`, `      ${summary}`]

const help = (): string =>
  [
    'newsroom — редакция еженедельной газеты из командной строки',
    '',
    ...commands.flatMap(helpOf),
    '',
    'Ко всем командам: --json — одно значение JSON на выходе и ничего больше.',
    'МАТЕРИАЛ — номер материала из «list» или «all» вместе с --issue; СОТРУДНИК — имя из «list ПАПКА staff».',
    'Пароль, которым запечатаны ключи каналов, берётся из NEWSROOM_PASSPHRASE; фраза сотрудника, чтобы подписывать, —',
    'из NEWSROOM_PERSON_PASSPHRASE.',
    'Код выхода: 0 — сделано, 1 — отказ или ошибка, 2 — неверный вызов.',
  ].join('\n')

/** Says of words that are no command which commands begin like them. */
const unknown = ([first = '', second]: readonly string[]): string => {
  const alike = commands.map(({ name }) => name).filter((name) => name.split(' ')[0] === first)
  return alike.length === 0
    ? `Команды «${first}» нет. Список: newsroom --help`
    : `${second === undefined ? `Команда «${first}» неполна` : `Команды «${first} ${second}» нет`}. Есть: ${alike.join(', ')}.`
}

/** Where a command line writes to. */
export interface Streams {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
}

/** Runs one command line and returns its exit code: 0 done, 1 refused or failed, 2 wrong usage. */
export const runCommandLine = async (
  environment: Environment,
  args: readonly string[],
  { out, err }: Streams,
): Promise<number> => {
  const json = args.includes('--json')
  const words = args.filter((word) => word !== '--json')
  const command = findCommand(commands, words)
  if (words.length === 0 || words[0] === 'help' || words.includes('--help')) {
    out(`${command ? helpOf(command).join('\n') : help()}\n`)
    return words.length === 0 ? 2 : 0
  }
  const fail = (code: number, name: string, text: string): number => {
    if (json) out(`${JSON.stringify({ error: { code: name, message: text } })}\n`)
    else err(`${text}\n`)
    return code
  }
  if (!command) return fail(2, 'usage', unknown(words))
  const stays = command === serveCommand || command === startCommand
  const backend = createBackend(environment, { sending: stays, indexing: stays })
  try {
    const line = parseLine(command, words.slice(command.name.split(' ').length))
    const progress = (text: string) => {
      if (!json && process.stderr.isTTY) err(`${text}\n`)
    }
    const announce = ({ value, lines }: CommandOutput) => out(json ? `${JSON.stringify(value)}\n` : `${lines.join('\n')}\n`)
    const outcome = await command.run(line, {
      ...{ environment, backend, progress, announce, call: caller(backend) },
      personPassphrase: environment.personPassphrase ?? null,
    })
    if (outcome) announce(outcome)
    return outcome?.failed ? 1 : 0
  } catch (error) {
    if (error instanceof WrongUsage) return fail(2, 'usage', `${error.message}. Вызов: newsroom ${command.synopsis}`)
    if (error instanceof Refused) return fail(1, error.failure.code, describeFailure(error.failure))
    throw error
  } finally {
    await backend.close().catch((error: unknown) => {
      const known = fileFailure(error)
      if (!known || known.ok) throw error
      err(`${describeFailure(known.failure)}\n`)
    })
  }
}
