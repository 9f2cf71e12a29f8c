import { type ReactNode, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { desktopApi } from '../../shared/desktop/api.ts'
import { workspaceApi } from '../../shared/workspace/api.ts'
import type { Client } from '../api/client.ts'
import { ClientProvider, useClient, useConnection, useQuery } from '../api/hooks.tsx'
import { FolderDialog, type FolderPurpose } from '../features/start/FolderDialog.tsx'
import { StartScreen } from '../features/start/StartScreen.tsx'
import { effectiveLanguage, localeOf } from '../i18n/language.ts'
import { LanguageProvider, useText } from '../i18n/text.tsx'
import { FailureMessage } from '../ui/FailureMessage.tsx'
import { ToastProvider } from '../ui/Toast.tsx'
import { KeyList } from './KeyList.tsx'
import { frameKeys } from './keys.ts'
import { Newsroom } from './Newsroom.tsx'
import { Notice } from './Notice.tsx'
import { OfferedFiles } from './OfferedFiles.tsx'
import { PreferencesProvider, usePreferences } from './preferences.tsx'
import { useKeys } from './use-keys.ts'
import { useOffer } from './use-offer.ts'
import { useProgramMenu } from './use-program-menu.ts'
import { useSettle } from './use-settle.ts'

const Root = () => {
  const text = useText()
  const connection = useConnection()
  const workspace = useQuery(workspaceApi.state, {}, ['workspace'])
  const [keyList, setKeyList] = useState(false)
  const [purpose, setPurpose] = useState<FolderPurpose | null>(null)
  const begin = (next: FolderPurpose) => setPurpose((before) => before ?? next)
  useKeys([{ binding: frameKeys.keyList, run: () => setKeyList(true) }])
  useSettle()
  const offer = useOffer()
  useProgramMenu({ begin, showKeys: () => setKeyList(true) })

  const folder = workspace.value?.folder ?? null
  const shown = workspace.value

  return (
    <>
      {shown === null ? (
        workspace.failure ? (
          <FailureMessage failure={workspace.failure} onAction={workspace.refresh} />
        ) : (
          connection === 'lost' && <Notice tone="red">{text.app.lost}</Notice>
        )
      ) : folder === null ? (
        <StartScreen onBegin={begin} onKeyList={() => setKeyList(true)} />
      ) : (
        <Newsroom key={folder} workspace={shown} onKeyList={() => setKeyList(true)} />
      )}
      <FolderDialog purpose={purpose} onClose={() => setPurpose(null)} />
      <OfferedFiles offer={offer} mayTake={folder !== null && !shown?.readOnly} />
      <KeyList isOpen={keyList} onClose={() => setKeyList(false)} />
    </>
  )
}

const Speaking = ({ children }: { readonly children: ReactNode }) => {
  const client = useClient()
  const { language: chosen, theme } = usePreferences()
  const language = effectiveLanguage(chosen, navigator.languages)
  useEffect(() => {
    if (client.desktop) void client.call(desktopApi.useLanguage, { language })
  }, [client, language])
  useEffect(() => {
    if (client.desktop) void client.call(desktopApi.useTheme, { theme })
  }, [client, theme])
  return (
    <I18nProvider locale={localeOf[language]}>
      <LanguageProvider language={language}>{children}</LanguageProvider>
    </I18nProvider>
  )
}

/** The whole interface over one client. */
export const App = ({ client }: { readonly client: Client }) => (
  <PreferencesProvider>
    <ClientProvider client={client}>
      <Speaking>
        <ToastProvider>
          <Root />
        </ToastProvider>
      </Speaking>
    </ClientProvider>
  </PreferencesProvider>
)
