import type { ThemeChoice } from '../../shared/desktop/theme.ts'

/** The theme to show, given whether the computer prefers dark. */
export const effectiveTheme = (choice: ThemeChoice, prefersDark: boolean): 'light' | 'dark' =>
  choice === 'system' ? (prefersDark ? 'dark' : 'light') : choice

/** How close rows and controls stand: 4 px less, as designed, 4 px more. */
export const densities = ['normal', 'compact', 'large'] as const
export type Density = (typeof densities)[number]

/** Size of the interface's text in percent of the designed one. */
export const textSizes = ['100', '90', '110', '125', '150'] as const
export type TextSize = (typeof textSizes)[number]
