import type { ReactNode } from 'react'
import { navigate } from '../../app/router.ts'
import { useText } from '../../i18n/text.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { ChannelList } from './ChannelList.tsx'
import { FolderCheck } from './FolderCheck.tsx'
import { LookForm } from './LookForm.tsx'
import { LanguageForm } from './language/LanguageForm.tsx'
import { PublicationForm } from './PublicationForm.tsx'
import { PublishingRulesForm } from './PublishingRulesForm.tsx'
import { PrinterList } from './printers/PrinterList.tsx'
import styles from './SettingsScreen.module.css'
import { StyleForm } from './style/StyleForm.tsx'

const parts = [
  'publication',
  'style',
  'language',
  'staff',
  'printers',
  'channels',
  'publishing',
  'addresses',
  'folder',
  'look',
] as const

interface SettingsScreenProps {
  readonly part: string | null
  /** The list of the staff, which is a feature of its own. */
  readonly staff: ReactNode
  /** Whom issues are mailed to, a feature of its own too. */
  readonly addresses: ReactNode
}

/** «Настройки»: the publication, the people, the channels, the folder and how this window looks. */
export const SettingsScreen = ({ part, staff, addresses }: SettingsScreenProps) => {
  const text = useText()
  const content = {
    publication: <PublicationForm />,
    style: <StyleForm />,
    language: <LanguageForm />,
    staff,
    printers: <PrinterList />,
    channels: <ChannelList />,
    publishing: <PublishingRulesForm />,
    addresses,
    folder: <FolderCheck />,
    look: <LookForm />,
  }
  return (
    <div className={styles.screen}>
      <h1>{text.settings.title}</h1>
      <Tabs
        label={text.settings.title}
        items={parts.map((id) => ({
          id,
          label: text.settings.parts[id],
          // The form of the pages has a page beside it and takes the whole width.
          content: id === 'style' ? content[id] : <div className={styles.content}>{content[id]}</div>,
        }))}
        selected={parts.find((id) => id === part) ?? 'publication'}
        onSelect={(id) => navigate({ section: 'settings', part: id })}
      />
    </div>
  )
}
