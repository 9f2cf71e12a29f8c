/** What a person chose; `system` follows the computer. */
export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]

const key = 'newsroom.theme'

const isChoice = (value: string | null): value is ThemeChoice => themeChoices.some((choice) => choice === value)

export const storedTheme = (storage: Pick<Storage, 'getItem'>): ThemeChoice => {
  const value = storage.getItem(key)
  return isChoice(value) ? value : 'system'
}

export const storeTheme = (storage: Pick<Storage, 'setItem'>, choice: ThemeChoice): void => storage.setItem(key, choice)

/** The theme to show, given whether the computer prefers dark. */
export const effectiveTheme = (choice: ThemeChoice, prefersDark: boolean): 'light' | 'dark' =>
  choice === 'system' ? (prefersDark ? 'dark' : 'light') : choice
