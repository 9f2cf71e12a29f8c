import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, protocol } from 'electron'
import { createBackend } from '../backend/create-backend.ts'
import { nodeEnvironment } from '../backend/node-environment.ts'
import { answerFile } from './answer-file.ts'
import { callChannel, callSchema, eventChannel } from './bridge.ts'

const origin = 'app://newsroom'

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])

const openWindow = async (): Promise<void> => {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Профдвижение. Редакция',
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
    },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event, url) => {
    if (!url.startsWith(`${origin}/`)) event.preventDefault()
  })
  await window.loadURL(`${origin}/index.html`)
}

const run = async (): Promise<void> => {
  await app.whenReady()
  const backend = createBackend(nodeEnvironment(), { sending: true, indexing: true })
  protocol.handle('app', (request) => answerFile(backend, join(import.meta.dirname, '../renderer'), request.url))
  ipcMain.handle(callChannel, (event, request: unknown) => {
    if (!event.senderFrame?.url.startsWith(`${origin}/`)) throw new Error('чужая страница')
    const { name, input, person } = callSchema.parse(request)
    return backend.call(name, input, { person })
  })
  backend.subscribe((event) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(eventChannel, event)
  })
  app.on('window-all-closed', async () => {
    await backend.close()
    app.quit()
  })
  await openWindow()
}

void run()
