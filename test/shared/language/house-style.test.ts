import { describe, expect, it } from 'vitest'
import { compileRules, findBreaches } from '../../../src/shared/language/house/find-breaches.ts'
import { firstLanguage, type HouseRule, languageRecordSchema } from '../../../src/shared/language/house/house-style.ts'

const rule = (preferred: string, ...forbidden: string[]): HouseRule => ({ id: preferred, preferred, forbidden, note: '' })
const found = (text: string, ...rules: HouseRule[]) =>
  findBreaches(text, compileRules(rules)).map(({ from, to, fix }) => `${text.slice(from, to)} → ${fix}`)

const union = rule('Общероссийский Профсоюз образования', 'общероссийский профсоюз образования', 'профсоюз учителей')

describe('house style (Z6)', () => {
  it('finds wrong words in any form, and puts capitals right in the form that stands there', () => {
    expect(found('Съезд общероссийского профсоюза\u00a0образования', union)).toEqual([
      'общероссийского профсоюза\u00a0образования → Общероссийского Профсоюза\u00a0образования',
    ])
    expect(found('ОБЩЕРОССИЙСКИЙ профсоюз образования', union)).toEqual([
      'ОБЩЕРОССИЙСКИЙ профсоюз образования → Общероссийский Профсоюз образования',
    ])
  })

  it('leaves the right words alone, in any form', () => {
    expect(found('В Общероссийском Профсоюзе образования', union)).toEqual([])
    expect(found('Общероссийский Профсоюз образования', union, rule('союз', 'профсоюз'))).toEqual([])
  })

  it('offers other words only where their form is plain', () => {
    expect(found('профсоюз учителей', union)).toEqual(['профсоюз учителей → Общероссийский Профсоюз образования'])
    expect(found('профсоюзом учителей', union)).toEqual(['профсоюзом учителей → null'])
  })

  it('takes a form behind «=» as it is written, with its signs, and keeps the first capital', () => {
    const according = rule('согласно приказу', '=согласно приказа')
    expect(found('Согласно приказа; согласно приказу', according)).toEqual(['Согласно приказа → Согласно приказу'])
    expect(found('Наша з/п и ФНПР, Ф.Н.П.Р.', rule('зарплата', '=з/п'), rule('ФНПР', '=Ф.Н.П.Р.'))).toEqual([
      'з/п → зарплата',
      'Ф.Н.П.Р. → ФНПР',
    ])
    expect(found('День учителя, День Учителя', rule('День учителя', '=День Учителя'))).toEqual(['День Учителя → День учителя'])
  })

  it('does not look across sentences', () => {
    expect(found('Это профсоюз. Учителей нет.', union)).toEqual([])
  })

  it('of two at one place takes the longer', () => {
    expect(found('договор подряда', rule('соглашение', 'договор'), rule('контракт', 'договор подряда'))).toEqual([
      'договор подряда → контракт',
    ])
  })

  it('begins with rules that are none of their own breaches', () => {
    expect(languageRecordSchema.parse(firstLanguage)).toEqual(firstLanguage)
    expect(new Set(firstLanguage.rules.map(({ id }) => id)).size).toBe(firstLanguage.rules.length)
    const compiled = compileRules(firstLanguage.rules)
    for (const { preferred, forbidden } of firstLanguage.rules) {
      expect(findBreaches(`Вот ${preferred} в тексте`, compiled), preferred).toEqual([])
      for (const form of forbidden) expect(findBreaches(`Вот ${form.replace(/^=/, '')} здесь`, compiled), form).not.toEqual([])
    }
  })
})
