import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openNewsroom } from '../../../src/backend/newsroom.ts'
import { settingsType } from '../../../src/backend/settings/settings-type.ts'
import { readRecord } from '../../../src/backend/store/json-file.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { layoutApi } from '../../../src/shared/layout/api.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { pageFormats, usualStyle } from '../../../src/shared/settings/page-style.ts'
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
})
