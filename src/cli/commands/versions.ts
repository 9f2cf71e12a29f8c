import type { articleFields } from '../../shared/article/content.ts'
import { versionApi } from '../../shared/article/version/api.ts'
import type { Piece, Redline } from '../../shared/article/version/redline.ts'
import type { VersionFacts } from '../../shared/article/version/version.ts'
import { dayOf, timeOf } from '../../shared/calendar/day.ts'
import { actionLabels } from '../../shared/workflow/labels.ts'
import { workflowActions } from '../../shared/workflow/states.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, type CommandLine, optional, required, WrongUsage, word } from '../command.ts'
import { signInFor } from './signing.ts'

const reasons: Readonly<Record<VersionFacts['reason'], string>> = {
  step: 'шаг',
  time: 'по времени работы',
  named: 'сохранена',
  beforeRestore: 'перед возвратом',
  restored: 'возврат к прежней',
  beforeMerge: 'перед слиянием копий',
  merged: 'после слияния копий',
}

const about = ({ reason, action, name }: VersionFacts): string => {
  const step = workflowActions.find((one) => one === action)
  return [reason === 'step' && step ? `шаг «${actionLabels[step]}»` : reasons[reason], name === '' ? '' : `«${name}»`]
    .filter(Boolean)
    .join(' ')
}

const fieldLabels: Readonly<Record<(typeof articleFields)[number], string>> = {
  rubric: 'Рубрика',
  kicker: 'Надзаголовок',
  headline: 'Заголовок',
  deck: 'Подзаголовок',
  byline: 'Подпись автора',
}

const marked = (pieces: readonly Piece[]): string =>
  pieces.map(({ kind, text }) => ({ same: text, deleted: `[-${text}-]`, inserted: `{+${text}+}` })[kind]).join('')

const changeLabels = { same: ' ', changed: '~', inserted: '+', deleted: '-', moved: '→', movedAway: '←' } as const

const redlineLines = ({ fields, blocks, inserted, deleted }: Redline): readonly string[] => [
  ...fields.map(({ field, pieces }) => `~ ${fieldLabels[field]}: ${marked(pieces)}`),
  ...blocks
    .filter(({ change }) => change !== 'same')
    .map(({ change, pieces, persons }) =>
      [changeLabels[change], marked(pieces), persons.length > 0 ? `(${persons.join(', ')})` : ''].filter(Boolean).join(' '),
    ),
  `слов добавлено: ${inserted}, убрано: ${deleted}`,
]

/** Which one of the options of the command was given; at most one may be. */
const wish = (line: CommandLine): 'list' | 'compare' | 'keep' | 'restore' => {
  const wishes = (['compare', 'keep', 'restore'] as const).filter((name) => optional(line, name) !== undefined)
  if (wishes.length > 1) throw new WrongUsage(`вместе не бывает: ${wishes.map((name) => `--${name}`).join(', ')}`)
  return wishes[0] ?? 'list'
}

export const versionsCommand: Command = {
  name: 'versions',
  synopsis:
    'versions ПАПКА МАТЕРИАЛ [--compare ВЕРСИЯ [--with ВЕРСИЯ] | --keep НАЗВАНИЕ --as СОТРУДНИК | --restore ВЕРСИЯ --as СОТРУДНИК]',
  summary: 'версии материала: показать, сравнить (без --with — с текстом, как он сейчас), сохранить под именем, вернуть',
  words: [2, 2],
  flags: [],
  values: ['compare', 'with', 'keep', 'restore', 'as'],
  run: async (line, context) => {
    const { call } = context
    const asked = wish(line)
    const article = word(line, 1)
    await call(workspaceApi.open, { folder: word(line, 0) })
    if (asked === 'compare') {
      const after = optional(line, 'with') ?? null
      const redline = await call(versionApi.compare, { article, before: required(line, 'compare'), after })
      return { value: redline, lines: redlineLines(redline) }
    }
    if (asked === 'keep' || asked === 'restore') {
      const person = required(line, 'as')
      await signInFor(context, person)
      if (asked === 'keep') {
        const kept = await call(versionApi.keep, { article, name: required(line, 'keep') }, person)
        return { value: kept, lines: [`Версия сохранена: ${kept.id}`] }
      }
      const restored = await call(versionApi.restore, { article, version: required(line, 'restore') }, person)
      return { value: restored, lines: [`Текст возвращён. Прежний сохранён версией ${restored.before}.`] }
    }
    const facts = await call(versionApi.list, { article })
    const lines = facts.map((one) =>
      [one.id, `${dayOf(one.at)} ${timeOf(one.at)}`, about(one), `${one.characters} зн.`, one.persons.join(', ')]
        .filter(Boolean)
        .join('  '),
    )
    return { value: facts, lines: lines.length > 0 ? lines : ['Версий пока нет.'] }
  },
}
