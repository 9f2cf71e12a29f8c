import { KnownEvents, strict } from './strict.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

/** Channels are names of the program's own: every one may be listened to. */
class IpcMain extends KnownEvents {
  private readonly handlers = new Map<string, Handler>()

  constructor() {
    super('ipcMain', [])
  }

  protected override known(): boolean {
    return true
  }

  handle(channel: string, handler: Handler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, handler)
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel)
      return handler(event, ...args)
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }

  async answer(channel: string, event: object, args: readonly unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  }
}

const ipc = new IpcMain()

export const ipcMain = strict('ipcMain', ipc)

/** Calls the handler of a channel; rejects as the page is to see it. */
export const answerInvoke = (channel: string, event: object, args: readonly unknown[]): Promise<unknown> =>
  ipc.answer(channel, event, args).catch((error: unknown) => {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`)
  })
