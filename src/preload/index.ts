import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'

// The same names as in src/main/carry-calls.ts, which a sandboxed preload can't import.
const callChannel = 'newsroom:call'
const eventChannel = 'newsroom:event'

contextBridge.exposeInMainWorld('newsroom', {
  call: (request: { name: string; input: unknown; person: string | null }): Promise<unknown> =>
    ipcRenderer.invoke(callChannel, request),
  subscribe: (listener: (event: unknown) => void): (() => void) => {
    const heard = (_: IpcRendererEvent, event: unknown) => listener(event)
    ipcRenderer.on(eventChannel, heard)
    return () => ipcRenderer.removeListener(eventChannel, heard)
  },
  pathOf: (file: File): string => webUtils.getPathForFile(file),
})
