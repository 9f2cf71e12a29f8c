import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportApi } from '../../../src/shared/export/api.ts'
import { newspaperPrinter } from '../../../src/shared/export/printer-profile.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { p, story } from '../../helpers/publishing.ts'
import { brokenIn, newsroomWithPages, sign, signIssue, statesOf } from '../../helpers/signoff.ts'

const refusedFor = (page: number) => ({
  ok: false,
  failure: { code: 'conflict', what: expect.stringMatching(new RegExp(`^Полоса ${page} номера`)) },
})

/** Two printers; the first has a page of the issue that was signed for it. */
const withSentPage = async () => {
  const newsroom = await newsroomWithPages()
  const other = { ...newspaperPrinter, id: 'other', name: 'Другая', bleed: 3 }
  await newsroom.must(exportApi.savePrinter, { profile: other, usual: false })
  for (const page of [1, 2, 3, 4]) await sign(newsroom, page)
  await newsroom.must(signoffApi.send, { issue: newsroom.serial, pages: [2], job: 'send' })
  return { ...newsroom, other }
}

test('W20 W30 a jump, a template, a zone, a number that would change a sent page are refused and name it', async () => {
  const newsroom = await withSentPage()
  const { must, call, serial, articles, backend } = newsroom
  const before = await must(issueApi.read, { issue: serial })
  const long = await backend
    .newsroom()
    ?.articles.create(story('Длинный', ...Array.from({ length: 60 }, () => p('Слово за словом. '.repeat(30)))))
  if (long === undefined) throw new Error('папка не открыта')
  const jump = { issue: serial, article: long, page: 1, before: null, continuation: 2 }
  expect(await call(issueApi.place, jump)).toMatchObject(refusedFor(2))
  expect(await call(issueApi.applyTemplate, { issue: serial, page: 2, template: 'inner-5-classic' })).toMatchObject(refusedFor(2))
  const zone = { kind: 'join' as const, id: 'join', column: 0, span: 2, row: 60, rows: 18, locked: false }
  const dummies = { 2: { template: null, zones: [zone] } }
  expect(await call(issueApi.arrange, { issue: serial, placements: {}, dummies })).toMatchObject(refusedFor(2))
  const behind = { page: 2, slot: 'auto', order: 'a', continuation: null }
  expect(await call(issueApi.arrange, { issue: serial, placements: { [articles[0]]: behind }, dummies: {} })).toMatchObject(
    refusedFor(2),
  )
  expect((await must(issueApi.read, { issue: serial })).placements).toEqual(before.placements)
  await must(issueApi.create, { plannedFor: '2026-11-18', pages: 4 })
  expect(await call(issueApi.create, { plannedFor: '2026-11-20', pages: 4 })).toMatchObject(refusedFor(2))
  expect((await statesOf(newsroom))[1]).toBe('sent')
})

test('W30 an issue with a page at the printer is not sent or exported for other conditions, and these are not changed', async () => {
  const newsroom = await withSentPage()
  const { must, call, serial, other, folder } = newsroom
  const send = { issue: serial, pages: [3], job: 'send' }
  expect(await call(signoffApi.send, { ...send, profile: 'other' })).toMatchObject(refusedFor(2))
  const changed = { profile: { ...newspaperPrinter, bleed: 7 }, usual: true }
  expect(await call(exportApi.savePrinter, changed)).toMatchObject(refusedFor(2))
  expect(await call(exportApi.removePrinter, { id: newspaperPrinter.id })).toMatchObject(refusedFor(2))
  // What is on no page may be changed, and so may a printer that has none.
  await must(exportApi.savePrinter, { profile: { ...newspaperPrinter, name: 'Газетная', fileName: '{дата}' }, usual: true })
  await must(exportApi.savePrinter, { profile: { ...other, bleed: 4 }, usual: true })
  await signIssue(newsroom)
  const print = { issue: serial, to: 'print' as const, file: join(folder, '..', 'out', 'н.pdf'), pages: null, draft: false }
  expect(await call(exportApi.run, { ...print, job: 'a' })).toMatchObject(refusedFor(2))
  const { files } = await must(exportApi.run, { ...print, profile: newspaperPrinter.id, job: 'b' })
  expect(await readFile(files[1] ?? '')).toEqual(await readFile(join(folder, 'exports', '2026-11-25-print-02.pdf')))
  // A page that is being replaced is free of them.
  await must(signoffApi.replace, { issue: serial, page: 2, reason: 'другая типография' })
  await must(signoffApi.send, { ...send, pages: [2], profile: 'other' })
  expect(await brokenIn(newsroom, folder)).toEqual([])
})

test('W30 another style leaves a page at the printer as it is', async () => {
  const newsroom = await withSentPage()
  const { must, folder } = newsroom
  const style = { ...usualStyle, grid: { ...usualStyle.grid, gutter: usualStyle.grid.gutter + 3 } }
  await must(settingsApi.restyle, { style, keep: [] })
  expect(await statesOf(newsroom)).toEqual(['signed', 'sent', 'signed', 'signed'])
  expect(await brokenIn(newsroom, folder)).toEqual([])
})
