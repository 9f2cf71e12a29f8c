const rules = new Intl.PluralRules('ru')

/** The three forms a Russian noun takes after a number: «1 строка», «2 строки», «5 строк». */
export interface Forms {
  readonly one: string
  readonly few: string
  readonly many: string
}

/** The form that goes with a number; the sign does not matter, a fraction takes the second («1,5 строки»). */
export const form = (count: number, forms: Forms): string => {
  switch (rules.select(Math.abs(count))) {
    case 'one':
      return forms.one
    case 'few':
    case 'other':
      return forms.few
    default:
      return forms.many
  }
}

/** A number with its noun, as messages write it: «1 строка», «2 строки», «5 строк». */
export const counted = (count: number, one: string, few: string, many: string): string =>
  `${count} ${form(count, { one, few, many })}`
