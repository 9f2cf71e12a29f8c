import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Bench, benchSchema, cells, heads, shown } from './figure.ts'

const titles: Readonly<Record<string, string>> = {
  typesetting: 'Вёрстка и экспорт: 16 полос, 109 000 знаков',
  store: 'Хранилище: запуск, список, сохранение',
  search: 'Поиск',
  interface: 'Интерфейс в Chromium',
  screens: 'Экраны большой редакции: 10 000 материалов, 250 номеров',
}

/** The figures taken before, where there are any. */
export const readBench = (docs: string): Bench | null => {
  const path = join(docs, 'performance.json')
  return existsSync(path) ? benchSchema.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}

/** What was measured now, and of the other parts what was measured before. */
const together = (before: Bench | null, now: Bench): Bench => {
  const parts = new Set(now.figures.map(({ part }) => part))
  const kept = (before?.figures ?? []).filter(({ part }) => !parts.has(part))
  const order = Object.keys(titles)
  return {
    ...now,
    chromium: now.chromium || (before?.chromium ?? ''),
    loads: { ...Object.fromEntries(kept.map(({ part }) => [part, before?.loads[part] ?? before?.load ?? [0, 0]])), ...now.loads },
    seconds: { ...before?.seconds, ...now.seconds },
    figures: [...kept, ...now.figures].sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part)),
  }
}

const row = (words: readonly string[]): string => `| ${words.join(' | ')} |`

const tables = (bench: Bench): string =>
  [
    `Снято ${bench.at}: ${bench.machine}, память ${bench.memory}, ${bench.system}, Node ${bench.node}, Chromium ${bench.chromium}. ` +
      'Над каждой таблицей — нагрузка машины до и после её измерений.',
    ...Object.entries(titles).flatMap(([part, title]) => {
      const figures = bench.figures.filter((figure) => figure.part === part)
      if (figures.length === 0) return []
      const lines = [heads, heads.map(() => '---'), ...figures.map(cells)].map(row)
      const load = bench.loads[part] ?? bench.load
      return [`### ${title}`, `Нагрузка: ${load.map(shown).join(' и ')}.`, lines.join('\n')]
    }),
  ].join('\n\n')

const [begin, end] = ['<!-- таблицы пишет npm run bench -- --docs -->', '<!-- конец таблиц -->']

/** Writes the figures into docs/performance.json and their tables into docs/performance.md. */
export const writeDocs = (docs: string, before: Bench | null, now: Bench): void => {
  const bench = together(before, now)
  writeFileSync(join(docs, 'performance.json'), `${JSON.stringify(bench, null, 1)}\n`)
  const path = join(docs, 'performance.md')
  const text = readFileSync(path, 'utf8')
  const [head = '', rest = ''] = text.split(begin)
  const tail = rest.split(end)[1] ?? ''
  writeFileSync(path, `${head}${begin}\n\n${tables(bench)}\n\n${end}${tail}`)
}
