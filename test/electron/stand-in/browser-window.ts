import { z } from 'zod'
import { app } from './app.ts'
import { KnownEvents, options, refusable, strictClass, strictFaces } from './strict.ts'
import { contentsFace, WebContents } from './web-contents.ts'

const events = [
  'blur',
  'close',
  'closed',
  'enter-full-screen',
  'focus',
  'hide',
  'leave-full-screen',
  'maximize',
  'minimize',
  'moved',
  'move',
  'ready-to-show',
  'resize',
  'resized',
  'responsive',
  'restore',
  'show',
  'unmaximize',
  'unresponsive',
]

const preferencesSchema = z.strictObject({
  preload: z.string().optional(),
  sandbox: z.literal(true),
  contextIsolation: z.literal(true),
  nodeIntegration: z.literal(false),
  nodeIntegrationInWorker: z.literal(false).optional(),
  nodeIntegrationInSubFrames: z.literal(false).optional(),
  webSecurity: z.literal(true).optional(),
  allowRunningInsecureContent: z.literal(false).optional(),
  experimentalFeatures: z.literal(false).optional(),
  enableWebSQL: z.literal(false).optional(),
  webviewTag: z.literal(false).optional(),
  navigateOnDragDrop: z.literal(false).optional(),
  spellcheck: z.boolean().optional(),
  devTools: z.boolean().optional(),
  additionalArguments: z.never().optional(),
})

const windowSchema = z.strictObject({
  x: z.number().optional(),
  y: z.number().optional(),
  width: z.number().default(800),
  height: z.number().default(600),
  minWidth: z.number().optional(),
  minHeight: z.number().optional(),
  show: z.boolean().default(true),
  title: z.string().optional(),
  icon: z.string().optional(),
  backgroundColor: z.string().optional(),
  autoHideMenuBar: z.boolean().optional(),
  webPreferences: preferencesSchema,
})

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const windows = new Set<Window>()
let focused: Window | null = null

export class Window extends KnownEvents {
  readonly id: number
  readonly contents: WebContents
  private bounds: Bounds
  private title: string
  private shown: boolean
  private state: 'normal' | 'maximized' | 'minimized' | 'full-screen' = 'normal'
  private destroyed = false
  private readied = false

  constructor(given: unknown) {
    super('BrowserWindow', events)
    const wanted = options('new BrowserWindow', windowSchema, given)
    this.bounds = { x: wanted.x ?? 0, y: wanted.y ?? 0, width: wanted.width, height: wanted.height }
    this.title = wanted.title ?? ''
    this.shown = wanted.show
    this.contents = new WebContents({
      preload: wanted.webPreferences.preload ?? null,
      width: wanted.width,
      height: wanted.height,
      readyToShow: () => {
        if (!this.readied) this.emit('ready-to-show', {})
        this.readied = true
      },
      closed: () => this.hearClosed(),
      crashed: (contents, details) => app.emit('render-process-gone', {}, contents, details),
      mayClose: () => this.mayClose(),
    })
    this.id = this.contents.id
    windows.add(this)
    app.windowOpened(this)
    app.emit('web-contents-created', {}, contentsFace(this.contents))
    app.emit('browser-window-created', {}, windowFace(this))
    if (this.shown) this.focus()
  }

  static getAllWindows(): Window[] {
    return [...windows].map(windowFace)
  }

  static getFocusedWindow(): Window | null {
    return found(focused)
  }

  static fromWebContents(contents: WebContents): Window | null {
    return found([...windows].find((window) => window.webContents === contents))
  }

  static fromId(id: number): Window | null {
    return found([...windows].find((window) => window.id === id))
  }

  get webContents(): WebContents {
    return contentsFace(this.contents)
  }

  private mayClose(): boolean {
    const event = refusable({})
    this.emit('close', event)
    return !event.defaultPrevented
  }

  private hearClosed(): void {
    if (this.destroyed) return
    this.destroyed = true
    windows.delete(this)
    if (focused === this) focused = [...windows].at(-1) ?? null
    this.emit('closed')
    app.windowGone(this)
  }

  async loadURL(url: string): Promise<void> {
    await this.contents.load(url)
  }

  show(): void {
    this.shown = true
    this.emit('show', {})
    this.focus()
  }

  hide(): void {
    this.shown = false
    this.emit('hide', {})
  }

  focus(): void {
    if (focused === this) return
    focused?.emit('blur', {})
    focused = this
    this.emit('focus', {})
    app.emit('browser-window-focus', {}, windowFace(this))
  }

  isFocused(): boolean {
    return focused === this
  }

  isVisible(): boolean {
    return this.shown
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  close(): void {
    if (!this.contents.close()) app.windowStays()
  }

  destroy(): void {
    this.contents.destroyPage()
  }

  private become(state: typeof this.state, event: string): void {
    this.state = state
    this.emit(event, {})
  }

  maximize(): void {
    this.become('maximized', 'maximize')
  }

  unmaximize(): void {
    this.become('normal', 'unmaximize')
  }

  isMaximized(): boolean {
    return this.state === 'maximized'
  }

  minimize(): void {
    this.become('minimized', 'minimize')
  }

  restore(): void {
    this.become('normal', 'restore')
  }

  isMinimized(): boolean {
    return this.state === 'minimized'
  }

  setFullScreen(full: boolean): void {
    this.become(full ? 'full-screen' : 'normal', full ? 'enter-full-screen' : 'leave-full-screen')
  }

  isFullScreen(): boolean {
    return this.state === 'full-screen'
  }

  getBounds(): Bounds {
    return this.bounds
  }

  getNormalBounds(): Bounds {
    return this.bounds
  }

  setBounds(wanted: Partial<Bounds>): void {
    this.bounds = { ...this.bounds, ...wanted }
    void this.contents.resizeTo(this.bounds.width, this.bounds.height)
    for (const event of ['resize', 'resized', 'move', 'moved']) this.emit(event, {})
  }

  setTitle(title: string): void {
    this.title = title
  }

  getTitle(): string {
    return this.title
  }
}

export const windowFace = strictFaces<Window>('BrowserWindow')

const found = (window: Window | null | undefined): Window | null => (window ? windowFace(window) : null)

export const BrowserWindow = strictClass('BrowserWindow', Window, (given) => windowFace(new Window(given)))
