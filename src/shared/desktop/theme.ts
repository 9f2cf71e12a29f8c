/** What a person chose for the look of the windows; `system` follows the computer. */
export const themeChoices = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof themeChoices)[number]
