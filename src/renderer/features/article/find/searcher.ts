import type { FindQuery, Match } from '../../../../shared/language/find/find-text.ts'
import { findText, matchLimit } from '../../../../shared/language/find/find-text.ts'
import { type FindRequest, findReplySchema } from './protocol.ts'

/** What was found in each text, or that the expression takes too long. */
export type Found = readonly (readonly Match[])[] | 'tooSlow'

/** A worker that runs regular expressions, as its window sees it. */
export interface FindWorker {
  readonly post: (request: FindRequest) => void
  readonly close: () => void
}

export interface SearcherPorts {
  readonly start: (said: (message: unknown) => void) => FindWorker
  /** Calls back after so many milliseconds; returns how to stop. */
  readonly after: (milliseconds: number, callback: () => void) => () => void
}

/** Looks for words, and for regular expressions in bounded time. */
export interface Searcher {
  /** The answer to an older question is never given when a newer one was asked. */
  search(texts: readonly string[], query: FindQuery, done: (found: Found) => void): void
  close(): void
}

/** An expression may take so long, in milliseconds; one that goes back and forth over a paragraph would take years. */
const timeLimit = 1000

/** Plain words are found at once; a regular expression runs in a worker, which is ended when it takes too long. */
export const createSearcher = ({ start, after }: SearcherPorts): Searcher => {
  let worker: FindWorker | null = null
  let ready = false
  let run = 0
  let waiting: { readonly request: FindRequest; readonly done: (found: Found) => void } | null = null
  let asked: { readonly run: number; readonly done: (found: Found) => void; readonly stop: () => void } | null = null

  const end = () => {
    worker?.close()
    worker = null
    ready = false
    asked?.stop()
    asked = null
  }
  const next = () => {
    if (!waiting || asked) return
    worker ??= start(hear)
    if (!ready) return
    const { request, done } = waiting
    waiting = null
    const stop = after(timeLimit, () => {
      end()
      if (request.run === run) done('tooSlow')
      next()
    })
    asked = { run: request.run, done, stop }
    worker.post(request)
  }
  const hear = (message: unknown) => {
    const reply = findReplySchema.parse(message)
    if (reply.type === 'ready') ready = true
    else if (asked?.run === reply.run) {
      const { done, stop } = asked
      stop()
      asked = null
      if (reply.run === run) done(reply.matches)
    }
    next()
  }
  return {
    search: (texts, query, done) => {
      run += 1
      if (query.regexp) {
        waiting = { request: { run, texts: [...texts], query }, done }
        next()
        return
      }
      waiting = null
      let left = matchLimit
      done(
        texts.map((text) => {
          const found = findText(text, query, left)
          left -= found.length
          return found
        }),
      )
    },
    close: end,
  }
}

/** The worker of this window. */
export const startFindWorker = (said: (message: unknown) => void): FindWorker => {
  const worker = new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', (event: MessageEvent<unknown>) => said(event.data))
  return { post: (request) => worker.postMessage(request), close: () => worker.terminate() }
}
