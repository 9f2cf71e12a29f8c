import { FolderOpen, FolderPlus, Keyboard, Languages, Newspaper, SunMoon } from 'lucide-react'
import { themeChoices } from '../../../shared/desktop/theme.ts'
import { startKeys } from '../../app/keys.ts'
import { usePreferences } from '../../app/preferences.tsx'
import { useKeys } from '../../app/use-keys.ts'
import { languageChoices } from '../../i18n/language.ts'
import { useFormat, useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import type { FolderPurpose } from './FolderDialog.tsx'
import { OpeningProgress } from './OpeningProgress.tsx'
import { RecentFolders } from './RecentFolders.tsx'
import styles from './StartScreen.module.css'

const ways = [
  { id: 'demo', icon: Newspaper, keys: '1' },
  { id: 'create', icon: FolderPlus, keys: '2' },
  { id: 'open', icon: FolderOpen, keys: '3' },
] as const

interface StartScreenProps {
  readonly onBegin: (purpose: FolderPurpose) => void
  readonly onKeyList: () => void
}

/** The first screen: three ways to begin and the newsrooms opened before. */
export const StartScreen = ({ onBegin, onKeyList }: StartScreenProps) => {
  const text = useText()
  const format = useFormat()
  const { theme, language, choose } = usePreferences()
  useKeys([
    { binding: startKeys.demo, run: () => onBegin('demo') },
    { binding: startKeys.create, run: () => onBegin('create') },
    { binding: startKeys.open, run: () => onBegin('open') },
  ])
  const small = { size: 16, strokeWidth: 1.5, absoluteStrokeWidth: true, 'aria-hidden': true } as const
  return (
    <div className={styles.start}>
      <main className={styles.main}>
        <div className={styles.masthead}>
          <h1>{text.start.name}</h1>
          <p>
            <span>{text.start.tagline}</span>
            <span>{format.today(Date.now())}</span>
          </p>
        </div>
        <h2 className={styles.heading}>{text.start.how}</h2>
        <div className={styles.ways}>
          {ways.map(({ id, icon: Icon, keys }) => (
            <button key={id} type="button" className={styles.way} onClick={() => onBegin(id)}>
              <Icon size={22} strokeWidth={1.5} absoluteStrokeWidth aria-hidden />
              <span className={styles.words}>
                <span className={styles.title}>{text.start[id].title}</span>
                <span className={styles.hint}>{text.start[id].hint}</span>
              </span>
              <kbd>{keys}</kbd>
            </button>
          ))}
        </div>
        <div className={styles.foot}>
          <span className={styles.local}>{text.start.local}</span>
          <div className={styles.choices}>
            <Menu
              label={text.app.theme}
              placement="top start"
              trigger={
                <Button kind="flat" icon={<SunMoon {...small} />}>
                  {text.app.themeIs[theme]}
                </Button>
              }
              groups={[
                {
                  id: 'theme',
                  entries: themeChoices.map((choice) => ({
                    id: choice,
                    label: text.app.themes[choice],
                    isSelected: choice === theme,
                    onAction: () => choose.theme(choice),
                  })),
                },
              ]}
            />
            <Menu
              label={text.app.language}
              placement="top start"
              trigger={
                <Button kind="flat" icon={<Languages {...small} />}>
                  {text.app.languageIs}
                </Button>
              }
              groups={[
                {
                  id: 'language',
                  entries: languageChoices.map((choice) => ({
                    id: choice,
                    label: text.app.languages[choice],
                    isSelected: choice === language,
                    onAction: () => choose.language(choice),
                  })),
                },
              ]}
            />
          </div>
        </div>
      </main>
      <aside className={styles.recent} aria-label={text.start.recent}>
        <h2 className={styles.heading}>{text.start.recent}</h2>
        <OpeningProgress />
        <RecentFolders onLocate={() => onBegin('open')} />
        <div className={styles.foot}>
          <Button kind="flat" icon={<Keyboard {...small} />} keys="F1" onPress={onKeyList}>
            {text.start.keys}
          </Button>
        </div>
      </aside>
    </div>
  )
}
