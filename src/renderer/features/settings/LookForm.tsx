import { themeChoices } from '../../../shared/desktop/theme.ts'
import { usePreferences } from '../../app/preferences.tsx'
import { languageChoices } from '../../i18n/language.ts'
import { useText } from '../../i18n/text.tsx'
import { densities, textSizes } from '../../theme/theme.ts'
import { Select } from '../../ui/Select.tsx'
import styles from './PublicationForm.module.css'

/** Language, theme and size of the interface: they belong to this computer, not to the newsroom. */
export const LookForm = () => {
  const text = useText()
  const words = text.settings.look
  const { language, theme, density, textSize, choose } = usePreferences()
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        <Select
          label={text.app.language}
          options={languageChoices.map((id) => ({ id, label: text.app.languages[id] }))}
          value={language}
          onChange={choose.language}
        />
        <Select
          label={text.app.theme}
          options={themeChoices.map((id) => ({ id, label: text.app.themes[id] }))}
          value={theme}
          onChange={choose.theme}
        />
      </div>
      <div className={styles.pair}>
        <Select
          label={words.density}
          options={densities.map((id) => ({ id, label: words.densities[id] }))}
          value={density}
          onChange={choose.density}
        />
        <Select
          label={words.textSize}
          options={[...textSizes].sort((a, b) => Number(a) - Number(b)).map((id) => ({ id, label: words.percent(id) }))}
          value={textSize}
          onChange={choose.textSize}
        />
      </div>
      <p className={styles.hint}>{words.hint}</p>
    </div>
  )
}
