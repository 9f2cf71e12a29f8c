import { describe, expect, test } from 'vitest'
import { imprintFindings } from '../../../src/backend/preflight/page/imprint.ts'
import { layoutFindings } from '../../../src/backend/preflight/page/layout-findings.ts'
import { checkPageCount, checkPages } from '../../../src/backend/preflight/page/pages.ts'
import { checkResolutions } from '../../../src/backend/preflight/page/photos.ts'
import type { IssueLayout } from '../../../src/layout/input.ts'
import { newspaperPrinter } from '../../../src/shared/export/printer-profile.ts'
import { type DiagnosticCode, diagnosticCodes } from '../../../src/shared/layout/api.ts'
import type { ImageItem } from '../../../src/shared/layout/display.ts'
import { countFindings, type Finding, mayOverride } from '../../../src/shared/preflight/finding.ts'
import { publicationSchema } from '../../../src/shared/settings/settings.ts'
import { furniture, line, pageOf, part, textPage } from '../export/handmade.ts'

const imprint = [
  'Газета «Профсоюзная среда». Учредитель: Профсоюз. Издатель: Дом печати',
  'Главный редактор: И. И. Иванова',
  'Адрес редакции и издателя: 101000, г. Москва, Учебный проезд, д. 1',
  'Подписано в печать: по графику в 18:00, фактически в 18:05',
  'Отпечатано: типография «Пример», 101000, г. Москва, ул. Первая, д. 2. Тираж 10 000 экз. Цена свободная. 12+',
  'Свидетельство о регистрации ПИ № ФС 77-00000',
]
const drawn = pageOf(8, [line('Учредитель: Профсоюз', { x: 40, y: 1100, tag: furniture('imprint') })])
const said = (lines: readonly string[], last = drawn, requiredLines?: readonly string[]) =>
  imprintFindings(publicationSchema.parse({ imprint: [...lines], requiredLines }), '47 (1295)', last)

describe('the imprint', () => {
  test('that says all the law asks for is left alone', () => {
    expect(said(imprint)).toEqual([])
  })

  test.each([
    ['Учредитель: Профсоюз. ', 'учредитель'],
    ['Издатель: Дом печати', 'издатель'],
    ['И. И. Иванова', 'фамилия и инициалы главного редактора'],
    ['фактически в 18:05', 'время подписания'],
    ['Тираж 10 000 экз.', 'тираж'],
    ['Цена свободная.', 'цена'],
    ['редакции и ', 'адрес редакции'],
    [' и издателя', 'адрес издателя'],
    [', 101000, г. Москва, ул. Первая, д. 2', 'адрес типографии'],
    ['12+', 'знак информационной продукции'],
    [imprint[5] ?? '', 'сведения о регистрации'],
  ])('I01: without «%s» the line is named', (left, name) => {
    const found = said(imprint.map((text) => text.replace(left, '')))
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([['I01', expect.stringContaining(name)]])
  })

  test('I02: an age mark that does not exist', () => {
    expect(said(imprint.map((text) => text.replace('12+', '13+'))).map(({ rule }) => rule)).toEqual(['I02'])
  })

  test('I01: an empty imprint lacks everything', () => {
    expect(said([]).map(({ rule }) => rule)).toEqual(Array.from({ length: 12 }, () => 'I01'))
  })

  test('I01: what the publication does not require may be missing', () => {
    expect(said([], drawn, [])).toEqual([])
    expect(said([], drawn, ['price', 'founder']).map(({ message }) => message)).toEqual([
      expect.stringContaining('учредитель'),
      expect.stringContaining('цена'),
    ])
  })

  test('I03: an imprint that is not on the last page', () => {
    expect(said(imprint, pageOf(8, [])).map(({ rule }) => rule)).toEqual(['I03'])
  })

  test('I04: the number of another issue', () => {
    expect(said([...imprint, '№ 46 (1294) от 18 ноября 2026 года']).map(({ rule }) => rule)).toEqual(['I04'])
    expect(said([...imprint, '№ 47 (1295) от 25 ноября 2026 года'])).toEqual([])
  })
})

const photo = (width: number): ImageItem => ({
  kind: 'image',
  x: 40,
  y: 300,
  width,
  height: width / 2,
  media: 'm',
  crop: { x: 0, y: 0, width: 1, height: 1 },
  alternative: '',
  tag: part('a1', 'photo', 4),
})
const facts = { width: 1000, height: 500, name: 'Митинг.jpg' }
const resolutionRules = (width: number) =>
  checkResolutions([pageOf(1, [photo(width)])], () => facts, newspaperPrinter).map(({ rule }) => rule)

describe('pages', () => {
  test('with text inside the trim are left alone', () => {
    expect(checkPages([textPage(1), textPage(2)])).toEqual([])
    expect(checkPageCount(16)).toEqual([])
  })

  test('N13: a line beyond the trim is named with its place', () => {
    const [found] = checkPages([pageOf(1, [line('За краем', { x: 820, y: 100, tag: part('a1', 'body', 1) })])])
    expect(found).toMatchObject({ rule: 'N13', page: 1, object: { kind: 'article', id: 'a1', area: { x: 820 } } })
  })

  test('N14: a page without stories', () => {
    expect(checkPages([pageOf(3, [])])).toMatchObject([{ rule: 'N14', page: 3 }])
  })

  test('N15: an odd number of pages', () => {
    expect(checkPageCount(15)).toMatchObject([{ rule: 'N15', page: null }])
  })

  test.each([
    [360, []],
    [361, ['N08w']],
    [480, ['N08w']],
    [481, ['N08']],
  ])('N08: a photo of 1000 pixels over %d points', (width, rules) => {
    expect(resolutionRules(width)).toEqual(rules)
  })

  test('N08: the limits are the printer’s', () => {
    const strict = { ...newspaperPrinter, resolution: { least: 250, good: 300 } }
    expect(checkResolutions([pageOf(1, [photo(360)])], () => facts, strict)).toMatchObject([{ rule: 'N08' }])
  })
})

const layoutWith = (more: Partial<IssueLayout>): IssueLayout => ({ pages: [textPage(1)], fits: [], diagnostics: [], ...more })
const diagnostic = (code: DiagnosticCode, page: number | null = 1) => ({
  ...{ code, page, severity: 'error' as const, article: 'a1' },
  ...{ message: 'что-то', hint: 'исправьте' },
})

describe('what the layout says', () => {
  test.each(diagnosticCodes.filter((code) => code !== 'coarsePhoto' && code !== 'missingPhoto'))(
    'of «%s» is one finding with the story it is about',
    (code) => {
      const found = layoutFindings(layoutWith({ diagnostics: [diagnostic(code)] }), [1], () => '')
      expect(found).toMatchObject([{ page: 1, object: { kind: 'article', id: 'a1' }, message: 'Что-то.', todo: 'Исправьте.' }])
    },
  )

  test('of other pages is left out, of the whole issue is not', () => {
    const diagnostics = [diagnostic('overset', 2), diagnostic('misplaced', null)]
    expect(layoutFindings(layoutWith({ diagnostics }), [1], () => '').map(({ rule }) => rule)).toEqual(['T05'])
  })

  test('T01: overset nobody speaks of is found all the same', () => {
    const fits = [{ article: 'a1', page: 1, continuation: null, lines: 100, overset: 3, end: null }]
    expect(layoutFindings(layoutWith({ fits }), [1], () => '«Зарплата»')).toMatchObject([
      { rule: 'T01', message: 'Хвост 3 строки: «Зарплата».' },
    ])
  })
})

describe('letting pass', () => {
  test('V3: errors are for those who answer for the issue, warnings also for those who make it', () => {
    expect(mayOverride('error', ['issueEditor'])).toBe(true)
    expect(mayOverride('error', ['layoutArtist', 'reporter'])).toBe(false)
    expect(mayOverride('warning', ['layoutArtist'])).toBe(true)
    expect(mayOverride('warning', ['reporter'])).toBe(false)
  })

  test('counts what is open and what was let pass', () => {
    const finding = (severity: Finding['severity'], passed: boolean): Finding => ({
      rule: 'T01',
      severity,
      page: 1,
      object: { kind: 'page', id: null, article: null, area: null },
      message: '',
      todo: '',
      overridable: true,
      hash: '',
      override: passed ? { rule: 'T01', hash: '', page: 1, message: '', reason: '', person: '', name: '', at: 0 } : null,
    })
    expect(countFindings([finding('error', false), finding('error', true), finding('warning', false)])).toEqual({
      errors: 1,
      warnings: 1,
      overridden: 1,
    })
  })
})
