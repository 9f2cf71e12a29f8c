import { expect, test } from 'vitest'
import { createWindows, type NativeContents, type NativeWindow } from '../../src/main/windows.ts'

/** Windows without Electron: what each was sent, and the events it would hear of. */
const desk = () => {
  const sent: unknown[] = []
  const heard: (() => void)[] = []
  const contents: NativeContents = {
    isDestroyed: () => false,
    send: (_channel, event) => void sent.push(event),
    reload: () => undefined,
    getZoomLevel: () => 0,
    setZoomLevel: () => undefined,
    on: (_event, listener) => void heard.push(() => listener(null, { reason: 'crashed', exitCode: 1 })),
  }
  const window: NativeWindow = {
    ...{ id: 7, webContents: contents },
    loadURL: async () => undefined,
    ...{ show: () => undefined, focus: () => undefined, restore: () => undefined, maximize: () => undefined },
    ...{ destroy: () => undefined, isFocused: () => true, isMinimized: () => false, isMaximized: () => false },
    isDestroyed: () => false,
    getNormalBounds: () => ({ x: 0, y: 0, width: 1280, height: 800 }),
    on: () => undefined,
  }
  const windows = createWindows({
    create: () => window,
    address: 'app://newsroom/index.html',
    displays: () => [{ x: 0, y: 0, width: 1920, height: 1080 }],
    memory: { get: () => ({ schemaVersion: 1, window: null, language: 'ru', folders: {} }), update: async () => undefined },
    crashed: () => undefined,
    ask: { crashed: async () => 'reload', unresponsive: async () => 'wait' },
    closing: () => undefined,
    isEnding: () => false,
  })
  return { windows, sent, crash: () => heard[0]?.() }
}

const find = { type: 'menuCommand', command: 'find' } as const

test('команда меню ждёт, пока страница начнёт слушать, и приходит один раз', async () => {
  const { windows, sent } = desk()
  await windows.open()
  windows.tellFront(find)
  expect(sent).toEqual([])
  windows.heard(7)
  windows.heard(7)
  expect(sent).toEqual([find])
  windows.tellFront(find)
  expect(sent).toEqual([find, find])
})

test('окно, страница которого ещё не слушает, при выходе не ждут: терять в нём нечего', async () => {
  const { windows } = desk()
  await windows.open()
  expect(windows.list().map((window) => window.isDead())).toEqual([true])
  windows.heard(7)
  expect(windows.list().map((window) => window.isDead())).toEqual([false])
})

test('после падения страница слушает заново, а не сразу', async () => {
  const { windows, sent, crash } = desk()
  await windows.open()
  windows.heard(7)
  crash()
  await Promise.resolve()
  await Promise.resolve()
  windows.tellFront(find)
  expect(sent).toEqual([])
  windows.heard(7)
  expect(sent).toEqual([find])
})
