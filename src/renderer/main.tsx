import './api/zod-without-eval.ts'
import '@fontsource-variable/golos-text/index.css'
import '@fontsource/pt-serif/400.css'
import '@fontsource/pt-serif/400-italic.css'
import '@fontsource/pt-serif/700.css'
import '@fontsource/pt-sans-narrow/400.css'
import '@fontsource/pt-sans-narrow/700.css'
import '@fontsource/pt-mono/400.css'
import './theme/tokens.css'
import './theme/base.css'
import './theme/page-fonts.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { desktopBridge } from './api/bridge.ts'
import { browserSocket } from './api/browser-socket.ts'
import { createClient, lostFailure } from './api/client.ts'
import { socketBridge } from './api/socket-bridge.ts'
import { App } from './app/App.tsx'
import { languageNow } from './app/preferences.tsx'
import { messagesOf } from './i18n/language.ts'

const words = () => messagesOf[languageNow()].api
const bridge = window.newsroom
  ? desktopBridge(window.newsroom)
  : socketBridge({
      open: () => browserSocket(`${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/socket`),
      later: (action, delay) => window.setTimeout(action, delay),
      lost: () => lostFailure(words()),
    })
const client = createClient(bridge, words)

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App client={client} />
  </StrictMode>,
)
