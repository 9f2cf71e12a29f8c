import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { exportApi } from '../../../src/shared/export/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { signoffApi } from '../../../src/shared/signoff/api.ts'
import { retitle, verified } from '../../helpers/signing.ts'
import { newsroomWithPages, pageOf, sign, signIssue, statesOf } from '../../helpers/signoff.ts'

test('W19 W20 W21 signed pages go ahead and stay as they went: changes name them, a replacement has a reason, the last export has their bytes', async () => {
  const newsroom = await newsroomWithPages()
  const { must, call, serial, articles } = newsroom
  const send = (...pages: number[]) => call(signoffApi.send, { issue: serial, pages, job: 'send' })
  expect(await send(2)).toMatchObject({ ok: false, failure: { code: 'notApproved' } })
  await sign(newsroom, 2)
  await sign(newsroom, 3)
  const { files } = await must(signoffApi.send, { issue: serial, pages: [2, 3], job: 'send' })
  expect(files.map((file) => basename(file))).toEqual(['2026-11-25-print-02.pdf', '2026-11-25-print-03.pdf'])
  expect(await statesOf(newsroom)).toEqual(['open', 'sent', 'sent', 'open'])
  expect(await send(2)).toMatchObject({ ok: false, failure: { code: 'conflict' } })

  // What would change them is refused and names the page: another place, another number, a story of theirs taken off.
  const refused = { ok: false, failure: { code: 'conflict', what: expect.stringMatching(/^Полос[аы] [23]/) } }
  expect(await call(issueApi.unplace, { issue: serial, article: articles[1] })).toMatchObject(refused)
  expect(await call(issueApi.place, { issue: serial, article: articles[1], page: 1, before: null })).toMatchObject(refused)
  // The issue before takes the number before; one between the two would push this one on.
  await must(issueApi.create, { plannedFor: '2026-11-18', pages: 4 })
  expect(await call(issueApi.create, { plannedFor: '2026-11-20', pages: 4 })).toMatchObject(refused)
  // A page that is not at the printer may be changed.
  await must(issueApi.unplace, { issue: serial, article: articles[0] })
  await must(issueApi.place, { issue: serial, article: articles[0], page: 1, before: null })

  // A word changed after it went is another version of the text; the page is what it was.
  const sentBytes = await readFile(files[0] ?? '')
  await retitle(newsroom, articles[1], ' учителя')
  expect(await statesOf(newsroom)).toEqual(['open', 'sent', 'sent', 'open'])

  // Replaced with a reason: a new signature, a new file.
  expect(await call(signoffApi.replace, { issue: serial, page: 3, reason: ' ' })).toMatchObject({ ok: false })
  expect(await call(signoffApi.replace, { issue: serial, page: 4, reason: 'ошибка в цифре' })).toMatchObject({ ok: false })
  await must(signoffApi.replace, { issue: serial, page: 3, reason: 'ошибка в цифре' })
  await retitle(newsroom, articles[2], ' школы')
  expect((await pageOf(newsroom, 3)).row).toMatchObject({ state: 'replacing', replacing: { reason: 'ошибка в цифре' } })
  const print = {
    issue: serial,
    to: 'print' as const,
    file: join(newsroom.folder, '..', 'out', 'номер.pdf'),
    draft: false,
    job: 'e',
  }
  await sign(newsroom, 3)
  expect(await call(exportApi.run, { ...print, pages: '3' })).toMatchObject({ ok: false })
  const again = await must(signoffApi.send, { issue: serial, pages: [3], job: 'send' })
  expect(basename(again.files[0] ?? '')).toBe('2026-11-25-print-03_v2.pdf')
  expect((await pageOf(newsroom, 3)).row.sent).toMatchObject({ version: 2, reason: 'ошибка в цифре' })

  // The page with the time of the signature waits for it.
  await sign(newsroom, 1)
  await sign(newsroom, 4)
  expect(await send(4)).toMatchObject({ ok: false, failure: { what: expect.stringContaining('время подписи') } })
  await signIssue(newsroom)
  const outcome = await must(exportApi.run, { ...print, pages: null })
  expect(outcome.files.map((file) => basename(file))).toEqual([
    'номер.pdf',
    '2026-11-25-print-02.pdf',
    '2026-11-25-print-03_v2.pdf',
  ])
  expect(await readFile(outcome.files[1] ?? '')).toEqual(sentBytes)
  expect(await readFile(outcome.files[2] ?? '')).toEqual(await readFile(again.files[0] ?? ''))
  expect((await readdir(join(newsroom.folder, 'signoffs', 'sent'))).length).toBe(3)
  expect(await verified(newsroom, newsroom.folder)).toMatchObject({ ok: true, broken: [], ahead: [] })
})
