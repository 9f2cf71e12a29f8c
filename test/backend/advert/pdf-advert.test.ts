import { readFileSync } from 'node:fs'
import { cmyk, degrees, PDFDocument, rgb, StandardFonts } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { inspectDocument } from '../../../src/backend/export/document/inspect-document.ts'
import { tokensOf } from '../../../src/backend/export/document/operators.ts'
import { advertApi } from '../../../src/shared/advert/api.ts'
import { exportApi } from '../../../src/shared/export/api.ts'
import { issueApi } from '../../../src/shared/issue/api.ts'
import { preflightApi } from '../../../src/shared/preflight/api.ts'
import { newNewsroom } from '../../helpers/newsroom.ts'
import { hasTool, runOn } from '../export/tools.ts'

type Draw = (page: ReturnType<PDFDocument['addPage']>, document: PDFDocument) => Promise<void> | void

const pdf = async (draw: Draw, pages = 1): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  for (let at = 0; at < pages; at += 1) await draw(document.addPage([297, 400]), document)
  return document.save()
}

const plain: Draw = (page) => page.drawRectangle({ x: 10, y: 10, width: 277, height: 380, color: cmyk(0.8, 0.2, 0, 0.1) })

const remarksOf = async (bytes: Uint8Array): Promise<string> => {
  const facts = await inspectDocument(bytes)
  return typeof facts === 'string' ? facts : facts.remarks.map(({ text }) => text).join(' ')
}

describe('реклама в PDF', () => {
  it('A4 говорит о шрифтах, RGB, краске и лишних страницах', async () => {
    expect(await remarksOf(await pdf(plain))).toBe('')
    expect(await remarksOf(await pdf(plain, 3))).toContain('3 страницы')
    expect(await remarksOf(await pdf((page) => page.drawCircle({ x: 90, y: 90, size: 50, color: rgb(1, 0, 0) })))).toContain(
      'RGB',
    )
    expect(await remarksOf(await pdf((page) => page.drawCircle({ x: 90, y: 90, size: 50, color: cmyk(1, 1, 1, 1) })))).toContain(
      '400 %',
    )
    const withText: Draw = async (page, document) =>
      page.drawText('Text', { font: await document.embedFont(StandardFonts.Helvetica), color: cmyk(0, 0, 0, 1) })
    expect(await remarksOf(await pdf(withText))).toContain('Helvetica')
  })

  it('A11: RGB и невнедрённые шрифты закрывают дорогу в типографию до записи файла, лишние страницы — нет', async () => {
    const newsroom = await newNewsroom()
    const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 2 })
    const { id } = await newsroom.must(advertApi.add, {
      advertiser: 'ООО «Вектор»',
      title: '',
      columns: 2,
      modules: 4,
      issue: serial,
    })
    const zone = { kind: 'advert' as const, id: 'z', column: 0, span: 2, row: 0, rows: 18, locked: false, advert: id }
    await newsroom.must(issueApi.arrange, { issue: serial, placements: {}, dummies: { 2: { template: null, zones: [zone] } } })
    const found = async (bytes: Uint8Array) => {
      await newsroom.must(advertApi.setFile, { advert: id, name: 'v.pdf', bytes: Buffer.from(bytes).toString('base64') })
      const { findings } = await newsroom.must(preflightApi.run, { issue: serial, profile: null, file: false })
      return findings.flatMap(({ rule, severity, overridable }) =>
        ['A08', 'A11'].includes(rule) ? [`${rule} ${severity} ${overridable}`] : [],
      )
    }
    expect(await found(await pdf(plain))).toEqual([])
    const red: Draw = (page) => page.drawCircle({ x: 90, y: 90, size: 50, color: rgb(1, 0, 0) })
    expect(await found(await pdf(red))).toEqual(['A11 error false'])
    expect(await found(await pdf(plain, 3))).toEqual(['A08 warning true'])
  })

  it('A4 не берёт закрытых, пустых и оборванных', async () => {
    const whole = await pdf(plain)
    expect(await inspectDocument(whole.slice(0, 40))).toBe('файл не читается как PDF')
    expect(await inspectDocument(Buffer.from('%PDF-1.7 нет'))).toBe('файл не читается как PDF')
    const locked = await PDFDocument.create()
    locked.addPage([100, 100])
    locked.encrypt({ userPassword: 'тайна', ownerPassword: 'тайна' })
    expect(await inspectDocument(await locked.save())).toBe('PDF закрыт паролем')
  })

  it('A4 читает страницу так, как её видят: обрезанной и повёрнутой', async () => {
    const turned = await pdf((page) => {
      page.setTrimBox(10, 20, 200, 300)
      page.setRotation(degrees(90))
    })
    expect(await inspectDocument(turned)).toMatchObject({ width: 300, height: 200 })
  })

  it('A4 не путает операторы с тем, что стоит в текстах и снимках', () => {
    const content = '1 0 0 rg (0 0 1 RG \\) k) Tj /Name gs % 1 1 1 1 k\nBI /W 1 ID \u0001 k \nEI Q <48656C> Tj'
    const operators = [...tokensOf(Buffer.from(content, 'latin1'))].flatMap((token) =>
      token.kind === 'operator' ? [token.text] : [],
    )
    expect(operators).toEqual(['rg', 'Tj', 'gs', 'BI', 'ID', 'Q', 'Tj'])
  })

  it('A5, A6 стоит в файле как есть; метка — только в PDF для сети', async () => {
    const newsroom = await newNewsroom()
    const { serial } = await newsroom.must(issueApi.create, { plannedFor: '2026-11-25', pages: 4 })
    const words = { advertiser: 'ООО «Вектор»', title: 'Окна', columns: 2, modules: 4 }
    const { id } = await newsroom.must(advertApi.add, { ...words, issue: serial })
    await newsroom.must(advertApi.update, { advert: id, words: { ...words, token: '2VtzqvX' } })
    const bytes = Buffer.from(await pdf(plain)).toString('base64')
    await newsroom.must(advertApi.setFile, { advert: id, name: 'vector.pdf', bytes })
    await newsroom.must(advertApi.approve, { advert: id })
    const zone = { kind: 'advert' as const, id: 'z', column: 0, span: 2, row: 0, rows: 18, locked: false, advert: id }
    await newsroom.must(issueApi.arrange, { issue: serial, placements: {}, dummies: { 2: { template: null, zones: [zone] } } })
    const exported = async (to: 'print' | 'web') => {
      const outcome = await newsroom.must(exportApi.run, { issue: serial, to, file: null, pages: '2', draft: false, job: to })
      const bytes = readFileSync(outcome.files[0] ?? '')
      const read = await PDFDocument.load(bytes)
      const forms = read.context
        .enumerateIndirectObjects()
        .filter(([, object]) => 'dict' in object && /\/Subtype \/Form/.test(String(object.dict)))
      return { bytes, forms: forms.length }
    }
    const print = await exported('print')
    expect(print.forms).toBe(1)
    if (hasTool('qpdf')) expect(runOn(print.bytes, 'qpdf', ['--check', 'FILE'])).toContain('No syntax or stream encoding errors')
    if (hasTool('pdftotext')) expect(runOn(print.bytes, 'pdftotext', ['FILE', '-'])).not.toContain('2VtzqvX')
    const web = await exported('web')
    expect(web.forms).toBe(1)
    if (hasTool('pdftotext')) expect(runOn(web.bytes, 'pdftotext', ['FILE', '-'])).toContain('2VtzqvX')
  })
})
