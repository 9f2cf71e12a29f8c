import { type Forms, form } from '../../shared/language/plural.ts'

/** The two forms an English noun takes after a number: «1 line», «2 lines». */
interface EnglishForms {
  readonly one: string
  readonly other: string
}

const russianNumbers = new Intl.NumberFormat('ru', { maximumFractionDigits: 1 })
const englishNumbers = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })
const englishRules = new Intl.PluralRules('en-GB')

/** The English form that goes with a number. */
export const englishForm = (count: number, forms: EnglishForms): string =>
  englishRules.select(Math.abs(count)) === 'one' ? forms.one : forms.other

/** A number with its noun, kept on one line and in the language of its forms: «12 400 знаков», «12,400 characters». */
export const plural = (count: number, forms: Forms | EnglishForms): string =>
  'few' in forms
    ? `${russianNumbers.format(count)}\u00a0${form(count, forms)}`
    : `${englishNumbers.format(count)}\u00a0${englishForm(count, forms)}`
