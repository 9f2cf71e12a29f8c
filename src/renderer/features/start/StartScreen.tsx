import type { ThemeChoice } from '../../theme/theme.ts'

export const StartScreen = (_: { theme: ThemeChoice; onTheme: (theme: ThemeChoice) => void; onKeyList: () => void }) => (
  <h1>Начало</h1>
)
