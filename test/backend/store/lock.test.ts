import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Environment } from '../../../src/backend/environment.ts'
import { createNewsroom, openNewsroom } from '../../../src/backend/newsroom.ts'
import { nodeEnvironment } from '../../../src/backend/node-environment.ts'
import type { Files } from '../../../src/backend/store/files.ts'
import { type LockOutcome, takeLock } from '../../../src/backend/store/lock.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { type ForgetfulFiles, forgetfulFiles } from '../../helpers/forgetful-files.ts'

const path = '/disk/lock.json'
const here: Environment['process'] = { pid: 100, host: 'here', bootId: 'boot', alive: () => true }
const now = 1_700_000_000_000

const disk = (options: Parameters<typeof forgetfulFiles>[0] = {}): ForgetfulFiles => {
  const made = forgetfulFiles({ now: () => now, ...options })
  made.plant('/disk/settings.json', '{}')
  return made
}
/** Takes the lock as somebody; waiting takes no time. */
const take = (files: Files, run: string, who: Partial<Environment['process']> = {}, at = now): Promise<LockOutcome> =>
  takeLock(calmEnvironment(files, { run, now: () => at, process: { ...here, ...who } }), path, () => Promise.resolve())
const locks = (one: ForgetfulFiles): string[] => [...one.contents().keys()].filter((name) => name.includes('lock'))

test('S8: a second one is refused and told who holds the folder; released, it is free', async () => {
  const { files, contents } = disk()
  const first = await take(files, 'a')
  expect(first.taken).toBe(true)
  const second = await take(files, 'b', { pid: 200 })
  expect(second).toEqual({ taken: false, holder: 'процесс 100 на компьютере «here»' })
  if (first.taken) await first.release()
  expect([...contents().keys()]).toEqual(['/disk/settings.json'])
  expect((await take(files, 'b', { pid: 200 })).taken).toBe(true)
})

test('S8: a lock of a process that is gone is taken over, and its file goes', async () => {
  const one = disk()
  await take(one.files, 'a')
  expect((await take(one.files, 'b', { pid: 200, alive: (pid) => pid !== 100 })).taken).toBe(true)
  expect(locks(one)).toEqual(['/disk/lock.b0001.json'])
})

test('S8: a lock from before the machine was started again is taken over', async () => {
  const one = disk()
  await take(one.files, 'a')
  expect((await take(one.files, 'b', { bootId: 'boot 2' })).taken).toBe(true)
})

test('S8: a lock whose number belongs to another process by now is taken over', async () => {
  const one = disk()
  await take(one.files, 'a', { startedAt: () => '17' })
  const alive = { pid: 200, startedAt: (pid: number) => (pid === 100 ? '17' : '99') }
  expect((await take(one.files, 'b', alive)).taken).toBe(false)
  expect((await take(one.files, 'b', { ...alive, startedAt: () => null })).taken).toBe(false)
  expect((await take(one.files, 'b', { ...alive, startedAt: () => '99' })).taken).toBe(true)
})

test('S8: a lock of another machine is respected, whatever its number and start', async () => {
  const one = disk()
  await take(one.files, 'a', { host: 'there' })
  const outcome = await take(one.files, 'b', { bootId: 'boot 2', alive: () => false })
  expect(outcome).toEqual({ taken: false, holder: 'процесс 100 на компьютере «there»' })
})

test.each(['', 'мусор', '{"pid": 1}'])(
  'S8: a lock that says nothing («%s») is being written, or was left by a power cut',
  async (text) => {
    const one = disk()
    one.plant(path, text)
    expect((await take(one.files, 'a')).taken).toBe(false)
    expect(locks(one)).toEqual([path])
    expect((await take(one.files, 'b', {}, now + 11_000)).taken).toBe(true)
    expect(locks(one)).toEqual(['/disk/lock.b0001.json'])
  },
)

test('S8: after a power cut at any step of taking it the lock can be taken', async () => {
  const left: ForgetfulFiles[] = []
  const one = disk({ watch: () => left.push(one.afterPowerCut('torn', left.length, {}), one.afterPowerCut('names', 1, {})) })
  const taken = await take(one.files, 'a')
  if (taken.taken) await taken.release()
  for (const each of left) expect((await take(each.files, 'b', { bootId: 'boot 2' }, now + 60_000)).taken).toBe(true)
})

test('S8: a folder that can’t be written to refuses with the system’s word, and nothing is left', async () => {
  for (const code of ['EROFS', 'EACCES']) {
    const one = disk({ fail: ({ call }) => (['open', 'remove'].includes(call) ? code : null) })
    await expect(take(one.files, 'a')).rejects.toThrow(code)
    expect(locks(one)).toEqual([])
  }
})

test('S8: a full disk leaves no half-written lock', async () => {
  const one = disk({ fail: ({ call }) => (call === 'write' ? 'ENOSPC' : null) })
  await expect(take(one.files, 'a')).rejects.toThrow('ENOSPC')
  expect(locks(one)).toEqual([])
})

/** The same files, each call of which waits for its turn. */
const inTurns = (files: Files, turn: () => Promise<unknown>): Files => ({
  read: (name) => turn().then(() => files.read(name)),
  facts: (name) => turn().then(() => files.facts(name)),
  list: (name) => turn().then(() => files.list(name)),
  makeFolder: (name) => turn().then(() => files.makeFolder(name)),
  open: (name, mode) =>
    turn()
      .then(() => files.open(name, mode))
      .then((file) => ({ ...file, write: (bytes) => turn().then(() => file.write(bytes)) })),
  rename: (from, to) => turn().then(() => files.rename(from, to)),
  remove: (name) => turn().then(() => files.remove(name)),
  syncFolder: (name) => turn().then(() => files.syncFolder(name)),
})

test('S8: of several that find a dead lock at once never two take the folder, in whatever order their steps fall', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 4 }), fc.boolean(), async (scheduler, many, dead) => {
      const one = disk()
      if (dead) await take(one.files, 'dead', { pid: 1 })
      const turn = () => scheduler.schedule(Promise.resolve())
      const files = inTurns(one.files, turn)
      const outcomes = Array.from({ length: many }, (_, i) =>
        takeLock(
          calmEnvironment(files, { run: `r${i}`, now: () => now, process: { ...here, pid: 10 + i, alive: (pid) => pid !== 1 } }),
          path,
          turn,
        ),
      )
      await scheduler.waitFor(Promise.all(outcomes))
      const taken = (await Promise.all(outcomes)).filter((outcome) => outcome.taken)
      expect(taken.length).toBeLessThanOrEqual(1)
      expect(locks(one).filter((name) => !name.includes('dead'))).toHaveLength(taken.length)
    }),
    { numRuns: 300 },
  )
})

test('S8: of two that come at once one gets the folder', async () => {
  const one = disk()
  await take(one.files, 'dead', { pid: 1 })
  const alive = (pid: number) => pid !== 1
  const outcomes = await Promise.all([take(one.files, 'a', { pid: 10, alive }), take(one.files, 'b', { pid: 20, alive })])
  expect(outcomes.filter((outcome) => outcome.taken)).toHaveLength(1)
})

test('S8: a second process opens the newsroom for reading and says who holds it', async () => {
  const one = forgetfulFiles()
  const first = calmEnvironment(one.files, { run: 'a' })
  await createNewsroom(first, '/disk/room')
  const holding = await openNewsroom(first, '/disk/room', () => undefined)
  const second = calmEnvironment(one.files, { run: 'b', process: { ...first.process, pid: 200 } })
  const reading = await openNewsroom(second, '/disk/room', () => undefined)
  expect(reading.ok && [reading.value.readOnly, reading.value.heldBy]).toEqual([true, 'процесс 100 на компьютере «here»'])
  if (reading.ok) await reading.value.close()
  expect(locks(one)).toHaveLength(1)
  if (holding.ok) await holding.value.close()
  expect(locks(one)).toHaveLength(0)
})

test('the system tells when this process began, and nothing of a process that is not there', () => {
  const { startedAt, pid, alive } = nodeEnvironment().process
  expect(alive(pid)).toBe(true)
  if (process.platform === 'linux') expect(startedAt?.(pid)).toMatch(/^\d+$/)
  expect(startedAt?.(2 ** 30) ?? null).toBe(null)
})
