import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openNewsroom } from '../../../src/backend/newsroom.ts'
import { settingsType } from '../../../src/backend/settings/settings-type.ts'
import { readRecord } from '../../../src/backend/store/json-file.ts'
import { calendarApi } from '../../../src/shared/calendar/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { pageFormats, usualStyle } from '../../../src/shared/settings/page-style.ts'
import { staffApi } from '../../../src/shared/staff/api.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const old = join(import.meta.dirname, 'fixtures', 'settings-1.json')
const day = { plannedFor: '2026-11-25', pages: 2 }

describe('the style of a publication', () => {
  it('S9: settings without a style take the look pages had, and keep how their text was set', async () => {
    const stored: unknown = JSON.parse(await readFile(old, 'utf8'))
    const { publication } = readRecord(settingsType, stored)
    expect(publication.style).toEqual({ ...usualStyle, typography: 'tight' })
    expect(publication).toMatchObject({ name: 'Профсоюзная среда', runningNumber: 1294 })
    expect(readRecord(settingsType, { schemaVersion: 1, newsroom: 'a', publication: {} }).publication.style).toEqual(usualStyle)
  })

  it('S9: a folder with such settings opens', async () => {
    const { folder, backend, environment } = await newNewsroom()
    await backend.close()
    await writeFile(join(folder, 'settings.json'), await readFile(old))
    const opened = await openNewsroom(environment, folder, () => undefined)
    if (!opened.ok) throw new Error(opened.failure.what)
    expect(opened.value.settings.get().publication.style.typography).toBe('tight')
    await opened.value.close()
  })

  it('changes apart from the rest of the publication', async () => {
    const { must } = await newNewsroom()
    const style = { ...usualStyle, grid: { ...usualStyle.grid, columns: 4 as const } }
    await must(settingsApi.restyle, { style })
    const { publication } = await must(settingsApi.read, {})
    expect(publication.style).toEqual(style)
    await must(settingsApi.update, { publication: { ...publication, name: 'Другая' } })
    expect((await must(settingsApi.read, {})).publication).toMatchObject({ name: 'Другая', style })
  })

  it('is refused where it does not fit together, with what to do, and stays as it was', async () => {
    const { call, must } = await newNewsroom()
    const refused = await call(settingsApi.restyle, {
      style: { ...usualStyle, format: { ...usualStyle.format, ...pageFormats.a4 } },
    })
    expect(refused).toMatchObject({ ok: false, failure: { code: 'invalidInput', safe: 'Оформление осталось прежним.' } })
    if (refused.ok) return
    expect(refused.failure.what).toBe('5 колонок по 33,2 мм — узко для такого кегля: нужно не меньше 38,1 мм.')
    expect(refused.failure.todo).toMatch(/меньше колонок/)
    expect((await must(settingsApi.read, {})).publication.style).toEqual(usualStyle)
  })

  it('gives a new issue its columns, and refuses more than fit', async () => {
    const { call, must } = await newNewsroom()
    const grid = { ...usualStyle.grid, columns: 4 as const }
    await must(settingsApi.restyle, { style: { ...usualStyle, grid, format: { ...usualStyle.format, ...pageFormats.a4 } } })
    expect(await call(issueApi.create, { ...day, columns: 6 })).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
    const { serial } = await must(issueApi.create, { ...day, columns: null })
    expect((await must(issueApi.read, { issue: serial })).columns).toBe(4)
    const page = await must(layoutApi.page, { issue: serial, page: 1 })
    expect(page.width).toBeCloseTo((210 / 25.4) * 72, 6)
    expect((await must(layoutApi.input, { issue: serial })).style.grid.columns).toBe(4)
  })

  it('L110: only those who arrange pages change it', async () => {
    const { call, must } = await newNewsroom()
    const person = async (role: 'reporter' | 'layoutArtist') => (await must(staffApi.add, { name: role, roles: [role] })).id
    const style = { ...usualStyle, typography: 'tight' as const }
    expect(await call(settingsApi.restyle, { style }, await person('reporter'))).toMatchObject({
      ok: false,
      failure: { code: 'forbidden', safe: 'Ничего не изменено.' },
    })
    expect(await call(settingsApi.restyle, { style }, null)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect((await must(settingsApi.read, {})).publication.style).toEqual(usualStyle)
    await must(settingsApi.restyle, { style }, await person('layoutArtist'))
    expect((await must(settingsApi.read, {})).publication.style).toEqual(style)
  })

  it('L111: issues that are done keep their look, those in hand as was asked', async () => {
    const { must } = await newNewsroom()
    const issueOn = async (plannedFor: string) => (await must(issueApi.create, { plannedFor, pages: 2 })).serial
    const [out, kept, followed] = [await issueOn('2026-11-18'), await issueOn('2026-11-25'), await issueOn('2026-12-02')]
    await must(calendarApi.setPublished, { issue: out, at: Date.UTC(2026, 10, 18) })
    const styleIn = async (issue: string) => (await must(layoutApi.input, { issue })).style
    const small = { ...usualStyle, sizes: { ...usualStyle.sizes, deck: 10 } }
    await must(settingsApi.restyle, { style: small, keep: [kept] })
    expect([await styleIn(out), await styleIn(kept), await styleIn(followed)]).toEqual([usualStyle, usualStyle, small])
    expect(await must(settingsApi.restyled, {})).toEqual([
      { issue: kept, stories: 0, keeps: true },
      { issue: followed, stories: 0, keeps: false },
    ])
    // A look that is kept stays the one it was; an issue that is let go follows again.
    const large = { ...usualStyle, sizes: { ...usualStyle.sizes, deck: 13 } }
    await must(settingsApi.restyle, { style: large, keep: [followed] })
    expect([await styleIn(out), await styleIn(kept), await styleIn(followed)]).toEqual([usualStyle, large, small])
    // The pages themselves are of the look that was kept.
    const wide = { ...large, format: { ...large.format, width: 280 } }
    await must(settingsApi.restyle, { style: wide, keep: [] })
    expect((await must(layoutApi.page, { issue: out, page: 1 })).width).toBeCloseTo((297 / 25.4) * 72, 6)
    expect((await must(layoutApi.page, { issue: kept, page: 1 })).width).toBeCloseTo((280 / 25.4) * 72, 6)
  })

  it('L130: an issue that is done says what the newspaper said then, one in hand what it says now', async () => {
    const { must } = await newNewsroom()
    const out = (await must(issueApi.create, { plannedFor: '2026-11-18', pages: 2 })).serial
    const inHand = (await must(issueApi.create, { plannedFor: '2026-11-25', pages: 2 })).serial
    await must(settingsApi.restyle, { style: { ...usualStyle, typography: 'tight' }, keep: [inHand] })
    const rename = async (name: string) => {
      const { style: _style, ...publication } = (await must(settingsApi.read, {})).publication
      await must(settingsApi.update, { publication: { ...publication, name, imprint: [`Газета «${name}»`] } })
    }
    const saidIn = async (issue: string) => {
      const { name, imprint } = (await must(layoutApi.input, { issue })).furniture
      return [name, ...imprint]
    }
    await rename('Среда')
    await must(calendarApi.setPublished, { issue: out, at: Date.UTC(2026, 10, 18) })
    await rename('Четверг')
    expect([await saidIn(out), await saidIn(inHand)]).toEqual([
      ['Среда', 'Газета «Среда»'],
      ['Четверг', 'Газета «Четверг»'],
    ])
    await rename('Пятница')
    expect(await saidIn(out)).toEqual(['Среда', 'Газета «Среда»'])
    // It takes nothing but the words: the look that was kept stays.
    expect((await must(issueApi.read, { issue: inHand })).look).toEqual({ style: usualStyle, storyAddress: '' })
  })

  it('I01: only those who plan issues say what an imprint needs, and all else of the publication', async () => {
    const { call, must } = await newNewsroom()
    const reporter = (await must(staffApi.add, { name: 'Корреспондент', roles: ['reporter'] })).id
    const { style: _style, ...publication } = (await must(settingsApi.read, {})).publication
    const fewer = { publication: { ...publication, requiredLines: ['founder' as const] } }
    expect(await call(settingsApi.update, fewer, reporter)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(await call(settingsApi.update, { publication: { ...publication, motto: 'Слово' } }, reporter)).toMatchObject({
      ok: false,
      failure: { code: 'forbidden' },
    })
    await must(settingsApi.update, fewer)
    expect((await must(settingsApi.read, {})).publication.requiredLines).toEqual(['founder'])
  })

  it('L111: a look survives the closing of the folder', async () => {
    const { must, folder } = await newNewsroom()
    const { serial } = await must(issueApi.create, day)
    await must(settingsApi.restyle, { style: { ...usualStyle, typography: 'tight' }, keep: [serial] })
    await must(workspaceApi.close, {})
    await must(workspaceApi.open, { folder })
    expect((await must(issueApi.read, { issue: serial })).look).toEqual({ style: usualStyle, storyAddress: '' })
  })
})
