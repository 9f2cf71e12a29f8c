import { type HouseRule, houseRuleSchema, ruleLimit } from '../../shared/language/house/house-style.ts'
import { readCsv } from '../mailing/table/read-csv.ts'

/** The head of the table of rules; a program of tables shows it above the columns. */
export const ruleTableHead = ['Правильно', 'Неправильно', 'Пояснение'] as const

/** Stands between two wrong forms in a cell. */
export const formSeparator = ' | '

/** A sign of a text that a spreadsheet would take for a formula: written in front of it, and taken off again. */
const asText = (cell: string | undefined): string => (cell ?? '').replace(/^'(?=[=+\-@])/, '').trim()

export interface ImportedRules {
  readonly rules: readonly HouseRule[]
  readonly added: number
  readonly changed: number
  /** Rows that hold no rule. */
  readonly skipped: number
}

/** Takes the rules of a table in: one with the same right words replaces that rule, others are added. */
export const importRules = (before: readonly HouseRule[], bytes: Uint8Array, newId: () => string): ImportedRules => {
  const rules = [...before]
  let [added, changed, skipped] = [0, 0, 0]
  for (const { cells } of readCsv(bytes)) {
    const [preferred, wrong, note] = cells.map(asText)
    if ((preferred ?? '') === '' && (wrong ?? '') === '') continue
    if (preferred === ruleTableHead[0]) continue
    const at = rules.findIndex((rule) => rule.preferred === preferred)
    const forbidden = (wrong ?? '')
      .split('|')
      .map(asText)
      .filter((form) => form !== '')
    const read = houseRuleSchema.safeParse({ id: rules[at]?.id ?? newId(), preferred, forbidden, note })
    if (!read.success || (at < 0 && rules.length >= ruleLimit)) skipped += 1
    else if (at < 0) {
      rules.push(read.data)
      added += 1
    } else {
      rules[at] = read.data
      changed += 1
    }
  }
  return { rules, added, changed, skipped }
}
