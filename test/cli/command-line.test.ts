import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'
import { testEnvironment } from '../helpers/newsroom.ts'
import { temporaryFolder } from '../helpers/temporary.ts'

const prepare = async () => {
  const root = await temporaryFolder()
  const environment = testEnvironment(join(root, 'home'))
  const run = async (...args: string[]) => {
    let out = ''
    let err = ''
    const code = await runCommandLine(environment, args, {
      out: (text) => {
        out += text
      },
      err: (text) => {
        err += text
      },
    })
    return { code, out, err }
  }
  const json = async (...args: string[]) => {
    const { code, out } = await run(...args, '--json')
    return { code, value: JSON.parse(out) }
  }
  return { root, folder: join(root, 'Редакция газеты'), run, json }
}

test('справка по-русски; без слов — код 2', async () => {
  const { run } = await prepare()
  const help = await run('--help')
  expect(help.code).toBe(0)
  for (const name of [
    'create',
    'import',
    'issue create',
    'issue fill',
    'export',
    'measure',
    'act',
    'list',
    'find',
    'channel add',
    'publish',
    'outbox',
    'check',
    'serve',
  ])
    expect(help.out).toContain(`newsroom ${name} `)
  expect((await run()).code).toBe(2)
})

test('о команде, названной не целиком, сказано, какие есть; справка бывает об одной', async () => {
  const { run } = await prepare()
  expect(await run('issue', 'list')).toEqual({
    code: 2,
    out: '',
    err: 'Команды «issue list» нет. Есть: issue create, issue fill.\n',
  })
  expect((await run('channel')).err).toBe('Команда «channel» неполна. Есть: channel add.\n')
  const { code, out } = await run('export', '--help')
  expect(code).toBe(0)
  expect(out).toMatch(/^ {2}newsroom export .+\n {6}.+\n$/)
})

test('неверный вызов — код 2 и подсказка, ничего не создано', async () => {
  const { run, folder } = await prepare()
  for (const words of [
    ['letter'],
    ['create'],
    ['create', folder, '--nope'],
    ['create', folder, 'лишнее'],
    ['list', folder, 'cats'],
    ['issue', 'create', folder, '--date', '2026-02-30', '--pages', '4'],
  ]) {
    const { code, err } = await run(...words)
    expect(code, words.join(' ')).toBe(2)
    expect(err).toMatch(/newsroom/)
  }
})

test('отказ — код 1; с --json на выходе одно значение JSON', async () => {
  const { run, json, folder } = await prepare()
  const missing = await run('list', folder, 'articles')
  expect(missing).toMatchObject({ code: 1, out: '' })
  expect(missing.err).toContain('нет редакции')
  expect(await json('list', folder, 'articles')).toMatchObject({ code: 1, value: { error: { code: 'notFound' } } })
  expect((await run('create', folder)).code).toBe(0)
  expect((await run('create', folder)).code).toBe(1)
})

test('неделя из командной строки: от папки до утверждённых материалов на полосах', async () => {
  const { root, json, run, folder } = await prepare()
  const stories = join(root, 'тексты')
  await mkdir(stories)
  for (const i of [1, 2, 3])
    await writeFile(join(stories, `${i}.txt`), `Новость ${i}\n\n${'Учителя обсудили договор и сроки. '.repeat(20 * i)}\n`)
  await run('create', folder)
  const imported = await json('import', folder, stories, '--rubric', 'Регионы')
  expect(imported.value.map((file: { headline: string }) => file.headline)).toEqual(['Новость 1', 'Новость 2', 'Новость 3'])
  const { serial } = (await json('issue', 'create', folder, '--date', '2026-11-25', '--pages', '4', '--columns', '5')).value
  expect(serial).toBe('47 (47)')
  const filled = (await json('issue', 'fill', folder, '--issue', serial)).value
  expect(filled.placed).toHaveLength(3)
  expect((await json('act', folder, 'approve', 'all', '--issue', '47', '--as', 'ivan')).value.error.code).toBe('forbidden')
  expect((await json('act', folder, 'approve', 'all', '--issue', serial, '--as', 'editorInChief')).value).toHaveLength(3)
  const articles = (await json('list', folder, 'articles', '--issue', serial)).value
  for (const article of articles)
    expect(article).toMatchObject({
      status: 'approved',
      rubric: 'Регионы',
      page: expect.any(Number),
      overset: expect.any(Number),
    })
  expect((await json('list', folder, 'staff')).value).toMatchObject([{ id: 'editorInChief' }])
  expect((await json('list', folder, 'issues')).value).toMatchObject([{ serial, articles: 3, approved: 3 }])
  expect((await json('check', folder)).code).toBe(0)
})

test('issue fill: чего не вместили полосы, названо по заголовку и номеру', async () => {
  const { root, run, json, folder } = await prepare()
  const stories = join(root, 'тексты')
  await mkdir(stories)
  for (let i = 10; i < 30; i += 1)
    await writeFile(join(stories, `${i}.txt`), `Новость ${i}\n\n${'Учителя обсудили договор и сроки. '.repeat(120)}\n`)
  await run('create', folder)
  await run('import', folder, stories)
  await run('issue', 'create', folder, '--date', '2026-11-25', '--pages', '1')
  const { code, out } = await run('issue', 'fill', folder, '--issue', '47')
  expect(code).toBe(0)
  const articles: { id: string; headline: string; page: number | null }[] = (await json('list', folder, 'articles')).value
  const left = articles.filter(({ page }) => page === null)
  expect(left.length).toBeGreaterThan(0)
  expect(out).toContain(`Не нашлось места: ${left.length}.`)
  for (const { id, headline } of left) expect(out).toContain(`  ${id}  ${headline}\n`)
})

test('measure: таблица по-русски, с --json — те же числа; учебный номер держит пределы L19', async () => {
  const { run, json, folder } = await prepare()
  await run('create', folder, '--demo')
  const { code, out } = await run('measure', folder, '--issue', '47')
  expect(code).toBe(0)
  expect(out).toMatch(/Строки с переносом +\d+,\d+ %/)
  const figures = await json('measure', folder, '--issue', '47')
  expect(figures.value).toMatchObject({ pages: 8, onGrid: 100, widows: 0, orphans: 0, overfull: 0 })
  const { wordSpace, over150, over200, unlikeNeighbours, hyphens, longestLadder, rivers } = figures.value
  const found = [wordSpace.p95, wordSpace.p99, over150, over200, unlikeNeighbours, hyphens, longestLadder, rivers]
  const most = [1.65, 2.15, 9, 1, 18, 40, 3, 1.7]
  found.forEach((value, index) => {
    expect(value).toBeLessThanOrEqual(most[index] ?? 0)
  })
  expect((await run('measure', folder, '--issue', '99')).code).toBe(1)
})
