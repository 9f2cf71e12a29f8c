import { expect, test } from 'vitest'
import { type IssueStore, openIssueStore } from '../../../src/backend/issue/issue-store.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { type ForgetfulFiles, forgetfulFiles } from '../../helpers/forgetful-files.ts'

const issue = { serial: '1 (1)', plannedFor: '2026-11-25', pages: 8, columns: 5 as const, status: 'planned' as const }
const place = (page: number) => new Map([['a', { page, slot: 'auto', order: 'V', continuation: null, continuationSlot: 'auto' }]])

const newDisk = (options: Parameters<typeof forgetfulFiles>[0] = {}): ForgetfulFiles => {
  const disk = forgetfulFiles(options)
  disk.plant('/room/issues/readme.txt', '')
  return disk
}
const open = (disk: ForgetfulFiles) =>
  openIssueStore({ environment: calmEnvironment(disk.files), folder: '/room', readOnly: false })
const all = async (store: IssueStore) => Promise.all(store.entries().map(({ serial }) => store.get(serial)))

test('S5: an issue that two make at once is made once, whole', async () => {
  const disk = newDisk()
  const store = await open(disk)
  const made = await Promise.allSettled([store.create(issue), store.create({ ...issue, pages: 4 })])
  expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  await store.place(issue.serial, place(2))
  const again = await open(disk.afterPowerCut('least', 1))
  expect(await all(again)).toEqual([{ ...issue, dummies: {}, placements: Object.fromEntries(place(2)) }])
  await expect(again.create(issue)).rejects.toThrow('уже есть')
})

test('S5: an issue whose creation failed is not there, can be made anew, and does not come to life twice', async () => {
  let full = false
  const disk = newDisk({ fail: ({ call }) => (full && call === 'sync' ? 'ENOSPC' : null) })
  const store = await open(disk)
  full = true
  await expect(store.create(issue)).rejects.toThrow('ENOSPC')
  expect(store.entries()).toEqual([])
  full = false
  expect((await open(disk.afterKill())).entries()).toEqual([])
  await store.create({ ...issue, pages: 4 })
  await store.close()
  const again = await open(disk.afterKill())
  expect(again.entries().map(({ pages }) => pages)).toEqual([4])
  expect(again.notices()).toEqual([])
})

test('S5: a place that could not be written is shown, and is on disk with the next', async () => {
  let full = false
  const disk = newDisk({ fail: ({ call }) => (full && call === 'write' ? 'ENOSPC' : null) })
  const store = await open(disk)
  await store.create(issue)
  full = true
  await expect(store.place(issue.serial, place(3))).rejects.toThrow('ENOSPC')
  expect((await store.get(issue.serial))?.placements.a?.page).toBe(3)
  expect(store.placeOf('a')).toEqual({ issue: issue.serial, page: 3 })
  full = false
  await store.place(issue.serial, new Map())
  // An empty change writes what waits.
  const again = await open(disk.afterPowerCut('least', 1))
  expect((await again.get(issue.serial))?.placements.a?.page).toBe(3)
  expect(again.placeOf('a')).toEqual({ issue: issue.serial, page: 3 })
})

test('S4: an issue is read from its copy and journals when its snapshot is missing altogether', async () => {
  const disk = newDisk()
  let store = await open(disk)
  await store.create(issue)
  await store.close()
  store = await open(disk)
  await store.place(issue.serial, place(3))
  await store.close()
  await disk.files.remove('/room/issues/1-1.json')
  const again = await open(disk)
  expect((await again.get(issue.serial))?.placements.a?.page).toBe(3)
})

test('C1 C5: issues are listed without their plans being opened; what other hands changed is found', async () => {
  let clock = 0
  const reads: string[] = []
  const disk = newDisk({ now: () => clock++, watch: ({ call, path }) => call === 'read' && reads.push(path) })
  const store = await open(disk)
  for (let n = 1; n <= 40; n += 1)
    await store.create({
      ...issue,
      serial: `${n} (${n})`,
      plannedFor: `2026-${n > 28 ? '02' : '01'}-${String((n % 28) + 1).padStart(2, '0')}`,
    })
  await store.place('7 (7)', place(2))
  await store.place('30 (30)', place(5))
  await store.close()
  reads.length = 0
  const again = await open(disk)
  expect(again.entries()).toHaveLength(40)
  // Of two issues the later one.
  expect(again.placeOf('a')).toEqual({ issue: '30 (30)', page: 5 })
  expect(reads.filter((path) => path.startsWith('/room/issues'))).toEqual([])
  for (const end of ['.json', '.journal.previous', '.json.previous']) await disk.files.remove(`/room/issues/30-30${end}`)
  expect(await again.verify(() => false)).toEqual(['30 (30)'])
  expect(again.placeOf('a')).toEqual({ issue: '7 (7)', page: 2 })
  expect(await again.get('30 (30)')).toBeNull()
})
