import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { exportName } from '../../../src/backend/export/target-file.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { newspaperPrinter } from '../../../src/shared/export/printer-profile.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
import { profile } from './handmade.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const changed = (change: (bytes: Buffer) => void): Uint8Array => {
  const bytes = Buffer.from(profile)
  change(bytes)
  return bytes
}

const refusals: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string])[] = [
  ['too small', () => profile.slice(0, 100), 'слишком мал'],
  [
    'a picture',
    () =>
      sharp({ create: { width: 80, height: 80, channels: 3, background: '#fff' } })
        .png()
        .toBuffer(),
    'не профиль ICC',
  ],
  ['cut short', () => profile.slice(0, -100), 'оборван'],
  ['for screens', () => changed((bytes) => bytes.write('RGB ', 16, 'latin1')), 'профиль RGB'],
  ['of a scanner', () => changed((bytes) => bytes.write('scnr', 12, 'latin1')), 'не профиль печати'],
  ['of version 5', () => changed((bytes) => bytes.writeUInt8(5, 8)), 'версии новее 4'],
  ['damaged in its table', () => changed((bytes) => bytes.writeUInt32BE(0x7fffffff, 128 + 4 + 8)), 'не сходится'],
]

describe('a colour profile', () => {
  test.each(refusals)('that is %s is refused with what is safe and what to do', async (_, make, why) => {
    const { call, folder } = await newNewsroom()
    const outcome = await call(exportApi.addColourProfile, { name: 'бумага.icc', bytes: base64(await make()) })
    expect(outcome).toMatchObject({
      ok: false,
      failure: {
        code: 'invalidInput',
        what: expect.stringContaining(why),
        safe: expect.stringContaining('не изменены'),
        todo: expect.stringContaining('типографии'),
      },
    })
    expect(await readdir(folder)).not.toContain('profiles')
  })

  test('that is sound is kept under its hash and can be printed with', async () => {
    const { must, call, folder } = await newNewsroom()
    const added = await must(exportApi.addColourProfile, { name: 'бумага.icc', bytes: base64(profile) })
    expect(await readdir(join(folder, 'profiles'))).toEqual([`${added.hash}.icc`])
    expect(added.name).toContain('TAC240')
    const printer = { ...newspaperPrinter, id: 'own', colours: { kind: 'imported' as const, ...added } }
    await must(exportApi.savePrinter, { profile: printer, usual: true })
    expect(await must(exportApi.printers, {})).toEqual({ usual: 'own', profiles: [newspaperPrinter, printer] })
    const missing = { ...printer, colours: { ...printer.colours, hash: '0'.repeat(64) } }
    expect(await call(exportApi.savePrinter, { profile: missing, usual: false })).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    })
  })
})

describe('printers', () => {
  test('one always stays, and another becomes the usual one', async () => {
    const { must, call } = await newNewsroom()
    expect(await call(exportApi.removePrinter, { id: 'newspaper' })).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    await must(exportApi.savePrinter, { profile: { ...newspaperPrinter, id: 'second' }, usual: false })
    await must(exportApi.removePrinter, { id: 'newspaper' })
    expect((await must(exportApi.printers, {})).usual).toBe('second')
  })
})

describe('names of files', () => {
  const issue = {
    serial: '47 (1295)',
    plannedFor: '2026-11-25',
    ...{ pages: 8, columns: 5 as const, status: 'planned' as const, placements: {}, dummies: {} },
  }
  const name = (fileName: string, page: number | null, pages: readonly number[] | null = null) =>
    exportName('Моя газета', { issue, to: 'print', printer: { ...newspaperPrinter, fileName }, pages, draft: false }, page)

  test.each([
    ['{газета} {номер}-{сквозной} {дата}', null, 'Моя-газета-47-1295-2026-11-25'],
    ['{дата}_{полоса}', 3, '2026-11-25_03'],
    ['{номер}', 12, '47-12'],
    ['../../{номер}', null, '47'],
    ['{неизвестно}', null, '{неизвестно}'],
    ['///', null, '2026-11-25'],
  ])('%s, page %j', (pattern, page, expected) => {
    expect(name(pattern, page)).toBe(expected)
  })

  test('a part of an issue never takes the name of the whole', () => {
    expect(name('{дата}', null, [1, 3])).toBe('2026-11-25-p1-3')
  })
})
