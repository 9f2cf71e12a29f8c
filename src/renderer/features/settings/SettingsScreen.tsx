export const SettingsScreen = (_: { part: string | null }) => <h1>Настройки</h1>
