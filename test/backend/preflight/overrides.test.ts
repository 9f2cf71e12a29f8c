import { describe, expect, test } from 'vitest'
import { articleApi } from '../../../src/shared/article/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { preflightApi } from '../../../src/shared/preflight/api.ts'
import { blocks, type Finding } from '../../../src/shared/preflight/finding.ts'
import { settingsApi } from '../../../src/shared/settings/api.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'
import { workspaceApi } from '../../../src/shared/workspace/api.ts'
import { newNewsroom, type TestNewsroom } from '../../helpers/newsroom.ts'

/** A newsroom with an issue of two pages and one article that is not approved. */
const office = async () => {
  const newsroom = await newNewsroom()
  const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 2, columns: 5 })
  const { id } = await newsroom.must(articleApi.create, { headline: 'Зарплата' })
  await newsroom.must(issueApi.place, { issue: serial, article: id, page: 1, before: null })
  return { newsroom, serial, id }
}

const check = async (newsroom: TestNewsroom, issue: string, file = false) =>
  (await newsroom.must(preflightApi.run, { issue, profile: null, file })).findings

const first = (findings: readonly Finding[], rule: Finding['rule']): Finding => {
  const found = findings.find((each) => each.rule === rule)
  if (!found) throw new Error(`no ${rule}`)
  return found
}

const reason = 'газета выходит без регистрации'

describe('the preflight of an issue', () => {
  test('R01: an article that is not approved blocks, with the way to it', async () => {
    const { newsroom, serial, id } = await office()
    const found = first(await check(newsroom, serial), 'R01')
    expect(found).toMatchObject({ page: 1, severity: 'error', overridable: false, object: { kind: 'article', id } })
    expect(blocks(found)).toBe(true)
  })

  test('V5: the written file is checked too and has nothing wrong', async () => {
    const { newsroom, serial } = await office()
    const findings = await check(newsroom, serial, true)
    expect(findings.filter(({ rule }) => /^[XSN]/.test(rule)).map(({ rule }) => rule)).toEqual(['N14'])
  })

  test('N01: a format that the printer does not cut is told once, with and without the file', async () => {
    const { newsroom, serial } = await office()
    const format = { ...usualStyle.format, width: 280, height: 400 }
    await newsroom.must(settingsApi.restyle, { style: { ...usualStyle, format } })
    for (const file of [false, true]) {
      const found = (await check(newsroom, serial, file)).filter(({ rule }) => rule === 'N01')
      expect(found).toMatchObject([{ page: null, severity: 'error', message: expect.stringContaining('280 × 400 мм') }])
    }
  })

  test('an issue or a printer that is not there is refused', async () => {
    const { newsroom, serial } = await office()
    expect(await newsroom.call(preflightApi.run, { issue: '1 (1)' })).toMatchObject({ ok: false, failure: { code: 'notFound' } })
    expect(await newsroom.call(preflightApi.run, { issue: serial, profile: 'нет' })).toMatchObject({
      ok: false,
      failure: { code: 'notFound' },
    })
  })
})

describe('letting pass', () => {
  test('V3: is on the disk with who, when and why, and is there after the folder was opened again', async () => {
    const { newsroom, serial } = await office()
    const found = first(await check(newsroom, serial), 'I01')
    await newsroom.must(preflightApi.override, { issue: serial, findings: [found], reason })
    const [record] = (await check(newsroom, serial)).filter(({ hash }) => hash === found.hash)
    expect(record?.override).toMatchObject({ person: 'editorInChief', name: 'Главный редактор', reason, message: found.message })
    await newsroom.must(workspaceApi.close, {})
    await newsroom.must(workspaceApi.open, { folder: newsroom.folder })
    const again = (await check(newsroom, serial)).find(({ hash }) => hash === found.hash)
    expect(again?.override).toEqual(record?.override)
  })

  test('V3: nobody in particular, and an error for which there is no way, are refused', async () => {
    const { newsroom, serial } = await office()
    const findings = await check(newsroom, serial)
    const override = (rule: Finding['rule'], person: string | null) =>
      newsroom.call(preflightApi.override, { issue: serial, findings: [first(findings, rule)], reason }, person)
    expect(await override('I01', null)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(await override('I01', 'никто')).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(await override('R01', 'editorInChief')).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    const noReason = { issue: serial, findings: [first(findings, 'I01')], reason: '  ' }
    expect(await newsroom.call(preflightApi.override, noReason)).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
    expect((await check(newsroom, serial)).every((each) => each.override === null)).toBe(true)
  })

  test('V4: lapses when what it is about changes, and comes back with it', async () => {
    const { newsroom, serial } = await office()
    const found = first(await check(newsroom, serial), 'I01')
    await newsroom.must(preflightApi.override, { issue: serial, findings: [found], reason })
    const { publication } = await newsroom.must(settingsApi.read, {})
    await newsroom.must(settingsApi.update, { publication: { ...publication, imprint: ['Телефон: 8 (000) 000-00-00'] } })
    expect((await check(newsroom, serial)).every(({ override }) => override === null)).toBe(true)
    await newsroom.must(settingsApi.update, { publication })
    expect((await check(newsroom, serial)).filter(({ override }) => override !== null)).toHaveLength(1)
  })

  test('can be taken back', async () => {
    const { newsroom, serial } = await office()
    const found = first(await check(newsroom, serial), 'I01')
    await newsroom.must(preflightApi.override, { issue: serial, findings: [found], reason })
    await newsroom.must(preflightApi.withdraw, { issue: serial, hash: found.hash })
    expect((await check(newsroom, serial)).every(({ override }) => override === null)).toBe(true)
  })
})
