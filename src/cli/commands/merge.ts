import { resolve } from 'node:path'
import { counted } from '../../shared/language/plural.ts'
import { mergeApi } from '../../shared/merge/api.ts'
import { mergedLabels } from '../../shared/merge/labels.ts'
import type { MergeReport } from '../../shared/merge/report.ts'
import { type Command, word } from '../command.ts'

const winners = { ours: 'осталось здешнее', theirs: 'взято из копии', both: 'сошлись правки обеих' } as const

/** Things of one kind on one line; versions and files of a kind are many. */
const cameLines = (came: MergeReport['came']): readonly string[] => {
  const kinds = [...new Set(came.map(({ kind }) => kind))]
  return kinds.map((kind) => {
    const things = came.filter((thing) => thing.kind === kind)
    const names = [...new Set(things.map(({ name }) => name).filter(Boolean))]
    const shown =
      kind === 'version' || kind === 'ledger' || kind === 'count'
        ? ''
        : `: ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`
    return `  ${mergedLabels[kind]} — ${things.length}${shown === ': ' ? '' : shown}`
  })
}

const section = (title: string, lines: readonly string[]): readonly string[] => (lines.length > 0 ? [title, ...lines] : [])

const linesOf = ({ came, collided, lost, waits }: MergeReport): readonly string[] => {
  const lines = [
    ...section('Пришло из копии:', cameLines(came)),
    ...section(
      'Изменено в обеих копиях:',
      collided.map(({ kind, name, wins, kept }) =>
        [
          `  ${mergedLabels[kind]}${name === '' ? '' : ` «${name}»`}: ${winners[wins]}`,
          kept === null ? '' : `другое лежит в ${kept}`,
        ]
          .filter(Boolean)
          .join('; '),
      ),
    ),
    ...section(
      'Потерянный текст ждёт в материалах:',
      lost.map(({ headline, words }) => `  «${headline}» — ${counted(words, 'кусок', 'куска', 'кусков')}`),
    ),
    ...section(
      'Ждёт человека:',
      waits.map((wait) => `  ${wait}`),
    ),
  ]
  return lines.length > 0 ? lines : ['Всё, что есть в копии, здесь уже есть.']
}

export const mergeCommand: Command = {
  name: 'merge',
  synopsis: 'merge ПАПКА КОПИЯ',
  summary: 'принять изменения из копии этой же редакции: тексты, снимки, записи, подписи, отправления; КОПИЯ не меняется',
  words: [2, 2],
  flags: [],
  values: [],
  run: async (line, { call }) => {
    const report = await call(mergeApi.accept, { folder: resolve(word(line, 0)), other: resolve(word(line, 1)) })
    return { value: report, lines: linesOf(report) }
  },
}
