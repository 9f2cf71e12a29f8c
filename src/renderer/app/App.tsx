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
import { personKey } from './use-session.ts'

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

const Root = ({ onPerson }: { onPerson: (id: string | null) => void }) => {
  const text = useText()
  const connection = useConnection()
  const workspace = useQuery(workspaceApi.state, {}, ['workspace'])
  const [theme, setTheme] = useTheme()
  const [keyList, setKeyList] = useState(false)
  useKeys([{ binding: frameKeys.keyList, run: () => setKeyList(true) }])

  const folder = workspace.value?.folder ?? null
  const shown = workspace.value
  // The person must be known before the first call of a screen, so it is set while rendering, not after.
  onPerson(folder === null ? null : window.localStorage.getItem(personKey(folder)))

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
        <Newsroom
          key={folder}
          workspace={shown}
          onPerson={onPerson}
          theme={theme}
          onTheme={setTheme}
          onKeyList={() => setKeyList(true)}
        />
      )}
      <KeyList isOpen={keyList} onClose={() => setKeyList(false)} />
    </>
  )
}

/** The whole interface over one client. `onPerson` is told who is at this window. */
export const App = ({ client, onPerson }: { readonly client: Client; readonly onPerson: (id: string | null) => void }) => (
  <I18nProvider locale="ru-RU">
    <TextProvider messages={ru}>
      <ClientProvider client={client}>
        <ToastProvider>
          <Root onPerson={onPerson} />
        </ToastProvider>
      </ClientProvider>
    </TextProvider>
  </I18nProvider>
)
