import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { answerInvoke, ipcMain } from './ipc-main.ts'
import { type Fate, type Frame, type HeldRequest, openPage, type Page } from './page.ts'
import type { PageMessage } from './page-message.ts'
import { programAddress } from './protocol.ts'
import { currentBrowser } from './runtime.ts'
import { askPermission, asksRequests, checkPermission, defaultSession } from './session.ts'
import { KnownEvents, NotImitated, options, refusable, strict, strictFaces } from './strict.ts'

const events = [
  'context-menu',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'dom-ready',
  'render-process-gone',
  'will-attach-webview',
  'will-frame-navigate',
  'will-navigate',
  'will-prevent-unload',
  'will-redirect',
]

/** The window around the contents, as far as the contents need it. */
export interface Surroundings {
  readonly preload: string | null
  readonly width: number
  readonly height: number
  readyToShow(): void
  closed(): void
  crashed(contents: WebContents, details: object): void
  /** True when the window lets itself be closed. */
  mayClose(): boolean
}

type OpenHandler = (details: object) => unknown

const all = new Set<WebContents>()
let ids = 0
const denied = z.strictObject({ action: z.literal('deny') })

const frameFace = (frame: Frame): object =>
  strict('WebFrameMain', {
    url: frame.url,
    origin: frame.url === 'about:blank' ? 'null' : frame.url.split('/').slice(0, 3).join('/'),
    parent: frame.parent === null ? null : {},
    frameToken: frame.id,
  })

export class WebContents extends KnownEvents {
  readonly id: number
  readonly session = defaultSession
  targetId: string | null = null
  private readonly around: Surroundings
  private readonly opening: Promise<Page>
  private page: Page | null = null
  private openHandler: OpenHandler = () => {
    throw new NotImitated('window.open без setWindowOpenHandler')
  }
  private destroyed = false
  private crashed = false
  private zoom = 0
  private size: { width: number; height: number }

  constructor(around: Surroundings) {
    super('webContents', events)
    ids += 1
    this.id = ids
    this.around = around
    this.size = { width: around.width, height: around.height }
    all.add(this)
    this.opening = this.openPage()
    // Whoever loads a page hears of the failure.
    this.opening.catch(() => {})
  }

  private async openPage(): Promise<Page> {
    const preload = this.around.preload === null ? '' : readFileSync(this.around.preload, 'utf8')
    const page = await openPage(currentBrowser(), preload, process.versions.electron ?? '', {
      message: (message, frame) => void this.hear(message, frame),
      request: (request) => this.fateOf(request),
      opens: (url) => this.askToOpen(url),
      domReady: () => {
        this.emit('dom-ready', {})
        this.around.readyToShow()
      },
      loaded: () => this.emit('did-finish-load', {}),
      failed: (error) => process.emit('uncaughtException', error instanceof Error ? error : new Error(String(error))),
      crashed: () => this.hearCrash(),
      closed: () => this.hearClosed(),
      leaves: () => {
        const event = refusable({})
        this.emit('will-prevent-unload', event)
        return event.defaultPrevented
      },
    })
    this.page = page
    this.targetId = page.targetId
    await page.resize(this.size.width, this.size.height, 1.2 ** this.zoom)
    return page
  }

  private eventFrom(frame: Frame): object {
    const face = contentsFace(this)
    return { sender: face, senderFrame: frameFace(frame), frameId: 1, processId: this.id }
  }

  private async hear(message: PageMessage, frame: Frame): Promise<void> {
    if (message.kind === 'not-imitated') throw new NotImitated(message.api)
    if (message.kind === 'open') return this.askToOpen(programAddress(message.url))
    if (message.kind === 'send') return void ipcMain.emit(message.channel, this.eventFrom(frame), ...message.args)
    if (message.kind === 'context-menu') {
      const { kind: _, ...seen } = message
      const editFlags = {
        canCut: seen.isEditable,
        canCopy: true,
        canPaste: seen.isEditable,
        canSelectAll: true,
        canUndo: true,
        canRedo: true,
        canDelete: seen.isEditable,
        canEditRichly: seen.isEditable,
      }
      const params = strict('context-menu', {
        ...seen,
        editFlags,
        linkURL: '',
        misspelledWord: '',
        dictionarySuggestions: [],
        mediaType: 'none',
      })
      return void this.emit('context-menu', {}, params)
    }
    if (message.kind === 'ask') {
      const origin = new URL(frame.url).origin
      const question = { contents: contentsFace(this), permission: message.permission, url: frame.url }
      const granted = message.check ? checkPermission(question) : await askPermission(question)
      await currentBrowser()
        .connection.send('Browser.setPermission', permissionSetting(message.permission, granted))
        .catch(() => {})
      return this.page?.post({ kind: 'allowed', id: message.id, allowed: granted, origin })
    }
    const reply = { kind: 'reply', id: message.id }
    const answer = await answerInvoke(message.channel, this.eventFrom(frame), message.args)
      .then((value) => ({ ...reply, value: structuredClone(value) }))
      .catch((error: unknown) => ({ ...reply, error: error instanceof Error ? error.message : String(error) }))
    this.page?.post(answer)
  }

  private async fateOf(request: HeldRequest): Promise<Fate> {
    if (request.isNavigation && !request.ordered && !this.allowNavigation(request)) return 'refused'
    const { url, method, kind } = request
    return (await asksRequests({ url, method, resourceType: kind, webContentsId: this.id })) ? 'allowed' : 'blocked'
  }

  private allowNavigation({ url, isMainFrame, isRedirect, frame }: HeldRequest): boolean {
    const event = refusable({ url, isMainFrame, frame: frame && frameFace(frame), isSameDocument: false })
    if (isRedirect) this.emit('will-redirect', event, url)
    else {
      this.emit('will-frame-navigate', event)
      if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url)
    }
    return !event.defaultPrevented
  }

  private askToOpen(url: string): void {
    options(
      'setWindowOpenHandler: ответ',
      denied,
      this.openHandler({ url, disposition: 'foreground-tab', frameName: '', features: '' }),
    )
  }

  private hearCrash(): void {
    this.crashed = true
    const details = { reason: 'crashed', exitCode: 5 }
    this.emit('render-process-gone', {}, details)
    this.around.crashed(contentsFace(this), details)
  }

  private hearClosed(): void {
    if (this.destroyed) return
    this.destroyed = true
    all.delete(this)
    this.emit('destroyed', {})
    this.around.closed()
  }

  get mainFrame(): object {
    const [main] = this.page?.frames() ?? []
    return frameFace(main ?? { id: '', url: '', parent: null })
  }

  async load(url: string): Promise<void> {
    const page = await this.opening
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    await page.navigate(url)
    await loaded
  }

  async resizeTo(width: number, height: number): Promise<void> {
    this.size = { width, height }
    await this.page?.resize(width, height, 1.2 ** this.zoom)
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed')
    this.page?.post({ kind: 'push', channel, args: structuredClone(args) })
  }

  getURL(): string {
    return this.page?.url() ?? ''
  }

  reload(): void {
    this.crashed = false
    void this.page?.reload()
  }

  isDestroyed(): boolean {
    return this.destroyed
  }

  isCrashed(): boolean {
    return this.crashed
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler
  }

  async executeJavaScript(source: string): Promise<unknown> {
    return (await this.opening).evaluate(source)
  }

  /** Ends the page's process for real. */
  forcefullyCrashRenderer(): void {
    this.page?.session.send('Page.crash').catch(() => {})
  }

  getZoomLevel(): number {
    return this.zoom
  }

  setZoomLevel(level: number): void {
    this.zoom = level
    void this.resizeTo(this.size.width, this.size.height)
  }

  /** Playwright closes pages through this as well. False when the window refused. */
  close(): boolean {
    if (!this.around.mayClose()) return false
    void this.page?.close()
    return true
  }

  destroyPage(): void {
    void this.opening.then((page) => page.destroy())
  }

  private edit(command: string): void {
    void this.page?.evaluate(`document.execCommand('${command}')`)
  }
  copy(): void {
    this.edit('copy')
  }
  cut(): void {
    this.edit('cut')
  }
  paste(): void {
    this.edit('paste')
  }
  selectAll(): void {
    this.edit('selectAll')
  }
  undo(): void {
    this.edit('undo')
  }
  redo(): void {
    this.edit('redo')
  }
}

/** What Chromium calls a permission, where Electron has another name for it. */
const chromiumNames: Readonly<Record<string, string>> = { media: 'camera', 'clipboard-sanitized-write': 'clipboard-write' }

const permissionSetting = (permission: string, granted: boolean): object => ({
  permission: { name: chromiumNames[permission] ?? permission },
  setting: granted ? 'granted' : 'denied',
})

export const contentsFace = strictFaces<WebContents>('webContents')

const found = (contents: WebContents | undefined): WebContents | undefined => contents && contentsFace(contents)

export const webContents = strict('webContents', {
  getAllWebContents: () => [...all].map(contentsFace),
  fromId: (id: number) => found([...all].find((contents) => contents.id === id)),
  fromDevToolsTargetId: (id: string) => found([...all].find((contents) => contents.targetId === id)),
})
