import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDocument, type StoredDocument } from '../../../src/backend/store/document.ts'
import { journalEntry, journalHeader, readJournal } from '../../../src/backend/store/journal.ts'
import { DamagedFile, readJsonFile } from '../../../src/backend/store/json-file.ts'
import { openRecordStore } from '../../../src/backend/store/record-store.ts'
import { workflowType } from '../../../src/backend/workflow/workflow-store.ts'
import { type ForgetfulFiles, forgetfulFiles } from '../../helpers/forgetful-files.ts'
import { record } from './crash-scenario.ts'

const base = '/disk/a'
const open = (disk: ForgetfulFiles, readOnly = false): Promise<StoredDocument> =>
  openDocument({ files: disk.files, base, readOnly, derive: (doc) => doc.getText('deck').toString() })
const textOf = (stored: StoredDocument): string => stored.doc.getText('deck').toString()

/** A disk on which a document was edited once for each character; `|` folds the journal. */
const written = async (text: string): Promise<ForgetfulFiles> => {
  const disk = forgetfulFiles()
  disk.plant('/disk/other', '')
  const stored = await open(disk)
  stored.doc.clientID = 7
  for (const character of text) {
    if (character === '|') await stored.compact()
    else {
      stored.doc.getText('deck').insert(stored.doc.getText('deck').length, character)
      await stored.saved()
    }
  }
  return disk
}

/** The same files on a new disk, one of them changed. */
const changed = (disk: ForgetfulFiles, path: string, change: (bytes: Uint8Array) => Uint8Array): ForgetfulFiles => {
  const other = forgetfulFiles()
  for (const [name, bytes] of disk.contents()) other.plant(name, name === path ? change(bytes) : bytes)
  return other
}
const flip = (bit: number) => (bytes: Uint8Array) => bytes.map((byte, i) => (i === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
const has = (disk: ForgetfulFiles, bytes: Uint8Array): boolean =>
  [...disk.contents().values()].some((held) => Buffer.from(held).includes(Buffer.from(bytes)))

const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 })

test('S6: a journal gives back what was written', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 20 }), bytes, fc.boolean(), (entries, vector, headed) => {
      const journal = Buffer.concat([...(headed ? [journalHeader(vector)] : []), ...entries.map(journalEntry)])
      const read = readJournal(journal)
      expect(read.entries.map((entry) => [...entry])).toEqual(entries.map((entry) => [...entry]))
      expect(read.sound).toBe(journal.length)
      expect(read.base && [...read.base]).toEqual(headed ? [...vector] : null)
    }),
  )
})

test('S6: whatever happens to a journal, the entries before it are read and nothing throws', () => {
  fc.assert(
    fc.property(fc.array(bytes, { maxLength: 12 }), fc.nat(2000), fc.uint8Array({ maxLength: 40 }), (entries, at, rubbish) => {
      const parts = entries.map(journalEntry)
      const journal = Buffer.concat(parts)
      const cut = at % (journal.length + 1)
      const read = readJournal(Buffer.concat([journal.subarray(0, cut), rubbish]))
      let whole = 0
      let length = 0
      for (const part of parts) {
        length += part.length
        if (length <= cut) whole += 1
      }
      expect(read.entries.slice(0, whole).map((entry) => [...entry])).toEqual(entries.slice(0, whole).map((entry) => [...entry]))
      expect(read.sound).toBeGreaterThanOrEqual(parts.slice(0, whole).reduce((sum, part) => sum + part.length, 0))
    }),
  )
})

test('S6: a journal cut at any byte opens with the edits before the cut; the rest is told and kept', async () => {
  const disk = await written('абв|где')
  const journal = disk.contents().get(`${base}.journal`) ?? new Uint8Array()
  expect(journal.length).toBeGreaterThan(60)
  for (let length = 0; length < journal.length; length += 1) {
    const torn = changed(disk, `${base}.journal`, (all) => all.slice(0, length))
    const read = readJournal(journal.subarray(0, length))
    const stored = await open(torn)
    expect(textOf(stored)).toBe('абвгде'.slice(0, 3 + read.entries.length))
    expect(stored.notices).toHaveLength(read.sound < length ? 1 : 0)
    if (read.sound < length) expect(torn.contents().get(`${base}.journal.damaged`)).toEqual(journal.slice(read.sound, length))
    stored.doc.getText('deck').insert(0, '!')
    await stored.saved()
    const again = await open(torn.afterPowerCut('least', 1))
    expect(textOf(again)).toBe(`!${textOf(stored).slice(1)}`)
    expect(again.notices).toEqual([])
  }
})

test('S6: a journal with any bit turned opens with the edits before it, and its bytes are kept', async () => {
  const disk = await written('абв|где')
  const journal = disk.contents().get(`${base}.journal`) ?? new Uint8Array()
  for (let bit = 0; bit < journal.length * 8; bit += 1) {
    const spoilt = changed(disk, `${base}.journal`, flip(bit))
    const stored = await open(spoilt)
    expect('абвгде'.startsWith(textOf(stored))).toBe(true)
    expect(textOf(stored).length).toBeGreaterThanOrEqual(3)
    expect(stored.notices).toHaveLength(1)
    const sound = readJournal(flip(bit)(journal)).sound
    expect(has(spoilt, flip(bit)(journal).subarray(sound))).toBe(true)
  }
})

test('S4: a snapshot damaged at any byte is set aside; the text comes back whole from the copy and the journals', async () => {
  for (const [text, whole] of [
    ['абв|где|жз', 'абвгдежз'],
    ['абв|где|', 'абвгде'],
    // Folded once only: there is no copy, and the journal before is all there is.
    ['абв|где', 'абвгде'],
    ['абв|', 'абв'],
  ] as const) {
    const disk = await written(text)
    const snapshot = disk.contents().get(`${base}.json`) ?? new Uint8Array()
    for (let bit = 5; bit < snapshot.length * 8; bit += 31) {
      const spoilt = changed(disk, `${base}.json`, flip(bit))
      const damaged = spoilt.contents().get(`${base}.json`) ?? new Uint8Array()
      const stored = await open(spoilt).catch((error: unknown) => error)
      if (!(stored instanceof Error) && typeof stored === 'object' && stored !== null && 'doc' in stored) {
        const document = stored as StoredDocument
        expect(textOf(document)).toBe(whole)
        // A bit of the derived half, or of white space, may be turned without anything being wrong with the state.
        if (document.notices.length > 0) expect(spoilt.contents().get(`${base}.json.damaged`)).toEqual(damaged)
      } else {
        // The digit of the version may turn into a higher one: then it looks like a newer program's, and is left alone.
        expect(String(stored)).toMatch(/более новой версией/)
        expect(spoilt.contents().get(`${base}.json`)).toEqual(damaged)
      }
    }
  }
})

test('S4: after a repair the text survives the next damage too', async () => {
  const disk = await written('абв|где|жз')
  let spoilt = changed(disk, `${base}.json`, (all) => all.slice(0, 50))
  for (let round = 1; round <= 3; round += 1) {
    const stored = await open(spoilt)
    expect(textOf(stored)).toBe(`${'!'.repeat(round - 1)}абвгдежз`)
    stored.doc.getText('deck').insert(0, '!')
    await stored.saved()
    if (round === 2) await stored.compact()
    await stored.close()
    spoilt = changed(spoilt, `${base}.json`, (all) => all.slice(0, 50))
  }
  expect([...spoilt.contents().keys()].filter((path) => path.includes('.damaged'))).toHaveLength(3)
})

test('S4: a repair that is cut short at any step loses nothing', async () => {
  const disk = changed(await written('абв|где|жз'), `${base}.json`, (all) => all.slice(0, 50))
  const left: ForgetfulFiles[] = []
  const running = disk.afterKill({
    watch: ({ number }) => left.push(running.afterPowerCut(number % 2 ? 'least' : 'subset', number, {})),
  })
  await open(running)
  expect(left.length).toBeGreaterThan(20)
  for (const one of left) expect(textOf(await open(one))).toBe('абвгдежз')
})

test('S4: a journal without the snapshot it builds upon is refused, never shown as a shorter text', async () => {
  const disk = await written('абв|где|жз')
  for (const path of [`${base}.json`, `${base}.json.previous`, `${base}.journal.previous`]) await disk.files.remove(path)
  const before = disk.contents()
  await expect(open(disk)).rejects.toThrow(DamagedFile)
  expect(disk.contents()).toEqual(before)
})

test('S4: nor is one whose updates would apply without it', async () => {
  const disk = await written('абв|')
  const stored = await open(disk)
  stored.doc.getMap('meta').set('new', 1)
  await stored.saved()
  for (const path of [`${base}.json`, `${base}.journal.previous`]) await disk.files.remove(path)
  await expect(open(disk)).rejects.toThrow(DamagedFile)
})

test('S4: opening for reading repairs in memory and touches nothing', async () => {
  const disk = changed(await written('абв|где|жз'), `${base}.json`, (all) => all.slice(0, 50))
  const before = disk.contents()
  const stored = await open(disk, true)
  expect(textOf(stored)).toBe('абвгдежз')
  expect(stored.notices).toHaveLength(1)
  expect(disk.contents()).toEqual(before)
})

test('S4: of a damaged record the copy before it is read, and what was set aside is never written over', async () => {
  const disk = forgetfulFiles()
  disk.plant('/disk/records/other.txt', '')
  const told: [string, boolean][] = []
  const openAll = () => openRecordStore(disk.files, '/disk/records', workflowType, false, (...all) => told.push(all))
  const store = await openAll()
  await store.put('a', record(1))
  for (const round of [1, 2, 3]) {
    await (await openAll()).put('a', record(round + 1))
    disk.plant('/disk/records/a.json', `рваное ${round}`)
    expect((await openAll()).get('a')?.order).toBe(1)
    expect(told.pop()).toEqual(['/disk/records/a.json', true])
  }
  const aside = [...disk.contents()].filter(([path]) => path.includes('.damaged')).map(([, held]) => Buffer.from(held).toString())
  expect(aside).toEqual(['рваное 1', 'рваное 2', 'рваное 3'])
})

test('S4: a damaged record without a copy is left out, told, and not written over', async () => {
  const disk = forgetfulFiles()
  disk.plant('/disk/records/a.json', '{"schemaVersion": 1')
  disk.plant('/disk/records/b.json', JSON.stringify(record(1)))
  const told: [string, boolean][] = []
  const store = await openRecordStore(disk.files, '/disk/records', workflowType, false, (...all) => told.push(all))
  expect([...store.all().keys()]).toEqual(['b'])
  expect(told).toEqual([['/disk/records/a.json', false]])
  await expect(store.put('a', record(1))).rejects.toThrow(DamagedFile)
  expect(Buffer.from(disk.contents().get('/disk/records/a.json') ?? '').toString()).toBe('{"schemaVersion": 1')
})

test('S4: a file in a bad sector is read from its copy; a disk that does not answer damages nothing', async () => {
  const plant = (disk: ForgetfulFiles) => {
    disk.plant('/disk/a.json', JSON.stringify(record(2)))
    disk.plant('/disk/a.json.previous', JSON.stringify(record(1)))
    return disk
  }
  const sector = plant(forgetfulFiles({ fail: ({ call, path }) => (call === 'read' && path === '/disk/a.json' ? 'EIO' : null) }))
  expect((await readJsonFile(sector.files, '/disk/a.json', workflowType, false)).value?.order).toBe(1)
  const dead = plant(forgetfulFiles({ fail: ({ call }) => (call === 'read' ? 'EIO' : null) }))
  await expect(readJsonFile(dead.files, '/disk/a.json', workflowType, true)).rejects.toThrow('EIO')
  expect([...dead.contents().keys()]).toEqual(['/disk/a.json', '/disk/a.json.previous'])
  let hiccup = true
  const shaky = plant(
    forgetfulFiles({
      fail: ({ call }) => {
        if (call !== 'read' || !hiccup) return null
        hiccup = false
        return 'EIO'
      },
    }),
  )
  expect((await readJsonFile(shaky.files, '/disk/a.json', workflowType, true)).value?.order).toBe(2)
})
