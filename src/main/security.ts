import type { WebPreferences } from 'electron'

const scheme = 'app'
const host = 'newsroom'

/** The privileges of the program's own scheme: an origin of its own, nothing beyond that. */
export const ownScheme = {
  scheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const

/** The one page there is. */
export const startAddress = `${scheme}://${host}/index.html`

const parsed = (address: string): URL | null => {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** Does an address belong to the program's own interface? */
export const isOwnAddress = (address: string): boolean => {
  const url = parsed(address)
  return url?.protocol === `${scheme}:` && url.host === host
}

const isStartPage = (address: string): boolean => {
  const url = parsed(address)
  return isOwnAddress(address) && (url?.pathname === '/index.html' || url?.pathname === '/')
}

/** The frame a message came from, as far as trust needs it. */
export interface SenderFrame {
  readonly url: string
  readonly parent: object | null
}

/** Only the main frame of the program's own page may ask for anything. */
export const isTrustedSender = (frame: SenderFrame | null): boolean =>
  frame !== null && frame.parent === null && isOwnAddress(frame.url)

const externalSchemes = new Set(['http:', 'https:', 'mailto:'])

/** Longer addresses are no links of people, and the shell of some systems cuts them. */
const longestAddress = 2000

/** An address that may be handed to the system's browser or mail program, in its plain form; null for every other. */
export const externalAddress = (address: string): string | null => {
  const url = parsed(address)
  if (!url || !externalSchemes.has(url.protocol) || url.href.length > longestAddress) return null
  // «https://bank.ru@evil.example» shows one name and leads to another.
  if (url.username !== '' || url.password !== '') return null
  return url.href
}

/** What a page may load at all: the program's own files and what it made itself; in development the inspector too. */
export const isAllowedRequest = (address: string, development: boolean): boolean => {
  if (isOwnAddress(address)) return true
  const protocol = parsed(address)?.protocol
  return protocol === 'data:' || protocol === 'blob:' || (development && protocol === 'devtools:')
}

/** The preferences of every window; each stands here even where it is the default, so that a test can see it. */
export const webPreferences = (preload: string, development: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // The system's spelling would fetch its dictionaries from the network.
  spellcheck: false,
  devTools: development,
})

interface Refusable {
  preventDefault(): void
}

/** The part of a page's contents that the guard needs. */
export interface GuardedContents {
  on(
    event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect',
    listener: (details: Refusable & { readonly url: string }) => void,
  ): unknown
  on(event: 'will-attach-webview', listener: (event: Refusable) => void): unknown
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { action: 'deny' }): void
}

/** Keeps a page where it is: no other page, no other window, no frame of somebody else's. */
export const guardContents = (contents: GuardedContents, openExternal: (address: string) => void): void => {
  const stay = (details: Refusable & { readonly url: string }) => {
    if (!isStartPage(details.url)) details.preventDefault()
  }
  for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) contents.on(event, stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const address = externalAddress(url)
    if (address !== null) openExternal(address)
    return { action: 'deny' }
  })
}

/** The part of a session that the guard needs. */
export interface GuardedSession {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: string, callback: (granted: boolean) => void) => void,
  ): void
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void
  setDevicePermissionHandler(handler: () => boolean): void
  on(event: 'will-download', listener: (event: Refusable) => void): unknown
  readonly webRequest: {
    onBeforeRequest(
      listener: (details: { readonly url: string }, callback: (response: { cancel: boolean }) => void) => void,
    ): void
  }
}

/** The one permission a page of the program asks for: «Скопировать» of a code or a path. */
const granted = 'clipboard-sanitized-write'

/** Gives a page no right it does not need: no camera, no place, no device, nothing from the network, no download. */
export const guardSession = (session: GuardedSession, development: boolean): void => {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(permission === granted))
  session.setPermissionCheckHandler((_contents, permission) => permission === granted)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest(({ url }, callback) => callback({ cancel: !isAllowedRequest(url, development) }))
}
