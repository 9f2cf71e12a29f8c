import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { calendarApi } from '../../../src/shared/calendar/api.ts'
import { depositApi } from '../../../src/shared/deposit/api.ts'
import { deskApi } from '../../../src/shared/desk/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workflowApi } from '../../../src/shared/workflow/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
import { writeText } from '../../helpers/signoff.ts'

const desk = { issue: null, everybody: false }

test('I05: an issue that is out waits on the managing editor’s desk until its deposit copies are sent', async () => {
  const { must, call } = await newNewsroom()
  const secretary = (await must(staffApi.add, { name: 'Ответственный секретарь', roles: ['managingEditor'] })).id
  const issueOn = async (plannedFor: string) => (await must(issueApi.create, { plannedFor, pages: 2 })).serial
  // Long ago, late, on time, not yet out; today is the 24th of November.
  const [old, late, fresh, ahead] = [
    await issueOn('2026-09-02'),
    await issueOn('2026-11-11'),
    await issueOn('2026-11-18'),
    await issueOn('2026-11-25'),
  ]
  for (const issue of [old, late, fresh]) await must(calendarApi.setPublished, { issue, at: Date.UTC(2026, 10, 18) })
  const owed = async (person?: string) => (await must(deskApi.read, desk, person)).deposits
  expect(await owed(secretary)).toEqual([
    { issue: late, due: '2026-11-18', isLate: true },
    { issue: fresh, due: '2026-11-25', isLate: false },
  ])
  expect(await must(deskApi.waiting, {}, secretary)).toEqual({ count: 2 })
  expect(await owed()).toEqual([])
  await must(depositApi.settle, { issue: late, sent: true }, secretary)
  expect((await owed(secretary)).map(({ issue }) => issue)).toEqual([fresh])
  await must(depositApi.settle, { issue: late, sent: false }, secretary)
  expect(await owed(secretary)).toHaveLength(2)
  expect(await call(depositApi.settle, { issue: ahead, sent: true }, secretary)).toMatchObject({ failure: { code: 'conflict' } })
  expect(await call(depositApi.prepare, { issue: ahead, folder: null, job: 'j' })).toMatchObject({
    failure: { code: 'conflict' },
  })
})

test('I06: its files are the printed pages, the same for reading, and what goes where', async () => {
  const newsroom = await newNewsroom()
  const { must, folder } = newsroom
  const { style: _style, ...publication } = (await must(settingsApi.read, {})).publication
  const imprint = ['Учредитель: Профсоюз']
  await must(settingsApi.update, { publication: { ...publication, imprint, requiredLines: ['founder'] } })
  const { serial } = await must(issueApi.create, { plannedFor: '2026-11-18', pages: 1 })
  const { id } = await must(articleApi.create, { headline: 'Отпуск' })
  await writeText(newsroom, id, 'Учителя уходят в отпуск летом.')
  await must(issueApi.place, { issue: serial, article: id, page: 1, before: null })
  for (const action of ['file', 'approve'] as const) await must(workflowApi.act, { action, articles: [id] })
  await must(calendarApi.setPublished, { issue: serial, at: Date.UTC(2026, 10, 18) })
  const made = await must(depositApi.prepare, { issue: serial, folder: null, job: 'j' })
  expect(made.folder.startsWith(join(folder, 'exports'))).toBe(true)
  expect((await readdir(made.folder)).sort()).toEqual([...made.files].sort())
  expect(made.files.filter((file) => file.endsWith('.pdf'))).toHaveLength(2)
  const letter = await readFile(join(made.folder, 'chto-i-kuda.txt'), 'utf8')
  expect(letter).toContain(`№ ${serial}, 18 ноября 2026 года`)
  expect(letter).toContain('до 25 ноября 2026 года')
  for (const file of made.files.slice(0, 2)) expect(letter).toContain(file)
  expect(letter).toContain('Учредитель: Профсоюз')
})
