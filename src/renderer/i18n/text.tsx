import { createContext, type ReactNode, useContext } from 'react'
import { type Formats, formatsOf } from './format.ts'
import { type Language, messagesOf } from './language.ts'
import type { Messages } from './ru.ts'

const LanguageContext = createContext<Language>('ru')

export const LanguageProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <LanguageContext value={language}>{children}</LanguageContext>
)

/** The messages of the language on screen. */
export const useText = (): Messages => messagesOf[useContext(LanguageContext)]

/** How that language writes numbers and dates: moments by the newspaper's clock, wherever the computer stands. */
export const useFormat = (): Formats => formatsOf[useContext(LanguageContext)]
