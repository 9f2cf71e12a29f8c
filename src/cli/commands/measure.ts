import { layoutApi } from '../../shared/layout/api.ts'
import type { TypesettingFigures } from '../../shared/layout/figures.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import { type Command, required, word } from '../command.ts'
import { selectIssue } from '../select.ts'

const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })

/** Each figure as a person reads it, in the order of importance. */
const rows = (found: TypesettingFigures): readonly (readonly [string, string])[] => {
  const plain = (value: number) => number.format(value)
  const percent = (value: number) => `${number.format(value)} %`
  const spread = ({ mean, most }: { readonly mean: number; readonly most: number }) => `${plain(mean)} / ${plain(most)}`
  return [
    ['Полос и строк основного текста', `${found.pages} / ${found.lines}`],
    ['Пробел ÷ естественный: 95-й и 99-й перцентили', `${plain(found.wordSpace.p95)} / ${plain(found.wordSpace.p99)}`],
    ['Самый широкий пробел строки', plain(found.wordSpace.most)],
    ['Строки с пробелами шире 150 и 200 %', `${percent(found.over150)} / ${percent(found.over200)}`],
    ['Строки из одного слова', plain(found.oneWordLines)],
    ['Соседние строки, несхожие больше чем на полпробела', percent(found.unlikeNeighbours)],
    ['Строки с переносом', percent(found.hyphens)],
    ['Переносов подряд, самое большее', plain(found.longestLadder)],
    ['Реки от четырёх строк, на тысячу строк', plain(found.rivers)],
    ['Строки на сетке', percent(found.onGrid)],
    ['Низ колонок полосы врозь, строк: среднее / наибольшее', spread(found.pageBottoms)],
    ['Низ колонок материала врозь, строк: среднее / наибольшее', spread(found.storyBottoms)],
    ['Висячие строки: последняя сверху / первая снизу', `${plain(found.widows)} / ${plain(found.orphans)}`],
    ['Строки шире колонки / у́же колонки', `${plain(found.overfull)} / ${plain(found.underfull)}`],
    ['Разорваны инициалы / № и число / число и единица', `${found.splitInitials} / ${found.splitNumbers} / ${found.splitUnits}`],
    ['Тире в начале строки', plain(found.dashesAtStart)],
  ]
}

export const measureCommand: Command = {
  name: 'measure',
  synopsis: 'measure ПАПКА --issue НОМЕР',
  summary: 'измерить набор номера: пробелы, переносы, реки, низ колонок, висячие строки',
  words: [1, 1],
  flags: [],
  values: ['issue'],
  run: async (line, { call, ...context }) => {
    await call(workspaceApi.open, { folder: word(line, 0) })
    const issue = await selectIssue({ call, ...context }, required(line, 'issue'))
    const found = await call(layoutApi.measure, { issue })
    const table = rows(found)
    const widest = Math.max(...table.map(([name]) => name.length))
    return { value: found, lines: table.map(([name, value]) => `${name.padEnd(widest)}  ${value}`) }
  },
}
