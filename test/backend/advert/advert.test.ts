import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { advertApi } from '../../../src/shared/advert/api.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { preflightApi } from '../../../src/shared/preflight/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'

const drawn = async (width: number, height: number, colour = '#0a6'): Promise<string> =>
  (
    await sharp({ create: { width, height, channels: 3, background: colour } })
      .png()
      .toBuffer()
  ).toString('base64')

const withAdvert = async () => {
  const newsroom = await newNewsroom()
  const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 4 })
  const words = { advertiser: 'ООО «Вектор»', title: 'Окна для школы', columns: 2, modules: 4 }
  const { id } = await newsroom.must(advertApi.add, { ...words, issue: serial })
  const setFile = async (colour?: string) =>
    newsroom.must(advertApi.setFile, { advert: id, name: 'vector.png', bytes: await drawn(900, 600, colour) })
  const read = async () => {
    const found = (await newsroom.must(advertApi.list, { issue: serial })).find((advert) => advert.id === id)
    if (!found) throw new Error('the advert is gone')
    return found
  }
  const stand = (advert: string | null, id = 'z') => {
    const zone = { kind: 'advert' as const, id, column: 0, span: 2, row: 0, rows: 18, locked: false, advert }
    return newsroom.must(issueApi.arrange, { issue: serial, placements: {}, dummies: { 2: { template: null, zones: [zone] } } })
  }
  const codes = async () =>
    (await newsroom.must(preflightApi.run, { issue: serial, profile: null, file: false })).findings
      .map(({ rule }) => rule)
      .filter((rule) => rule.startsWith('A'))
  return { newsroom, serial, id, words, setFile, read, stand, codes }
}

describe('реклама', () => {
  it('A1 теряет утверждение, когда меняются слова или файл, и не получает его назад сама', async () => {
    const { newsroom, id, words, setFile, read } = await withAdvert()
    await setFile()
    await newsroom.must(advertApi.approve, { advert: id })
    expect(await read()).toMatchObject({ approval: 'approved', approvedBy: 'Главный редактор' })
    await newsroom.must(advertApi.update, { advert: id, order: { issue: (await read()).issue, page: 3, deadline: 5 } })
    expect((await read()).approval).toBe('approved')
    await newsroom.must(advertApi.update, { advert: id, words: { ...words, token: '', title: 'Двери' } })
    expect((await read()).approval).toBe('changed')
    await newsroom.must(advertApi.update, { advert: id, words: { ...words, token: '' } })
    expect((await read()).approval).toBe('changed')
    await newsroom.must(advertApi.approve, { advert: id })
    await setFile('#900')
    expect((await read()).approval).toBe('changed')
  })

  it('A2 утверждает только тот, кому можно, и только с файлом', async () => {
    const { newsroom, id, setFile, read } = await withAdvert()
    expect(await newsroom.call(advertApi.approve, { advert: id })).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    await setFile()
    expect(await newsroom.call(advertApi.approve, { advert: id }, 'никто')).toMatchObject({ failure: { code: 'forbidden' } })
    expect((await read()).approval).toBe('notApproved')
  })

  it('говорит, чего рекламе не хватает: места, файла, утверждения, срока', async () => {
    const { newsroom, serial, id, setFile, stand, codes } = await withAdvert()
    expect(await codes()).toContain('A10')
    await stand(id)
    expect(await codes()).toEqual(['A02'])
    await newsroom.must(advertApi.update, { advert: id, order: { issue: serial, page: null, deadline: 1 } })
    expect(await codes()).toEqual(['A02', 'A06'])
    await setFile()
    expect(await codes()).toEqual(['A03', 'A07'])
    await newsroom.must(advertApi.approve, { advert: id })
    expect(await codes()).toEqual(['A07'])
    await stand(null)
    expect(await codes()).toEqual(['A01', 'A10'])
  })

  it('A7 снятая не стоит нигде и в списке не значится', async () => {
    const { newsroom, serial, id, stand, codes } = await withAdvert()
    await stand(id)
    await newsroom.must(advertApi.withdraw, { advert: id, withdrawn: true })
    expect(await newsroom.must(advertApi.list, { issue: serial })).toEqual([])
    expect(await codes()).toEqual(['A01'])
    await newsroom.must(advertApi.withdraw, { advert: id, withdrawn: false })
    expect(await codes()).toEqual(['A02'])
  })

  it('A3 в печать идёт только утверждённая реклама', async () => {
    const { newsroom, serial, id, setFile, stand } = await withAdvert()
    await stand(id)
    const run = (draft: boolean) =>
      newsroom.call(exportApi.run, { issue: serial, to: 'print', file: null, pages: '2', draft, job: 'j' })
    expect(await run(false)).toMatchObject({
      failure: { code: 'notApproved', what: expect.stringContaining('нет файла рекламы') },
    })
    await setFile()
    expect(await run(false)).toMatchObject({ failure: { what: expect.stringContaining('не утверждена') } })
    expect(await run(true)).toMatchObject({ ok: true })
    await newsroom.must(advertApi.approve, { advert: id })
    expect(await run(false)).toMatchObject({ ok: true })
    await stand(null)
    expect(await run(false)).toMatchObject({ failure: { what: expect.stringContaining('не занято') } })
  })

  it('не берёт того, что не файл рекламы', async () => {
    const { newsroom, id } = await withAdvert()
    const bytes = Buffer.from('%PDF-1.7\nне PDF').toString('base64')
    const refused = await newsroom.call(advertApi.setFile, { advert: id, name: 'a.pdf', bytes })
    expect(refused).toMatchObject({ ok: false, failure: { code: 'invalidInput' } })
  })
})
