import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { articleCatalogType } from '../../../src/backend/article/article-catalog.ts'
import type { OpenArticles } from '../../../src/backend/article/open-articles.ts'
import { contentHash } from '../../../src/backend/workflow/content-hash.ts'
import { emptyContent } from '../../../src/shared/article/content.ts'
import { audiences } from '../../../src/shared/assignment/assignment.ts'
import { stepActions } from '../../../src/shared/workflow/approval.ts'
import { articleStatuses } from '../../../src/shared/workflow/states.ts'
import { openDesk } from '../../helpers/article-desk.ts'
import { calmEnvironment } from '../../helpers/calm-environment.ts'
import { type ForgetfulFiles, forgetfulFiles, type Step } from '../../helpers/forgetful-files.ts'
import { typist } from '../../helpers/typist.ts'
import { record } from '../store/crash-scenario.ts'

const room = '/room'
const shelf = `${room}/catalog/articles`

/** A disk whose clock goes on with every step: each change of a file can be seen by its time. */
const newDisk = (watch: (step: Step) => void = () => undefined): ForgetfulFiles => {
  let clock = 0
  const disk = forgetfulFiles({ now: () => clock++, watch })
  disk.plant(`${room}/articles/readme.txt`, '')
  return disk
}
const open = (disk: ForgetfulFiles, run = 'a', readOnly = false): Promise<OpenArticles> =>
  openDesk(calmEnvironment(disk.files, { run }), room, readOnly)
const article = (headline: string) => ({ ...emptyContent, headline })
const add = async ({ articles, workflow }: OpenArticles, headline: string): Promise<string> => {
  const id = await articles.create(article(headline))
  await workflow.put(id, record(workflow.nextOrder()))
  return id
}
const rowsOf = ({ catalog }: OpenArticles) =>
  new Map(
    catalog
      .ids()
      .toSorted()
      .map((id) => [id, catalog.get(id)]),
  )
const segmentName = /(?:^|\/)\d+-\d+\.table$/
const never = () => false

/** Three articles in a folder that was closed, and what their catalog said. */
const three = async (watch?: (step: Step) => void) => {
  const disk = newDisk(watch)
  const desk = await open(disk)
  for (const headline of ['Раз', 'Два', 'Три']) await add(desk, headline)
  await desk.close()
  const again = await open(disk)
  const rows = rowsOf(again)
  await again.close()
  expect([...rows.values()].map((row) => [row?.text?.headline, row?.workflow?.order])).toEqual([
    ['Раз', 1],
    ['Два', 2],
    ['Три', 3],
  ])
  return { disk, rows }
}
const namesIn = (disk: ForgetfulFiles): readonly string[] =>
  [...disk.contents().keys()].filter((path) => path.startsWith(shelf)).map((path) => path.slice(shelf.length + 1))

describe('a folder that was closed', () => {
  it('C1: opens without a document, a record or the facts of one being read, and closing reads none either', async () => {
    const steps: Step[] = []
    const disk = newDisk((step) => steps.push(step))
    const first = await open(disk)
    for (let i = 0; i < 2100; i += 1) await first.articles.create(article(`Материал ${i}`))
    await first.close()
    steps.length = 0
    const second = await open(disk)
    expect(second.articles.ids()).toHaveLength(2100)
    expect(second.articles.entry('a0500')?.headline).toBe('Материал 499')
    await second.close()
    expect(new Set(steps.map(({ path }) => path).filter((path) => !path.startsWith(shelf)))).toEqual(
      new Set([`${room}/workflow`]),
    )
    // A second segment began: what changes in one leaves the other as it is.
    expect(namesIn(disk).filter((name) => segmentName.test(name))).toHaveLength(2)
  })

  it('C4: leaves no journal behind, and a session that changed nothing writes nothing', async () => {
    const written: string[] = []
    const { disk } = await three(({ call, path }) => call === 'write' && written.push(path))
    expect(namesIn(disk).filter((name) => name.startsWith('touched'))).toEqual([])
    written.length = 0
    await (await open(disk, 'b')).close()
    expect(written).toEqual([])
  })
})

describe('a catalog that is missing, damaged or of another form', () => {
  const spoilt: readonly [string, (disk: ForgetfulFiles) => Promise<void> | void][] = [
    ['no manifest', (disk) => disk.files.remove(`${shelf}/catalog.json`)],
    ['a torn manifest', (disk) => disk.plant(`${shelf}/catalog.json`, '{"form":"1')],
    ['a manifest of another form', (disk) => disk.plant(`${shelf}/catalog.json`, '{"form":"9","generation":1,"segments":[]}')],
    [
      'no segment',
      async (disk) => {
        for (const name of namesIn(disk)) if (segmentName.test(name)) await disk.files.remove(`${shelf}/${name}`)
      },
    ],
    [
      'a segment with another headline',
      (disk) => {
        for (const [path, bytes] of disk.contents()) {
          if (!segmentName.test(path)) continue
          const changed = Buffer.from(bytes)
          changed.write('Рад', changed.indexOf('Раз', 0, 'utf16le'), 'utf16le')
          disk.plant(path, changed)
        }
      },
    ],
    [
      'a torn segment',
      (disk) => {
        for (const [path, bytes] of disk.contents()) if (segmentName.test(path)) disk.plant(path, bytes.slice(0, 90))
      },
    ],
    [
      'a segment that the manifest vouches for and that is none',
      (disk) => {
        const bytes = Buffer.from('{}')
        const manifest = Buffer.from(disk.contents().get(`${shelf}/catalog.json`) ?? []).toString()
        for (const path of disk.contents().keys()) if (segmentName.test(path)) disk.plant(path, bytes)
        disk.plant(`${shelf}/catalog.json`, manifest.replace(/"checksum":\d+/, `"checksum":${crc32(bytes)}`))
      },
    ],
    [
      'segments of rows in JSON, as the first version of the program wrote them',
      async (disk) => {
        for (const name of namesIn(disk)) await disk.files.remove(`${shelf}/${name}`)
        const bytes = Buffer.from('[["a0001",null,null]]\n')
        disk.plant(`${shelf}/0-2.json`, bytes)
        const segments = [{ name: '0-2.json', rows: 1, checksum: crc32(bytes) }]
        disk.plant(`${shelf}/catalog.json`, JSON.stringify({ version: 1, generation: 2, segments }))
      },
    ],
  ]
  it.each(spoilt)('C2: is made anew on opening, and saved at once: %s', async (_what, spoil) => {
    const { disk, rows } = await three()
    await spoil(disk)
    const desk = await open(disk, 'b')
    expect(rowsOf(desk)).toEqual(rows)
    expect(desk.articles.notices()).toEqual([])
    const reads: string[] = []
    const killed = disk.afterKill({ watch: ({ call, path }) => call === 'read' && reads.push(path) })
    expect(rowsOf(await open(killed, 'c'))).toEqual(rows)
    expect(reads.filter((path) => !path.startsWith(shelf))).toEqual([])
    expect(namesIn(killed).toSorted()).toEqual([expect.stringMatching(segmentName), 'catalog.json'])
  })

  it('C2: made anew it lies in the order of import, whatever the folder says first', async () => {
    const disk = newDisk()
    const desk = await open(disk)
    for (const [at, order] of [3, 1, 2].entries()) {
      const id = await desk.articles.create(article(`Материал ${at}`))
      await desk.workflow.put(id, record(order))
    }
    await desk.close()
    expect((await open(disk, 'b')).articles.ids()).toEqual(['a0001', 'a0002', 'a0003'])
    await disk.files.remove(`${shelf}/catalog.json`)
    expect((await open(disk, 'c')).articles.ids()).toEqual(['a0002', 'a0003', 'a0001'])
    expect((await open(disk, 'd')).articles.ids()).toEqual(['a0002', 'a0003', 'a0001'])
  })

  it('C2: opened for reading it is made in memory, and nothing is written', async () => {
    const { disk, rows } = await three()
    await disk.files.remove(`${shelf}/catalog.json`)
    const before = disk.contents()
    const desk = await open(disk, 'b', true)
    expect(rowsOf(desk)).toEqual(rows)
    await desk.close()
    expect(disk.contents()).toEqual(before)
  })
})

describe('a crash', () => {
  it('C3: the next opening reads again what was written to, and nothing else', async () => {
    const { disk } = await three()
    const desk = await open(disk, 'b')
    await desk.articles.change('a0001', typist(await desk.articles.state('a0001')).type('<1>'))
    await desk.workflow.put('a0003', record(9))
    const reads: string[] = []
    const cut = disk.afterPowerCut('least', 1, { watch: ({ call, path }) => call === 'read' && reads.push(path) })
    const crashed = await open(cut, 'c')
    expect(crashed.articles.entry('a0001')?.contentHash).toBe(contentHash({ ...article('Раз'), deck: '<1>' }))
    expect(crashed.workflow.entry('a0003')?.order).toBe(9)
    expect(crashed.workflow.nextOrder()).toBe(10)
    expect(reads.some((path) => path.includes('a0002'))).toBe(false)
    await crashed.close()
  })

  it('C3: a torn end of the journal names what was never written to', async () => {
    const { disk, rows } = await three()
    const desk = await open(disk, 'b')
    await desk.articles.change('a0001', typist(await desk.articles.state('a0001')).type('<1>'))
    const cut = disk.afterPowerCut('least', 1)
    const journal = namesIn(cut).find((name) => name.startsWith('touched')) ?? ''
    const bytes = cut.contents().get(`${shelf}/${journal}`) ?? new Uint8Array()
    cut.plant(`${shelf}/${journal}`, Buffer.concat([bytes, bytes.subarray(0, 11)]))
    const crashed = await open(cut, 'c')
    expect(crashed.articles.entry('a0001')?.contentHash).toBe(contentHash({ ...article('Раз'), deck: '<1>' }))
    expect(crashed.articles.entry('a0002')).toEqual(rows.get('a0002')?.text)
  })

  it('C4: a write that failed stays named through every saving until its files were read again', async () => {
    let full = false
    let clock = 0
    const disk = forgetfulFiles({
      now: () => clock++,
      fail: ({ call, path }) => (full && call === 'syncFolder' && path === `${room}/workflow` ? 'EIO' : null),
    })
    disk.plant(`${room}/articles/readme.txt`, '')
    const desk = await open(disk)
    const id = await add(desk, 'Раз')
    full = true
    // The new record is in its place, and nobody could be told.
    await expect(desk.workflow.put(id, record(5))).rejects.toThrow('EIO')
    full = false
    await desk.catalog.save()
    await desk.catalog.save()
    expect(desk.workflow.entry(id)?.order).toBe(1)
    expect((await open(disk.afterKill(), 'b')).workflow.entry(id)?.order).toBe(5)
  })

  it('C4: many articles written to at once need few syncs of the journal', async () => {
    let syncs = 0
    const disk = newDisk(({ call, path }) => {
      if (call === 'sync' && path.startsWith(`${shelf}/touched`)) syncs += 1
    })
    const desk = await open(disk)
    await Promise.all(Array.from({ length: 60 }, (_, i) => add(desk, `Материал ${i}`)))
    expect(syncs).toBeGreaterThan(0)
    expect(syncs).toBeLessThan(20)
    expect((await open(disk.afterPowerCut('least', 1), 'b')).articles.ids()).toHaveLength(60)
  })

  it('C4: the journal does not grow for ever: the catalog is saved meanwhile', async () => {
    const disk = newDisk()
    const desk = await open(disk)
    for (let i = 0; i < 1100; i += 1) await desk.articles.create(article(`Материал ${i}`))
    const reads: string[] = []
    const cut = disk.afterPowerCut('least', 1, { watch: ({ call, path }) => call === 'read' && reads.push(path) })
    expect((await open(cut, 'b')).articles.ids()).toHaveLength(1100)
    expect(reads.filter((path) => path.startsWith(`${room}/articles`)).length).toBeLessThan(3000)
    await desk.close()
  })
})

describe('other hands', () => {
  it('C5: files that came, went or changed are found by the comparison after opening', async () => {
    const { disk } = await three()
    const other = await open(disk.afterKill(), 'b')
    const come = await add(other, 'Пришёл')
    await other.close()
    const elsewhere = newDisk()
    const stranger = await open(elsewhere, 'c')
    await add(stranger, 'Принесён из копии')
    await stranger.close()
    for (const [path, bytes] of elsewhere.contents())
      if (!path.startsWith(shelf)) disk.plant(path.replace('c0001', 'a0009'), bytes)
    disk.plant(`${room}/workflow/a0002.json`, JSON.stringify(record(7)))
    for (const end of ['.json', '.journal.previous']) await disk.files.remove(`${room}/articles/a0003${end}`)

    const desk = await open(disk, 'd')
    expect(desk.articles.has('a0009')).toBe(false)
    expect(desk.articles.has(come)).toBe(false)
    expect([...(await desk.verify(never))].sort()).toEqual(['a0002', 'a0003', 'a0009'])
    expect(desk.articles.entry('a0009')?.headline).toBe('Принесён из копии')
    expect(desk.workflow.entry('a0002')?.order).toBe(7)
    expect(desk.articles.ids().toSorted()).toEqual(['a0001', 'a0002', 'a0009'])
    expect(await desk.verify(never)).toEqual([])
    await desk.close()
    const again = await open(disk, 'e')
    expect(again.articles.ids().toSorted()).toEqual(['a0001', 'a0002', 'a0009'])
    expect(await again.verify(never)).toEqual([])
  })

  it('C5: a record damaged since is told when it is found, and can’t be written over', async () => {
    const { disk } = await three()
    disk.plant(`${room}/workflow/a0002.json`, '{"schemaVersion": 1')
    await disk.files.remove(`${room}/workflow/a0002.json.previous`)
    const desk = await open(disk, 'b')
    await desk.verify(never)
    expect(desk.workflow.entry('a0002')).toBeNull()
    expect(await desk.workflow.get('a0002')).toBeNull()
    await expect(desk.workflow.put('a0002', record(1))).rejects.toThrow('a0002.json')
  })

  it('C5: a comparison that is stopped reads nothing more', async () => {
    const { disk } = await three()
    disk.plant(`${room}/workflow/a0002.json`, JSON.stringify(record(7)))
    const desk = await open(disk, 'b')
    expect(await desk.verify(() => true)).toEqual([])
  })
})

describe('a row of the catalog', () => {
  const anyHash = fc.stringMatching(/^[0-9a-f]{8}$/)
  const anyDue = fc.option(fc.nat())
  const named = fc.option(fc.string({ minLength: 1 }))
  const anyAssignment = fc.record({
    ...{ people: fc.array(fc.string({ unit: 'binary' })), lines: anyDue, characters: anyDue },
    ...{ asksPhotos: fc.boolean(), audience: fc.option(fc.constantFrom(...audiences)), region: fc.string() },
    ...{ project: named, author: named },
    ...{ issue: named, editDue: anyDue, proofreadDue: anyDue, layoutDue: anyDue },
  })
  const anyStep = fc.record({
    ...{ action: fc.constantFrom(...stepActions), person: named, at: fc.nat(), remark: fc.string() },
  })
  const anyText = fc.record({
    ...{ stamp: fc.string(), headline: fc.string({ unit: 'binary' }), rubric: fc.string(), byline: fc.string() },
    ...{ characters: fc.nat(), photos: fc.nat(), media: fc.array(anyHash), contentHash: anyHash, assignment: anyAssignment },
  })
  const anyRecord = fc.record({
    ...{ stamp: fc.string(), status: fc.constantFrom(...articleStatuses), order: fc.nat(), deadline: fc.option(fc.nat()) },
    ...{ changedAfterApproval: fc.boolean(), approvedHash: fc.option(anyHash), last: fc.option(anyStep) },
  })
  const anyRow = fc
    .record({ text: fc.option(anyText), workflow: fc.option(anyRecord), isSame: fc.boolean() })
    .map(({ text, workflow, isSame }) => ({
      text,
      workflow: workflow && text && isSame ? { ...workflow, approvedHash: text.contentHash } : workflow,
    }))

  it('keeps what it is made from', () =>
    fc.assert(
      fc.property(anyRow, (row) => {
        const cells = articleCatalogType.toCells(row)
        expect(articleCatalogType.fromCells((name) => cells[name], 'a')).toEqual(row)
      }),
    ))
})
