// What the program asks of the system around it: recorded for the test, or answered plainly.
import { z } from 'zod'
import { desk } from './desk.ts'
import { KnownEvents, options, strict, strictClass, strictFaces } from './strict.ts'

const record = (call: string, target: string): void => {
  desk.shell.push({ call, target })
}

export const shell = strict('shell', {
  openExternal: async (url: string) => record('openExternal', url),
  openPath: async (path: string) => {
    record('openPath', path)
    return ''
  },
  showItemInFolder: (path: string) => record('showItemInFolder', path),
})

let copied = ''

export const clipboard = strict('clipboard', {
  readText: () => copied,
  writeText: (text: string) => {
    copied = text
  },
})

const seal = 'stand-in-sealed:'

/** Reversible and marked as what it is: nothing here is secret. */
export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: () => desk.keyring !== 'none',
  getSelectedStorageBackend: () => (desk.keyring === 'none' ? 'basic_text' : desk.keyring),
  encryptString: (text: string) => {
    if (desk.keyring === 'none') throw new Error('Error while encrypting the text provided to safeStorage.encryptString.')
    return Buffer.from(seal + [...Buffer.from(text)].map((byte) => (byte ^ 0x5a).toString(16).padStart(2, '0')).join(''))
  },
  decryptString: (sealed: Buffer) => {
    const text = sealed.toString()
    if (desk.keyring === 'none' || !text.startsWith(seal))
      throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
    return Buffer.from([...Buffer.from(text.slice(seal.length), 'hex')].map((byte) => byte ^ 0x5a)).toString()
  },
})

const notificationSchema = z.strictObject({ title: z.string(), body: z.string().default(''), silent: z.boolean().optional() })

class SystemNotification extends KnownEvents {
  private readonly title: string
  private readonly body: string

  constructor(given: unknown) {
    super('Notification', ['click', 'close', 'failed', 'show'])
    const { title, body } = options('new Notification', notificationSchema, given)
    this.title = title
    this.body = body
  }

  static isSupported(): boolean {
    return true
  }

  show(): void {
    desk.notifications.push({ title: this.title, body: this.body, click: () => void this.emit('click', {}) })
    this.emit('show', {})
  }

  close(): void {
    this.emit('close', {})
  }
}

const notificationFace = strictFaces<SystemNotification>('Notification')

export const Notification = strictClass('Notification', SystemNotification, (given) =>
  notificationFace(new SystemNotification(given)),
)

const area = { x: 0, y: 0, width: 1920, height: 1080 }
const display = strict('Display', { id: 1, bounds: area, workArea: area, size: area, workAreaSize: area, scaleFactor: 1 })

export const screen = strict('screen', {
  getAllDisplays: () => [display],
  getPrimaryDisplay: () => display,
  getDisplayMatching: () => display,
})

class NativeTheme extends KnownEvents {
  themeSource: 'system' | 'light' | 'dark' = 'system'

  constructor() {
    super('nativeTheme', ['updated'])
  }

  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark'
  }
}

export const nativeTheme = strict('nativeTheme', new NativeTheme())

/** A test emits the events. */
export const powerMonitor = strict(
  'powerMonitor',
  new KnownEvents('powerMonitor', ['resume', 'shutdown', 'suspend', 'lock-screen']),
)
