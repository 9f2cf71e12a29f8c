import { createContext, type ReactNode, useContext } from 'react'
import { type Formats, formatsOf, newspaperFormatsOf } from './format.ts'
import { type Language, messagesOf } from './language.ts'
import type { Messages } from './ru.ts'

const LanguageContext = createContext<Language>('ru')

export const LanguageProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <LanguageContext value={language}>{children}</LanguageContext>
)

/** The messages of the language on screen. */
export const useText = (): Messages => messagesOf[useContext(LanguageContext)]

/** How that language writes numbers and dates. */
export const useFormat = (): Formats => formatsOf[useContext(LanguageContext)]

/** The same with moments by the newspaper's clock: for what goes out to readers. A screen that uses it names the zone. */
export const useNewspaperFormat = (): Formats => newspaperFormatsOf[useContext(LanguageContext)]
