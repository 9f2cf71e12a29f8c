import { desk } from './desk.ts'
import { KnownEvents, strict } from './strict.ts'

export interface PermissionQuestion {
  readonly contents: object
  readonly permission: string
  readonly url: string
}

type RequestHandler = (contents: object, permission: string, answer: (granted: boolean) => void, details: object) => void
type CheckHandler = (contents: object | null, permission: string, origin: string, details: object) => boolean
type DeviceHandler = (details: object) => boolean
type RequestListener = (details: object, answer: (response: { cancel?: boolean }) => void) => void

let requestHandler: RequestHandler | null = null
let checkHandler: CheckHandler | null = null
let requestListener: RequestListener | null = null
const languages = ['en-US', 'ru']

class Session extends KnownEvents {
  readonly availableSpellCheckerLanguages = languages
  readonly webRequest = strict('webRequest', {
    onBeforeRequest: (listener: RequestListener | null) => {
      requestListener = listener
    },
  })

  constructor() {
    super('session', ['will-download'])
  }

  setPermissionRequestHandler(handler: RequestHandler | null): void {
    requestHandler = handler
  }

  setPermissionCheckHandler(handler: CheckHandler | null): void {
    checkHandler = handler
  }

  /** Devices are never offered here, so that the handler is never asked. */
  setDevicePermissionHandler(_handler: DeviceHandler | null): void {}

  setSpellCheckerLanguages(wanted: readonly string[]): void {
    const unknown = wanted.find((language) => !languages.includes(language))
    if (unknown !== undefined) throw new Error(`Invalid language code provided: "${unknown}" is not a valid language code`)
  }
}

export const defaultSession = strict('session', new Session())
export const session = strict('session module', { defaultSession })

/** Without a handler everything is granted, as in Electron. */
export const askPermission = async ({ contents, permission, url }: PermissionQuestion): Promise<boolean> => {
  const handler = requestHandler
  const details = { requestingUrl: url, isMainFrame: true }
  const granted = handler === null || (await new Promise<boolean>((resolve) => handler(contents, permission, resolve, details)))
  desk.permissions.push({ permission, granted })
  return granted
}

export const checkPermission = ({ contents, permission, url }: PermissionQuestion): boolean => {
  const origin = url.split('/').slice(0, 3).join('/')
  return checkHandler === null || checkHandler(contents, permission, origin, { requestingUrl: url, isMainFrame: true })
}

/** Asks the program's listener whether a request may be made. */
export const asksRequests = async (details: object): Promise<boolean> => {
  const listener = requestListener
  if (listener === null) return true
  return new Promise((resolve) => listener(details, ({ cancel }) => resolve(cancel !== true)))
}
