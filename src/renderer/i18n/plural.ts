const rules = new Intl.PluralRules('ru')

/** The three forms a Russian noun takes after a number: «1 строка», «2 строки», «5 строк». */
export interface Forms {
  readonly one: string
  readonly few: string
  readonly many: string
}

const numbers = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 })

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

/** A number with its noun, kept on one line: «12 400 знаков». */
export const plural = (count: number, forms: Forms): string => `${numbers.format(count)}\u00a0${form(count, forms)}`

export const lines: Forms = { one: 'строка', few: 'строки', many: 'строк' }
export const pages: Forms = { one: 'полоса', few: 'полосы', many: 'полос' }
export const articles: Forms = { one: 'материал', few: 'материала', many: 'материалов' }
export const characters: Forms = { one: 'знак', few: 'знака', many: 'знаков' }
export const photos: Forms = { one: 'снимок', few: 'снимка', many: 'снимков' }
export const files: Forms = { one: 'файл', few: 'файла', many: 'файлов' }
export const columns: Forms = { one: 'колонка', few: 'колонки', many: 'колонок' }
