import { z } from 'zod'
import type { Session } from './cdp.ts'
import type { Browser } from './chromium.ts'
import { pathAddress, pathServer } from './file-paths.ts'
import { messageSchema, type PageMessage } from './page-message.ts'
import { answerRequest, pageAddress, programAddress } from './protocol.ts'
import { NotImitated } from './strict.ts'
import { wire } from './wire.ts'
import { mainWorld, preloadWorld } from './worlds.ts'

const world = 'electron-preload'
const { encode, decode } = wire()

export interface Frame {
  readonly id: string
  readonly url: string
  readonly parent: string | null
}

/** A request that Chromium holds until it is said what becomes of it. */
export interface HeldRequest {
  readonly url: string
  readonly method: string
  readonly kind: string
  readonly frame: Frame | null
  readonly isMainFrame: boolean
  readonly isNavigation: boolean
  readonly isRedirect: boolean
  /** True for a navigation that the program itself began. */
  readonly ordered: boolean
}

/** A refused navigation leaves the page where it is; a blocked request fails, and a page with it. */
export type Fate = 'allowed' | 'refused' | 'blocked'

const errorReasons = { refused: 'Aborted', blocked: 'BlockedByClient' } as const

/** What a page tells the program that shows it. */
export interface PageEvents {
  message(message: PageMessage, frame: Frame): void
  request(request: HeldRequest): Promise<Fate>
  opens(url: string): void
  domReady(): void
  loaded(): void
  failed(error: unknown): void
  crashed(): void
  closed(): void
  /** Asked when the page has something to lose; true leaves it nevertheless. */
  leaves(): boolean
}

export interface Page {
  readonly targetId: string
  readonly session: Session
  url(): string
  frames(): readonly Frame[]
  navigate(url: string): Promise<void>
  reload(): Promise<void>
  evaluate(source: string): Promise<unknown>
  post(message: object): void
  resize(width: number, height: number, zoom: number): Promise<void>
  /** Asks the page to close, as a person does; it may have something to lose. */
  close(): Promise<void>
  destroy(): Promise<void>
}

const createdSchema = z.object({ targetId: z.string() })
const attachedSchema = z.object({ sessionId: z.string() })
const contextSchema = z.object({
  context: z.object({ id: z.number(), name: z.string(), auxData: z.object({ frameId: z.string() }).optional() }),
})
const contextGoneSchema = z.object({ executionContextId: z.number() })
const bindingSchema = z.object({ payload: z.string(), executionContextId: z.number() })
const navigatedSchema = z.object({
  frame: z.object({ id: z.string(), url: z.string(), urlFragment: z.string().optional(), parentId: z.string().optional() }),
})
const movedSchema = z.object({ frameId: z.string(), url: z.string() })
const frameSchema = z.object({ frameId: z.string() })
const openSchema = z.object({ url: z.string() })
const childSchema = z.object({ sessionId: z.string(), targetInfo: z.object({ type: z.string() }) })
const dialogSchema = z.object({ type: z.string() })
const pausedSchema = z.object({
  requestId: z.string(),
  frameId: z.string(),
  resourceType: z.string(),
  redirectedRequestId: z.string().optional(),
  request: z.object({
    url: z.string(),
    method: z.string(),
    headers: z.record(z.string(), z.string()),
    postData: z.string().optional(),
    hasPostData: z.boolean().optional(),
  }),
})
const evaluatedSchema = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.object({ text: z.string(), exception: z.object({ description: z.string() }).optional() }).optional(),
})
const navigationSchema = z.object({ errorText: z.string().optional() })

const preloadSource = (preload: string, electron: string): string => {
  const process = JSON.stringify({ platform: globalThis.process.platform, versions: { electron } })
  const parts = [
    `function (require, module, exports, process) {${preload}\n}`,
    `(${wire})()`,
    process,
    JSON.stringify(pathAddress),
  ]
  return `(${preloadWorld})(${parts.join(', ')})`
}

/** Opens a page of Chromium with a preload (its source) in a world of its own. */
export const openPage = async (browser: Browser, preload: string, electron: string, events: PageEvents): Promise<Page> => {
  const { connection } = browser
  const { targetId } = createdSchema.parse(
    await connection.send('Target.createTarget', { url: 'about:blank', newWindow: true, background: false }),
  )
  const { sessionId } = attachedSchema.parse(await connection.send('Target.attachToTarget', { targetId, flatten: true }))
  const session = connection.session(sessionId)
  const frames = new Map<string, Frame>([[targetId, { id: targetId, url: 'about:blank', parent: null }]])
  const worlds = new Map<number, string>()
  let ordered = true
  let open = true

  session.on('Page.frameNavigated', (params) => {
    const { id, url, urlFragment, parentId } = navigatedSchema.parse(params).frame
    frames.set(id, { id, url: programAddress(url + (urlFragment ?? '')), parent: parentId ?? null })
  })
  session.on('Page.navigatedWithinDocument', (params) => {
    const { frameId, url } = movedSchema.parse(params)
    frames.set(frameId, { id: frameId, parent: frames.get(frameId)?.parent ?? null, url: programAddress(url) })
  })
  session.on('Page.frameDetached', (params) => frames.delete(frameSchema.parse(params).frameId))
  session.on('Runtime.executionContextCreated', (params) => {
    const { id, name, auxData } = contextSchema.parse(params).context
    if (name === world && auxData) worlds.set(id, auxData.frameId)
  })
  session.on('Runtime.executionContextDestroyed', (params) => worlds.delete(contextGoneSchema.parse(params).executionContextId))
  session.on('Runtime.executionContextsCleared', () => worlds.clear())
  session.on('Runtime.bindingCalled', (params) => {
    const { payload, executionContextId } = bindingSchema.parse(params)
    const frame = frames.get(worlds.get(executionContextId) ?? '')
    if (frame) events.message(messageSchema.parse(decode(payload)), frame)
  })
  session.on('Page.windowOpen', (params) => events.opens(programAddress(openSchema.parse(params).url)))
  session.on('Target.attachedToTarget', (params) => {
    const { sessionId: child, targetInfo } = childSchema.parse(params)
    if (targetInfo.type === 'iframe') events.failed(new NotImitated('страница другого происхождения внутри окна'))
    else
      void connection
        .session(child)
        .send('Runtime.runIfWaitingForDebugger')
        .catch(() => {})
  })
  session.on('Page.domContentEventFired', () => events.domReady())
  session.on('Page.loadEventFired', () => events.loaded())
  session.on('Inspector.targetCrashed', () => events.crashed())
  session.on('Page.javascriptDialogOpening', (params) => {
    if (dialogSchema.parse(params).type !== 'beforeunload') return
    void session.send('Page.handleJavaScriptDialog', { accept: events.leaves() }).catch(() => {})
  })
  connection.on('Target.targetDestroyed', (params) => {
    if (!open || createdSchema.parse(params).targetId !== targetId) return
    open = false
    events.closed()
  })

  const answerPaused = async (params: unknown): Promise<void> => {
    const { requestId, frameId, resourceType, redirectedRequestId, request } = pausedSchema.parse(params)
    if (request.method === 'POST' && new URL(request.url).pathname === pathAddress)
      return void (await session.send('Fetch.continueRequest', { requestId, url: await pathServer() }))
    const isNavigation = resourceType === 'Document'
    const isMainFrame = frameId === targetId
    const byProgram = isNavigation && isMainFrame && ordered
    if (byProgram) ordered = false
    const fate = await events.request({
      url: programAddress(request.url),
      method: request.method,
      kind: resourceType,
      frame: frames.get(frameId) ?? null,
      isMainFrame,
      isNavigation,
      isRedirect: redirectedRequestId !== undefined,
      ordered: byProgram,
    })
    if (fate !== 'allowed') return void (await session.send('Fetch.failRequest', { requestId, errorReason: errorReasons[fate] }))
    if (request.hasPostData && request.postData === undefined) throw new Error(`Тело запроса ${request.url} не видно`)
    const answer = await answerRequest({
      address: request.url,
      method: request.method,
      headers: request.headers,
      body: request.postData,
    })
    if (!answer) return void (await session.send('Fetch.continueRequest', { requestId }))
    await session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: answer.status,
      responseHeaders: answer.headers,
      body: Buffer.from(answer.bytes).toString('base64'),
    })
  }
  session.on('Fetch.requestPaused', (params) => {
    answerPaused(params).catch((error: unknown) => {
      const { requestId } = pausedSchema.parse(params)
      session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }).catch(() => {})
      // A page that is gone has nothing more to load.
      if (open) events.failed(error)
    })
  })

  await connection.send('Target.setDiscoverTargets', { discover: true })
  await session.send('Page.enable')
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
  await session.send('Runtime.enable')
  await session.send('Runtime.addBinding', { name: '__standInDeliver', executionContextName: world })
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${mainWorld})()` })
  await session.send('Page.addScriptToEvaluateOnNewDocument', { source: preloadSource(preload, electron), worldName: world })
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })

  return {
    targetId,
    session,
    url: () => frames.get(targetId)?.url ?? '',
    frames: () => [...frames.values()],
    navigate: async (url) => {
      ordered = true
      const { errorText } = navigationSchema.parse(await session.send('Page.navigate', { url: pageAddress(url) }))
      if (errorText !== undefined) throw new Error(`${errorText.replace('net::', '')} loading '${url}'`)
    },
    reload: async () => {
      ordered = true
      await session.send('Page.reload')
    },
    evaluate: async (expression) => {
      const answer = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
        userGesture: true,
      })
      const { result, exceptionDetails } = evaluatedSchema.parse(answer)
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value
    },
    post: (message) => {
      const expression = `__standInReceive(${JSON.stringify(encode(message))})`
      for (const contextId of worlds.keys()) session.send('Runtime.evaluate', { expression, contextId }).catch(() => {})
    },
    resize: async (width, height, zoom) => {
      const size = { width: Math.round(width / zoom), height: Math.round(height / zoom) }
      await session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: zoom, mobile: false })
    },
    close: async () => {
      await session.send('Page.close').catch(() => {})
    },
    destroy: async () => {
      await connection.send('Target.closeTarget', { targetId }).catch(() => {})
    },
  }
}
