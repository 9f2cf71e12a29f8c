import { expect, test } from 'vitest'
import { openIssueStore } from '../../../src/backend/issue/issue-store.ts'
import { type ForgetfulFiles, forgetfulFiles } from '../../helpers/forgetful-files.ts'

const issue = { serial: '1 (1)', plannedFor: '2026-11-25', pages: 8, columns: 5 as const, status: 'planned' as const }
const place = (page: number) => new Map([['a', { page, slot: 'auto', order: 'V', continuation: null }]])

const newDisk = (options: Parameters<typeof forgetfulFiles>[0] = {}): ForgetfulFiles => {
  const disk = forgetfulFiles(options)
  disk.plant('/issues/readme.txt', '')
  return disk
}
const open = (disk: ForgetfulFiles) => openIssueStore(disk.files, '/issues', false)

test('S5: an issue that two make at once is made once, whole', async () => {
  const disk = newDisk()
  const store = await open(disk)
  const made = await Promise.allSettled([store.create(issue), store.create({ ...issue, pages: 4 })])
  expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await store.place(issue.serial, place(2))
  const again = await open(disk.afterPowerCut('least', 1))
  expect(again.all()).toEqual([{ ...issue, placements: Object.fromEntries(place(2)) }])
  await expect(again.create(issue)).rejects.toThrow('уже есть')
})

test('S5: an issue whose creation failed is not there, can be made anew, and does not come to life twice', async () => {
  let full = false
  const disk = newDisk({ fail: ({ call }) => (full && call === 'sync' ? 'ENOSPC' : null) })
  const store = await open(disk)
  full = true
  await expect(store.create(issue)).rejects.toThrow('ENOSPC')
  expect(store.all()).toEqual([])
  full = false
  expect((await open(disk.afterKill())).all()).toEqual([])
  await store.create({ ...issue, pages: 4 })
  await store.close()
  const again = await open(disk.afterKill())
  expect(again.all().map(({ pages }) => pages)).toEqual([4])
  expect(again.notices()).toEqual([])
})

test('S5: a place that could not be written is shown, and is on disk with the next', async () => {
  let full = false
  const disk = newDisk({ fail: ({ call }) => (full && call === 'write' ? 'ENOSPC' : null) })
  const store = await open(disk)
  await store.create(issue)
  full = true
  await expect(store.place(issue.serial, place(3))).rejects.toThrow('ENOSPC')
  expect(store.get(issue.serial)?.placements.a?.page).toBe(3)
  full = false
  await store.place(issue.serial, new Map())
  // An empty change writes what waits.
  expect((await open(disk.afterPowerCut('least', 1))).get(issue.serial)?.placements.a?.page).toBe(3)
})

test('S4: an issue is read from its copy and journals when its snapshot is missing altogether', async () => {
  const disk = newDisk()
  let store = await open(disk)
  await store.create(issue)
  await store.close()
  store = await open(disk)
  await store.place(issue.serial, place(3))
  await store.close()
  await disk.files.remove('/issues/1-1.json')
  const again = await open(disk)
  expect(again.get(issue.serial)?.placements.a?.page).toBe(3)
})
