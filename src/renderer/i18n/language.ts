import { en } from './en.ts'
import { type Messages, ru } from './ru.ts'

/** The languages the interface speaks. */
export type Language = 'ru' | 'en'

/** What a person chose; `system` follows the computer. */
export const languageChoices = ['ru', 'en', 'system'] as const
export type LanguageChoice = (typeof languageChoices)[number]

/** The language to show, given the computer's languages, the preferred first. Russian where neither is among them. */
export const effectiveLanguage = (choice: LanguageChoice, preferred: readonly string[]): Language => {
  if (choice !== 'system') return choice
  const known = preferred.map((tag) => tag.toLowerCase().split('-')[0]).find((tag) => tag === 'ru' || tag === 'en')
  return known === 'en' ? 'en' : 'ru'
}

/** The tag that dates, numbers and controls are set by: English as in Europe, with the day before the month. */
export const localeOf: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' }

export const messagesOf: Readonly<Record<Language, Messages>> = { ru, en }
