import { randomBytes } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
} from 'electron'
import { createBackend } from '../backend/create-backend.ts'
import type { Environment } from '../backend/environment.ts'
import { fileFailure } from '../backend/file-failure.ts'
import { failure } from '../shared/api/result.ts'
import { desktopTexts } from '../shared/desktop/texts/texts.ts'
import type { ThemeChoice } from '../shared/desktop/theme.ts'
import { workspaceApi } from '../shared/workspace/api.ts'
import { callChannel, createCallCarrier } from './carry-calls.ts'
import { createClosing } from './closing.ts'
import { contextTemplate } from './context-menu.ts'
import type { Crash } from './crash-log.ts'
import { desktopDispatch } from './desktop-handlers.ts'
import { openDesktopMemory } from './desktop-state.ts'
import { createDialogs } from './dialogs.ts'
import { menuTemplate } from './menu.ts'
import { createNotifier, type Notice } from './notify.ts'
import { createOffers, type Offers, sortPaths } from './open-files.ts'
import { answerRequest } from './protocol.ts'
import {
  ask,
  closeFailedQuestion,
  crashedQuestion,
  message,
  type Question,
  unresponsiveQuestion,
  unsavedQuestion,
} from './questions.ts'
import { installationPassphrase, keychainOf } from './secrets.ts'
import { guardContents, guardSession, startAddress, webPreferences } from './security.ts'
import { leastSize } from './window-state.ts'
import { createWindows, zoom } from './windows.ts'

export interface ProgramParts {
  readonly environment: Environment
  readonly crashed: (crash: Crash) => void
}

/** The running program, as far as the outside of it matters. */
export interface Program {
  /** Brings a window up and offers it what was given. */
  give(paths: readonly string[]): Promise<void>
  /** Says that the program has failed, saves and ends. */
  fail(): Promise<void>
}

/** What lets the open folder go. */
const leavingFolder: ReadonlySet<string> = new Set([
  workspaceApi.create.name,
  workspaceApi.open.name,
  workspaceApi.close.name,
  workspaceApi.check.name,
])

/** Starts the desktop program. Electron must be ready. */
export const startProgram = async ({ environment: base, crashed }: ProgramParts): Promise<Program> => {
  const development = !app.isPackaged
  const memory = await openDesktopMemory(base)
  const texts = () => desktopTexts[memory.get().language]
  /** The windows keep it and tell it when they come up. */
  let theme: ThemeChoice = 'system'
  const keychain = keychainOf(safeStorage, process.platform)
  const random = () => randomBytes(32).toString('base64url')
  const secrets = await installationPassphrase({ environment: base, keychain, random, texts: texts().secrets })
  const environment: Environment = { ...base, passphrase: secrets.passphrase }
  const backend = createBackend(environment, { sending: true, indexing: true })

  const put = <A>(window: BrowserWindow | null, question: Question<A>): Promise<A> =>
    ask(
      (options) => (window ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options)),
      texts().program,
      question,
    )

  const windows = createWindows<BrowserWindow>({
    create: (area) =>
      new BrowserWindow({
        ...area,
        minWidth: leastSize.width,
        minHeight: leastSize.height,
        show: false,
        title: texts().program,
        webPreferences: webPreferences(join(import.meta.dirname, '../preload/index.cjs'), development),
      }),
    address: startAddress,
    displays: () => screen.getAllDisplays().map(({ workArea }) => workArea),
    memory,
    crashed,
    ask: {
      crashed: (window) => put(window, crashedQuestion(texts())),
      unresponsive: (window) => put(window, unresponsiveQuestion(texts())),
    },
    // The last window takes the program with it, except on macOS, where a program lives without one.
    closing: (id) => {
      if (windows.list().length === 1 && process.platform !== 'darwin') void closing.quit()
      else void closing.closeWindow(id)
    },
    isEnding: () => closing.isEnding(),
  })

  const offers: Offers = createOffers(() => windows.tellFront({ type: 'offerWaiting' }))
  const show = ({ title, body }: Notice): void => {
    if (!Notification.isSupported()) return
    const notification = new Notification({ title, body })
    notification.on('click', () => void windows.bringUp())
    notification.show()
  }
  const notifier = createNotifier({
    backend,
    texts,
    watched: windows.isWatched,
    show,
  })
  const carrier = createCallCarrier({
    backend,
    heard: windows.heard,
    answered: notifier.answered,
    // Another folder under a window would leave its last edits nowhere to go.
    before: async (name) =>
      leavingFolder.has(name) && backend.newsroom() && !(await closing.saveAll())
        ? failure('conflict', texts().unsaved.message, { safe: texts().unsaved.failed, todo: texts().unsaved.todo })
        : null,
    desktop: desktopDispatch({
      files: environment.files,
      texts,
      dialogsOf: (id) => {
        const window = windows.byId(id)
        return createDialogs(
          {
            open: (options) => (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)),
            save: (options) => (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options)),
          },
          memory,
        )
      },
      offers,
      shell,
      notify: (notice) => {
        if (!windows.isWatched()) show(notice)
      },
      settled: (request, saved) => closing.settled(request, saved),
      useLanguage: (language) => {
        if (language !== memory.get().language) void memory.update({ language }).then(showMenu)
      },
      useTheme: (chosen) => {
        if (chosen === theme) return
        theme = chosen
        void showMenu()
      },
    }),
  })
  const closing = createClosing({
    windows: windows.list,
    newId: environment.newId,
    later: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds)
      return () => clearTimeout(timer)
    },
    askUnsaved: (id, why) => put(windows.byId(id), unsavedQuestion(texts(), why)),
    askCloseFailed: (what) => put(windows.front(), closeFailedQuestion(texts(), what)),
    closeBackend: async () => {
      await carrier.idle()
      try {
        await backend.close()
        return null
      } catch (error) {
        crashed({ kind: 'unhandledRejection', error })
        return fileFailure(error) ?? failure('internal', texts().failed.message)
      }
    },
    end: () => app.quit(),
  })

  const showMenu = async (): Promise<void> => {
    const state = workspaceApi.state.output.safeParse(await answerOf(workspaceApi.state.name))
    const recent = workspaceApi.recent.output.safeParse(await answerOf(workspaceApi.recent.name))
    const template = menuTemplate(
      {
        texts: texts(),
        mac: process.platform === 'darwin',
        development,
        open: state.success && state.data.folder !== null,
        readOnly: state.success && state.data.readOnly,
        recent: recent.success ? recent.data.filter(({ missing }) => !missing) : [],
        theme,
      },
      {
        command: (command) => windows.tellFront({ type: 'menuCommand', command }),
        newWindow: () => void windows.open(),
        zoom: (step) => {
          const window = windows.front()
          if (window) zoom(window.webContents, step)
        },
        openFolder: (folder) => {
          offers.add({ folder, files: [] })
          void windows.bringUp()
        },
        showLog: () => void shell.openPath(environment.home),
        about: () => {
          const detail = texts().about(app.getVersion(), process.versions.electron ?? '', environment.home)
          void put(windows.front(), message(texts(), texts().program, detail))
        },
      },
    )
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  const answerOf = async (name: string): Promise<unknown> => {
    const result = await backend.call(name, {}, { person: null })
    return result.ok ? result.value : null
  }

  const openExternal = (address: string) => void shell.openExternal(address).catch(() => undefined)
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, openExternal)
    contents.on('context-menu', (_pointed, pointedAt) => {
      const template = contextTemplate(pointedAt, texts())
      if (template.length > 0) Menu.buildFromTemplate(template).popup()
    })
  })
  guardSession(session.defaultSession, development)
  protocol.handle('app', (request) => answerRequest(backend, join(import.meta.dirname, '../renderer'), request))
  ipcMain.handle(callChannel, (event, request: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    return carrier.carry({ frame: event.senderFrame, window: window?.id ?? -1 }, request)
  })
  backend.subscribe((event) => {
    windows.tellAll(event)
    notifier.heard(event)
    if (event.type === 'workspaceChanged') void showMenu()
  })
  app.on('before-quit', (event) => {
    if (closing.isEnding()) return
    event.preventDefault()
    void closing.quit()
  })
  // Without a listener Electron quits when the last window is gone; on macOS the program stays.
  app.on('window-all-closed', () => undefined)
  app.on('activate', () => void windows.bringUp())
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') crashed({ kind: 'process', reason, exitCode, process: type })
  })
  powerMonitor.on('suspend', () => void closing.saveAll())
  powerMonitor.on('shutdown', () => void closing.quit())

  await showMenu()
  await windows.open()
  if (secrets.notice !== null) void put(windows.front(), message(texts(), secrets.notice))

  return {
    give: async (paths) => {
      offers.add(await sortPaths(environment.files, paths))
      await windows.bringUp()
    },
    fail: async () => {
      await put(windows.front(), message(texts(), texts().failed.message, texts().failed.detail))
      await closing.quit()
    },
  }
}

/** Folders that no log may name. */
export const placesOf = (environment: Environment) =>
  [
    [join(import.meta.dirname, '..', '..'), '<программа>'],
    [environment.home, '<настройки>'],
    [homedir(), '~'],
  ] as const
