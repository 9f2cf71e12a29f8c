import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createNewsroom } from '../../../src/backend/newsroom.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { type ForgetfulFiles, type ForgetfulOptions, type Loss, losses, type Step } from '../../helpers/forgetful-files.ts'
import { typist } from '../../helpers/typist.ts'
import {
  disagreements,
  folder,
  isIndexed,
  type Ledger,
  type Moment,
  missing,
  morning,
  opened,
  shownBy,
} from './crash-scenario.ts'

/** Which states of the disk were already looked at with which promises: most steps leave what a crash leaves. */
const distinct = () => {
  const seen = new Set<string>()
  return (disk: ForgetfulFiles, promised: Ledger): boolean => {
    const hash = createHash('sha1').update(JSON.stringify(promised))
    for (const [path, bytes] of disk.contents()) hash.update(path).update(bytes)
    const key = hash.digest('hex')
    if (seen.has(key)) return false
    seen.add(key)
    return true
  }
}

/** Opens what a crash has left, works on and crashes again; returns what was lost. */
const lossesOf = async (disk: ForgetfulFiles, promised: Ledger): Promise<readonly string[]> => {
  if (!promised.created && !(await disk.files.facts(`${folder}/settings.json`))) return []
  const read = promised.indexed && !(await isIndexed(disk)) ? ['указатель'] : []
  const newsroom = await opened(calmEnvironment(disk.files, { run: 'b' }))
  const lost = [...read, ...(await disagreements(newsroom)), ...missing(promised, await shownBy(newsroom))]
  const told = newsroom.notices().filter((notice) => !/В журнале .* повреждён конец/.test(notice))
  const [id] = newsroom.articles.ids()
  if (id === undefined) return [...lost, ...told]
  await newsroom.articles.change(id, typist(await newsroom.articles.state(id)).type('<after>'))
  const again = await opened(calmEnvironment(disk.afterPowerCut('least', 1).files, { run: 'c' }))
  return [
    ...lost,
    ...told,
    ...(await disagreements(again)),
    ...missing(
      { ...promised, marks: { ...promised.marks, [id]: [...(promised.marks[id] ?? []), '<after>'] } },
      await shownBy(again),
    ),
  ]
}

/** The disks that `cut` leaves of a morning, with what had been promised by then; each state once. */
const momentsOf = async (
  options: ForgetfulOptions,
  cut: (moment: Moment) => readonly ForgetfulFiles[],
): Promise<readonly Moment[]> => {
  const moments: Moment[] = []
  const fresh = distinct()
  await morning((moment) => {
    for (const disk of cut(moment)) if (fresh(disk, moment.promised)) moments.push({ ...moment, disk })
  }, options)
  return moments
}

const seeds = (loss: Loss): readonly number[] => (loss === 'subset' || loss === 'torn' || loss === 'prefix' ? [1, 2] : [1])

test.each(losses)('S1 S2 S5 S7: a power cut at any step of a morning loses nothing that was acknowledged (%s)', async (loss) => {
  const moments = await momentsOf({}, ({ disk, step }) =>
    seeds(loss).map((seed) => disk.afterPowerCut(loss, seed + step * 10, {})),
  )
  expect(moments.length).toBeGreaterThan(50)
  for (const { disk, promised, step } of moments)
    expect({ step, lost: await lossesOf(disk, promised) }).toEqual({ step, lost: [] })
})

test('S1: a creation that was cut short at any step can be taken up again, and is whole then', async () => {
  const moments = await momentsOf({}, ({ disk, promised, step }) =>
    promised.created ? [] : losses.map((loss) => disk.afterPowerCut(loss, step, {})),
  )
  expect(moments.length).toBeGreaterThan(20)
  for (const { disk } of moments) {
    const made = await createNewsroom(calmEnvironment(disk.files, { run: 'b' }), folder)
    if (!made.ok) expect(made.failure.what).toMatch(/уже есть редакция/)
    const newsroom = await opened(calmEnvironment(disk.afterPowerCut('least', 1).files, { run: 'c' }))
    expect(newsroom.staff()).toHaveLength(1)
    expect(newsroom.settings.get().newsroom).not.toBe('')
  }
})

/** The process is killed, the next one shows something, and then the power goes: what was shown and is no longer there. */
const takenBack = async (disk: ForgetfulFiles): Promise<readonly string[]> => {
  if (!(await disk.files.facts(`${folder}/settings.json`))) return []
  const shown = await shownBy(await opened(calmEnvironment(disk.files, { run: 'b' })))
  const again = await opened(calmEnvironment(disk.afterPowerCut('least', 1, {}).files, { run: 'c' })).catch(() => null)
  return again ? [...(await disagreements(again)), ...missing(shown, await shownBy(again))] : ['редакция']
}

test('S12: what one opening has shown, a power cut does not take back', async () => {
  const moments = await momentsOf({}, ({ disk }) => [disk.afterKill({})])
  expect(moments.length).toBeGreaterThan(50)
  for (const { disk, step } of moments) expect({ step, lost: await takenBack(disk) }).toEqual({ step, lost: [] })
})

/** Where in the store something is synced during a morning and the recovery from its end. */
const syncSites = async (): Promise<readonly string[]> => {
  const sites = new Set<string>()
  const watch = (step: Step) => {
    if (/^(files|json-file|document|record-store|record-files|touched-journal|catalog|catalog-segments)\.ts/.test(step.site))
      sites.add(step.site)
  }
  const moments = await momentsOf({ watch }, ({ disk, step }) => (step < 0 ? [disk.afterKill({ watch })] : []))
  for (const { disk } of moments) await takenBack(disk)
  return [...sites].sort()
}

/** The first thing that is lost when this site does not sync, or null when nobody would notice. */
const noticed = async (site: string): Promise<string | null> => {
  const options: ForgetfulOptions = { ignoreSync: (step) => step.site === site }
  const first = async (
    moments: readonly Moment[],
    look: (moment: Moment) => Promise<readonly string[]>,
  ): Promise<string | null> => {
    for (const moment of moments.toReversed()) {
      const [lost] = await look(moment).catch((error: unknown) => [String(error)])
      if (lost !== undefined) return lost
    }
    return null
  }
  const cut = async (loss: Loss, seed = 0) =>
    first(await momentsOf(options, ({ disk, step }) => [disk.afterPowerCut(loss, step + seed, options)]), ({ disk, promised }) =>
      lossesOf(disk, promised),
    )
  const kill = async () => first(await momentsOf({}, ({ disk }) => [disk.afterKill(options)]), ({ disk }) => takenBack(disk))
  const certain = (await cut('least')) ?? (await kill()) ?? (await cut('names')) ?? (await cut('sizes'))
  return certain ?? (await cut('subset')) ?? (await cut('subset', 100)) ?? (await cut('subset', 200)) ?? cut('subset', 300)
}

test('S1 S2 S5: leaving out any one sync of the store loses something', async () => {
  const sites = await syncSites()
  expect(sites.length).toBeGreaterThanOrEqual(7)
  for (const site of sites) expect({ site, lost: await noticed(site) }).not.toEqual({ site, lost: null })
})
