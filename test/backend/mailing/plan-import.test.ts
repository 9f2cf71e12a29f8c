import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storeZip } from '../../../src/backend/article/import/zip.ts'
import { planImport } from '../../../src/backend/mailing/plan-import.ts'
import { readCsv } from '../../../src/backend/mailing/table/read-csv.ts'
import { readTable } from '../../../src/backend/mailing/table/read-table.ts'
import { csvTable } from '../../../src/shared/language/csv.ts'
import type { Organisation } from '../../../src/shared/mailing/address-book.ts'
import { codeOf, value } from '../../helpers/publishing.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const planned = (bytes: Uint8Array, present: readonly Organisation[] = []) => {
  let ids = 0
  const newId = () => {
    ids += 1
    return `n${ids}`
  }
  return planImport(value(readTable('адреса.csv', bytes)), present, 1000, newId)
}

const table = [
  'Организация;Регион;Федеральный округ;Электронная почта;Телефон',
  'Тульская организация;Тульская область;Центральный;tula@eseur.example, tula2@eseur.example;1',
  'Омская организация;Омская область;Сибирский;omsk@eseur.example;2',
  ';;;;',
  'Без почты;;;;3',
  'С ошибкой;;;омск@eseur;4',
  'Повтор;;;OMSK@eseur.example;5',
].join('\r\n')

test('B1 B2 columns are found by their headings; what can’t be taken is named by its row', () => {
  const { plan, organisations } = planned(utf8(table))
  expect(plan.columns.map(({ column, heading }) => `${column}: ${heading}`)).toEqual([
    'name: Организация',
    'region: Регион',
    'district: Федеральный округ',
    'address: Электронная почта',
  ])
  expect(plan).toMatchObject({
    unused: ['Телефон'],
    rows: 5,
    added: ['Тульская организация', 'Омская организация'],
    addresses: 3,
  })
  expect(plan.problems.map(({ row }) => row)).toEqual([5, 6, 6, 7, 7])
  expect(plan.problems.map(({ what }) => what).join(' ')).toContain('«омск@eseur» — не адрес почты')
  expect(plan.problems.at(-2)?.what ?? '').toContain('строке 3')
  expect(organisations[0]?.mailboxes.map(({ address }) => address)).toEqual(['tula@eseur.example', 'tula2@eseur.example'])
})

test('B1 Windows-1251, commas, quotes and a title above the headings', () => {
  const text = 'Список\n"Название","E-mail"\n"Союз ""Труд"", Тула","a@b.ru"\n'
  const bytes = Uint8Array.from([...text].map((sign) => (sign < '\x80' ? sign.charCodeAt(0) : sign.charCodeAt(0) - 0x350)))
  const { plan } = planned(bytes)
  expect(plan).toMatchObject({ added: ['Союз "Труд", Тула'], addresses: 1, problems: [] })
})

test('B1 the first sheet of a workbook, shared and inline strings, rows left out', () => {
  const parts = new Map([
    [
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="Адреса" sheetId="1" r:id="rId7"/><sheet name="Иное" r:id="rId1"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId7" Target="/xl/worksheets/sheet9.xml"/></Relationships>',
    ],
    [
      'xl/sharedStrings.xml',
      '<sst><si><t>Организация</t></si><si><r><t>Почта</t></r></si><si><t xml:space="preserve">Союз &amp; дело</t><rPh><t>нет</t></rPh></si></sst>',
    ],
    [
      'xl/worksheets/sheet9.xml',
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="4"><c r="A4" t="s"><v>2</v></c><c r="C4" t="inlineStr"><is><t>a@b.ru</t></is></c></row><row r="5"><c r="A5" t="str"><v>Пустая</v></c></row></sheetData></worksheet>',
    ],
  ])
  const { plan } = planned(storeZip(parts))
  expect(plan).toMatchObject({ added: ['Союз & дело'], addresses: 1, problems: [{ row: 5 }] })
})

test('a file that is no table is refused in Russian', () => {
  expect(codeOf(readTable('a.xlsx', storeZip(new Map([['a', 'b']]))))).toBe('invalidInput')
  expect(codeOf(readTable('a.xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])))).toBe('invalidInput')
})

test('B4 the same table again changes nothing, and wakes no address', () => {
  const { organisations } = planned(utf8(table))
  const asleep = organisations.map((each) => ({
    ...each,
    mailboxes: each.mailboxes.map((mailbox) => ({ ...mailbox, state: 'unsubscribed' as const, reason: 'просил' })),
  }))
  const again = planned(utf8(table), asleep)
  expect(again.plan).toMatchObject({ added: [], changed: [], same: 2, addresses: 0 })
  expect(again.organisations).toEqual(asleep)
})

test('B3 an address of another organisation is not taken away from it', () => {
  const { organisations } = planned(utf8(table))
  const { plan } = planned(utf8('Организация;Почта\nДругая;omsk@eseur.example\n'), organisations)
  expect(plan.added).toEqual([])
  expect(plan.problems[0]?.what).toContain('уже есть у другой организации')
})

test('B6 what is written as a table reads back as the same cells', () => {
  const cell = fc.stringMatching(/^[^=+\-@\t\r\0][^\r\0]*$/)
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const head = ['а', 'б']
      const read = readCsv(utf8(csvTable([head, ...rows]))).map(({ cells }) => cells)
      expect(read).toEqual([head, ...rows])
    }),
  )
  expect(csvTable([['=1+1', '@a']])).toContain("'=1+1;'@a")
})

test('any bytes are read or refused, and never throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof planned2(bytes) === 'boolean'))
})

const planned2 = (bytes: Uint8Array): boolean => {
  const rows = readTable('a', bytes)
  if (rows.ok) planImport(rows.value, [], 0, () => 'a')
  return rows.ok
}
