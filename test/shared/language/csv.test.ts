import { expect, test } from 'vitest'
import { csvTable } from '../../../src/shared/language/csv.ts'

test('a table opens in a Russian spreadsheet: its cells are what they were, and none is a formula', () => {
  expect(
    csvTable([
      ['а', 'б;в', 'так «и» "так"'],
      ['=СУММ(A1)', 'две\nстроки', '-5'],
    ]),
  ).toBe('\uFEFFа;"б;в";"так «и» ""так"""\r\n\'=СУММ(A1);"две\nстроки";\'-5\r\n')
})
