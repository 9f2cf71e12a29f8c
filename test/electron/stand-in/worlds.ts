// Scripts that run in pages. They are sent as source, so each uses only what it is given and what browsers have.
import type { Wire } from './wire.ts'

/** The limited `process` that a sandboxed preload sees. */
export interface PreloadProcess {
  readonly platform: string
  readonly versions: Readonly<Record<string, string | undefined>>
}

export type Preload = (
  require: (name: string) => unknown,
  module: { exports: object },
  exports: object,
  process: PreloadProcess,
) => void

/**
 * The half of contextBridge in the page's own world. The worlds share the document but no objects: DOM events carry
 * clones across, functions are left at home and called by number.
 */
export const mainWorld = (): void => {
  if (window !== window.top) return
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let last = 0
  const fire = (name: string, detail: unknown) => document.dispatchEvent(new CustomEvent(`stand-in:${name}`, { detail }))
  const hear = (name: string, listener: (detail: Record<string, unknown>) => void) =>
    document.addEventListener(`stand-in:${name}`, (event) => {
      if (event instanceof CustomEvent) listener(event.detail)
    })
  const give = (value: unknown): unknown => {
    if (typeof value !== 'function') return value
    last += 1
    const own = last
    functions.set(own, (...args) => value(...args))
    return { $function: own }
  }
  const take = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if ('$function' in value) return (...args: unknown[]) => call(Number(value.$function), args)
    if ('$promise' in value) return new Promise((resolve, reject) => promises.set(Number(value.$promise), { resolve, reject }))
    return value
  }
  const call = (id: number, args: unknown[]): unknown => {
    let answer: Record<string, unknown> = { error: 'the preload did not answer' }
    const heard = (event: Event) => {
      if (event instanceof CustomEvent) answer = event.detail
    }
    document.addEventListener('stand-in:returned', heard)
    fire('call', { id, args: args.map(give) })
    document.removeEventListener('stand-in:returned', heard)
    if (typeof answer.error === 'string') throw new Error(answer.error)
    return take(answer.value)
  }
  hear('settled', ({ id, value, error }) => {
    const promise = promises.get(Number(id))
    promises.delete(Number(id))
    if (typeof error === 'string') promise?.reject(new Error(error))
    else promise?.resolve(take(value))
  })
  hear('call-back', ({ id, args }) => {
    if (Array.isArray(args)) functions.get(Number(id))?.(...args.map(take))
  })
  hear('expose', ({ key, api }) => {
    if (typeof api !== 'object' || api === null) throw new Error('only objects are exposed')
    const taken = Object.fromEntries(Object.entries(api).map(([name, value]) => [name, take(value)]))
    Object.defineProperty(window, String(key), { value: Object.freeze(taken), enumerable: true })
  })

  window.open = (url) => {
    fire('open', { url: new URL(String(url ?? 'about:blank'), document.baseURI).href })
    return null
  }

  // What a page must be allowed: the handlers of the session are asked first, then Chromium decides accordingly.
  const ask = async (permission: string, check: boolean) => {
    last += 1
    const own = last
    const answer = new Promise<unknown>((resolve, reject) => promises.set(own, { resolve, reject }))
    fire('ask', { id: own, permission, check })
    return (await answer) === true
  }
  const askFirst = (owner: object | undefined, method: string, permission: string) => {
    const original: unknown = owner && Reflect.get(owner, method)
    if (owner === undefined || typeof original !== 'function') return
    Object.defineProperty(owner, method, {
      value: async (...args: unknown[]) => {
        await ask(permission, false)
        return Reflect.apply(original, owner, args)
      },
    })
  }
  askFirst(navigator.mediaDevices, 'getUserMedia', 'media')
  askFirst(navigator.mediaDevices, 'getDisplayMedia', 'display-capture')
  askFirst(navigator.clipboard, 'readText', 'clipboard-read')
  askFirst(navigator.clipboard, 'read', 'clipboard-read')
  askFirst(navigator.clipboard, 'writeText', 'clipboard-sanitized-write')
  askFirst(navigator.geolocation, 'getCurrentPosition', 'geolocation')
  askFirst(navigator.geolocation, 'watchPosition', 'geolocation')
  askFirst(window.Notification, 'requestPermission', 'notifications')
}

/** The preload with its `electron`, in a world of its own. `deliver` is the way out that Chromium gives this world. */
export const preloadWorld = (preload: Preload, wire: Wire, process: PreloadProcess, pathAddress: string): void => {
  if (window !== window.top) return
  const deliver = (message: object) => {
    const way: unknown = Reflect.get(globalThis, '__standInDeliver')
    if (typeof way === 'function') way(wire.encode(message))
  }
  const functions = new Map<number, (...args: unknown[]) => unknown>()
  const replies = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  const listeners = new Map<string, ((...args: unknown[]) => void)[]>()
  let last = 0
  const fire = (name: string, detail: unknown) => document.dispatchEvent(new CustomEvent(`stand-in:${name}`, { detail }))
  const hear = (name: string, listener: (detail: Record<string, unknown>) => void) =>
    document.addEventListener(`stand-in:${name}`, (event) => {
      if (event instanceof CustomEvent) listener(event.detail)
    })
  const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
  const give = (value: unknown): unknown => {
    last += 1
    const own = last
    if (typeof value === 'function') {
      functions.set(own, (...args) => value(...args))
      return { $function: own }
    }
    if (value instanceof Promise) {
      value.then(
        (settled) => fire('settled', { id: own, value: give(settled) }),
        (error) => fire('settled', { id: own, error: messageOf(error) }),
      )
      return { $promise: own }
    }
    return value
  }
  const take = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('$function' in value)) return value
    const id = value.$function
    return (...args: unknown[]) => fire('call-back', { id, args: args.map(give) })
  }
  hear('call', ({ id, args }) => {
    try {
      if (!Array.isArray(args)) throw new Error('no arguments')
      fire('returned', { value: give(functions.get(Number(id))?.(...args.map(take))) })
    } catch (error) {
      fire('returned', { error: messageOf(error) })
    }
  })
  const asked = new Map<string, (allowed: boolean) => void>()
  hear('ask', (question) => {
    const own = `ask${question.id}`
    asked.set(own, (allowed) => fire('settled', { id: question.id, value: allowed }))
    deliver({ kind: 'ask', id: own, permission: question.permission, check: question.check })
  })
  hear('open', ({ url }) => deliver({ kind: 'open', url }))
  const unknown = (name: string): never => {
    deliver({ kind: 'not-imitated', api: name })
    throw new Error(name)
  }
  const strict = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get: (target, key, receiver) =>
        key in target || typeof key === 'symbol' ? Reflect.get(target, key, receiver) : unknown(`${name}.${key}`),
    })
  const forget = (channel: string, listener: (...args: unknown[]) => void) => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter((other) => other !== listener),
    )
  }
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        last += 1
        replies.set(last, { resolve, reject })
        deliver({ kind: 'invoke', id: last, channel, args })
      }),
    send: (channel: string, ...args: unknown[]) => deliver({ kind: 'send', channel, args }),
    on: (channel: string, listener: (...args: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    },
    off: forget,
    removeListener: forget,
  }
  const contextBridge = {
    exposeInMainWorld: (key: string, api: object) => {
      fire('expose', { key, api: Object.fromEntries(Object.entries(api).map(([name, value]) => [name, give(value)])) })
    },
  }
  Object.defineProperty(globalThis, '__standInReceive', {
    value: (text: string) => {
      const message = wire.decode(text)
      if (typeof message !== 'object' || message === null || !('kind' in message)) return
      if (message.kind === 'push' && 'channel' in message && 'args' in message && Array.isArray(message.args))
        for (const listener of listeners.get(String(message.channel)) ?? []) listener({ sender: ipcRenderer }, ...message.args)
      if (message.kind === 'allowed' && 'id' in message && 'allowed' in message)
        asked.get(String(message.id))?.(message.allowed === true)
      if (message.kind !== 'reply' || !('id' in message)) return
      const reply = replies.get(Number(message.id))
      replies.delete(Number(message.id))
      if ('error' in message) reply?.reject(new Error(String(message.error)))
      else if ('value' in message) reply?.resolve(message.value)
    },
  })
  // Bubbling and last: a page that shows a menu of its own has refused the event by then.
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) return
    const { target } = event
    const isEditable = target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'))
    deliver({
      kind: 'context-menu',
      x: event.clientX,
      y: event.clientY,
      isEditable,
      selectionText: String(window.getSelection() ?? ''),
    })
  })
  // A file that a page made itself has no path; only what was chosen in a field has.
  const chosen = new Set<string>()
  const nameOf = (file: File) => `${file.name}/${file.size}/${file.lastModified}`
  window.addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement) for (const file of target.files ?? []) chosen.add(nameOf(file))
    },
    { capture: true },
  )
  const getPathForFile = (file: File): string => {
    if (!chosen.has(nameOf(file))) return ''
    const form = new FormData()
    form.append('file', file)
    const request = new XMLHttpRequest()
    request.open('POST', pathAddress, false)
    request.send(form)
    if (request.status !== 200) throw new Error(request.responseText)
    return request.responseText
  }
  const electron = {
    ipcRenderer: strict('ipcRenderer', ipcRenderer),
    contextBridge: strict('contextBridge', contextBridge),
    webUtils: strict('webUtils', { getPathForFile }),
  }
  const module = { exports: {} }
  preload(
    (name) => (name === 'electron' ? strict('electron', electron) : unknown(`require('${name}')`)),
    module,
    module.exports,
    process,
  )
}
