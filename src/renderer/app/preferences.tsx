import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { type ThemeChoice, themeChoices } from '../../shared/desktop/theme.ts'
import { effectiveLanguage, type Language, type LanguageChoice, languageChoices } from '../i18n/language.ts'
import { type Density, densities, effectiveTheme, type TextSize, textSizes } from '../theme/theme.ts'
import { useMedia } from '../ui/use-media.ts'
import { type Preference, preference } from './preference.ts'

export const preferences = {
  theme: preference<ThemeChoice>('newsroom.theme', themeChoices),
  language: preference<LanguageChoice>('newsroom.language', languageChoices),
  density: preference<Density>('newsroom.density', densities),
  textSize: preference<TextSize>('newsroom.textSize', textSizes),
} as const

/** How this window looks and speaks; kept on this computer, not in the newsroom's folder. */
export interface Preferences {
  readonly theme: ThemeChoice
  readonly language: LanguageChoice
  readonly density: Density
  readonly textSize: TextSize
  readonly choose: {
    readonly theme: (choice: ThemeChoice) => void
    readonly language: (choice: LanguageChoice) => void
    readonly density: (choice: Density) => void
    readonly textSize: (choice: TextSize) => void
  }
}

/** The language this window speaks now. */
export const languageNow = (): Language => effectiveLanguage(preferences.language.read(window.localStorage), navigator.languages)

const PreferencesContext = createContext<Preferences | null>(null)

export const usePreferences = (): Preferences => {
  const held = useContext(PreferencesContext)
  if (!held) throw new Error('usePreferences outside of PreferencesProvider')
  return held
}

const useChoice = <T extends string>(kept: Preference<T>): readonly [T, (choice: T) => void] => {
  const [choice, setChoice] = useState(() => kept.read(window.localStorage))
  useEffect(() => {
    // What is chosen in one window is so in all of them.
    const follow = () => setChoice(kept.read(window.localStorage))
    window.addEventListener('storage', follow)
    return () => window.removeEventListener('storage', follow)
  }, [kept])
  const choose = useCallback(
    (next: T) => {
      kept.write(window.localStorage, next)
      setChoice(next)
    },
    [kept],
  )
  return [choice, choose]
}

/** Keeps the choices and puts what styles depend on to the root element. */
export const PreferencesProvider = ({ children }: { readonly children: ReactNode }) => {
  const [theme, chooseTheme] = useChoice(preferences.theme)
  const [language, chooseLanguage] = useChoice(preferences.language)
  const [density, chooseDensity] = useChoice(preferences.density)
  const [textSize, chooseTextSize] = useChoice(preferences.textSize)
  const prefersDark = useMedia('(prefers-color-scheme: dark)')

  useEffect(() => {
    const root = document.documentElement
    root.dataset.theme = effectiveTheme(theme, prefersDark)
    root.dataset.density = density
    root.dataset.textSize = textSize
    root.lang = effectiveLanguage(language, navigator.languages)
  }, [theme, prefersDark, density, textSize, language])

  const value = useMemo(
    (): Preferences => ({
      theme,
      language,
      density,
      textSize,
      choose: { theme: chooseTheme, language: chooseLanguage, density: chooseDensity, textSize: chooseTextSize },
    }),
    [theme, language, density, textSize, chooseTheme, chooseLanguage, chooseDensity, chooseTextSize],
  )
  return <PreferencesContext value={value}>{children}</PreferencesContext>
}
