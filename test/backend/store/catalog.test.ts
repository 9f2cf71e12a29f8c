import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Catalog, openCatalog } from '../../../src/backend/store/catalog.ts'
import type { CatalogType } from '../../../src/backend/store/catalog-rows.ts'
import { type Column, number, text } from '../../../src/backend/store/columns.ts'
import { type ForgetfulFiles, forgetfulFiles } from '../../helpers/forgetful-files.ts'

interface Entry {
  readonly title: string
  readonly order: number
}

const folder = '/room/catalog/things'

/** A column that tells of each value it decodes. */
const watched = <V>(column: Column<V>, decoded: (value: V) => void): Column<V> => ({
  ...column,
  open: (bytes, rows) => {
    const values = column.open(bytes, rows)
    const tell = (value: V): V => {
      decoded(value)
      return value
    }
    return values && { at: (row) => tell(values.at(row)), range: (from, to) => values.range(from, to).map(tell) }
  },
})

const typeOf = (decoded: (value: string | number) => void = () => undefined): CatalogType<Entry, Entry> => ({
  version: 1,
  columns: { title: watched(text, decoded), order: watched(number, decoded) },
  rank: ({ order }) => order,
  toCells: (entry) => entry,
  fromCells: (cell) => ({ title: cell('title'), order: cell('order') }),
})

const open = ({ files }: ForgetfulFiles, type = typeOf()): Promise<Catalog<Entry, Entry>> =>
  openCatalog({ files, folder, type, readOnly: false, log: (line) => expect(line).toBe('') })

const contents = (catalog: Catalog<Entry, Entry>) => new Map(catalog.ids().map((id) => [id, catalog.get(id)]))

describe('a catalog', () => {
  it('C1: decodes nothing but the ids on opening, then only the cells that are asked for', async () => {
    const disk = forgetfulFiles()
    const first = await open(disk)
    for (const [id, order] of Object.entries({ a: 1, b: 2, c: 3 })) first.set(id, { title: `№ ${order}`, order })
    await first.close()
    const decoded: (string | number)[] = []
    const second = await open(
      disk,
      typeOf((value) => decoded.push(value)),
    )
    expect(second.ids()).toEqual(['a', 'b', 'c'])
    expect(decoded).toEqual([])
    second.scan((_id, cell) => cell('order'))
    expect(decoded.splice(0)).toEqual([1, 2, 3])
    expect(second.cell('b', 'title')).toBe('№ 2')
    expect(second.get('c')).toEqual({ title: '№ 3', order: 3 })
    expect(decoded).toEqual(['№ 2', '№ 3', 3])
  })

  it('says the same of every row by get, cell and scan, through any changes, savings and openings', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'ё')
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ id, entry: fc.record({ title: fc.string({ unit: 'binary' }), order: fc.nat() }) }) },
      { weight: 2, arbitrary: fc.record({ id, entry: fc.constant(null) }) },
      { weight: 1, arbitrary: fc.constant('save' as const) },
      { weight: 1, arbitrary: fc.constant('reopen' as const) },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const disk = forgetfulFiles()
        const expected = new Map<string, Entry>()
        let catalog = await open(disk)
        for (const now of steps) {
          if (now === 'save') await catalog.save()
          else if (now === 'reopen') {
            await catalog.close()
            catalog = await open(disk)
          } else {
            catalog.set(now.id, now.entry)
            if (now.entry) expected.set(now.id, now.entry)
            else expected.delete(now.id)
          }
          const scanned = new Map<string, Entry>()
          catalog.scan((of, cell) => scanned.set(of, { title: cell('title'), order: cell('order') }))
          expect(scanned).toEqual(expected)
          expect(contents(catalog)).toEqual(expected)
          expect(catalog.size()).toBe(expected.size)
          for (const of of 'abcdё') expect(catalog.cell(of, 'title')).toBe(expected.get(of)?.title ?? null)
        }
        await catalog.close()
      }),
    )
  })

  it('hears what each id was before and is now', async () => {
    const disk = forgetfulFiles()
    const catalog = await open(disk)
    const heard: unknown[] = []
    catalog.subscribe((...change) => heard.push(change))
    const [before, after] = [
      { title: 'до', order: 1 },
      { title: 'после', order: 1 },
    ]
    for (const entry of [before, before, after, null, null]) catalog.set('a', entry)
    expect(heard).toEqual([
      ['a', null, before],
      ['a', before, after],
      ['a', after, null],
    ])
    await catalog.close()
  })
})
