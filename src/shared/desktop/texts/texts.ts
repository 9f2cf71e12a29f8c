import type { DesktopLanguage } from '../api.ts'
import { en } from './en.ts'
import { type DesktopTexts, ru } from './ru.ts'

/** The texts of the desktop program by language. */
export const desktopTexts: Readonly<Record<DesktopLanguage, DesktopTexts>> = { ru, en }
