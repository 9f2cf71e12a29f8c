import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { I18nProvider } from 'react-aria-components'
import { workspaceApi } from '../../shared/workspace/api.ts'
import type { Client } from '../api/client.ts'
import { ClientProvider, useConnection, useQuery } from '../api/hooks.tsx'
import { StartScreen } from '../features/start/StartScreen.tsx'
import { ru } from '../i18n/ru.ts'
import { TextProvider, useText } from '../i18n/text.tsx'
import { effectiveTheme, storedTheme, storeTheme, type ThemeChoice } from '../theme/theme.ts'
import { FailureMessage } from '../ui/FailureMessage.tsx'
import { ToastProvider } from '../ui/Toast.tsx'
import { KeyList } from './KeyList.tsx'
import { frameKeys } from './keys.ts'
import { Newsroom } from './Newsroom.tsx'
import { Notice } from './Notice.tsx'
import { useKeys } from './use-keys.ts'

const darkPreference = () => window.matchMedia('(prefers-color-scheme: dark)')
const watchPreference = (listener: () => void) => {
  const preference = darkPreference()
  preference.addEventListener('change', listener)
  return () => preference.removeEventListener('change', listener)
}

const useTheme = () => {
  const [choice, setChoice] = useState(() => storedTheme(window.localStorage))
  const prefersDark = useSyncExternalStore(watchPreference, () => darkPreference().matches)
  useEffect(() => {
    document.documentElement.dataset.theme = effectiveTheme(choice, prefersDark)
  }, [choice, prefersDark])
  const choose = useCallback((next: ThemeChoice) => {
    storeTheme(window.localStorage, next)
    setChoice(next)
  }, [])
  return [choice, choose] as const
}

const Root = () => {
  const text = useText()
  const connection = useConnection()
  const workspace = useQuery(workspaceApi.state, {}, ['workspace'])
  const [theme, setTheme] = useTheme()
  const [keyList, setKeyList] = useState(false)
  useKeys([{ binding: frameKeys.keyList, run: () => setKeyList(true) }])

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
        <StartScreen theme={theme} onTheme={setTheme} onKeyList={() => setKeyList(true)} />
      ) : (
        <Newsroom key={folder} workspace={shown} theme={theme} onTheme={setTheme} onKeyList={() => setKeyList(true)} />
      )}
      <KeyList isOpen={keyList} onClose={() => setKeyList(false)} />
    </>
  )
}

/** The whole interface over one client. */
export const App = ({ client }: { readonly client: Client }) => (
  <I18nProvider locale="ru-RU">
    <TextProvider messages={ru}>
      <ClientProvider client={client}>
        <ToastProvider>
          <Root />
        </ToastProvider>
      </ClientProvider>
    </TextProvider>
  </I18nProvider>
)
