import type { HouseRule } from '../../../../shared/language/house/house-style.ts'
import { type CheckRequest, checkReplySchema, type Finding } from './protocol.ts'

export interface CheckerPorts {
  /** Starts the worker; what it says comes unchecked. */
  readonly start: (said: (message: unknown) => void) => (request: CheckRequest) => void
}

/** Looks through texts off the main thread; texts it has seen are answered from memory. */
export interface Checker {
  /** What is known of these texts now; asks for what is not, and tells when it is. */
  findings(texts: readonly string[]): readonly (readonly Finding[] | null)[]
  learn(rules: readonly HouseRule[], words: readonly string[]): void
  suggest(word: string): Promise<readonly string[]>
  /** Calls back when more is known; returns how to stop. */
  subscribe(listener: () => void): () => void
  /** Null until it is known whether the dictionary could be read. */
  dictionary(): boolean | null
}

/** Texts that are remembered: those of a few long articles. */
const memory = 4000

export const createChecker = ({ start }: CheckerPorts): Checker => {
  const listeners = new Set<() => void>()
  const known = new Map<string, readonly Finding[]>()
  const asked = new Map<number, readonly string[]>()
  const suggesting = new Map<number, (words: readonly string[]) => void>()
  const waiting = new Set<string>()
  let run = 0
  let there: boolean | null = null

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const forget = () => {
    known.clear()
    asked.clear()
    waiting.clear()
    tell()
  }
  const hear = (message: unknown) => {
    const reply = checkReplySchema.parse(message)
    if (reply.type === 'suggested') {
      suggesting.get(reply.run)?.(reply.words)
      suggesting.delete(reply.run)
    } else if (reply.type === 'dictionary') {
      there = reply.there
      forget()
    } else {
      const texts = asked.get(reply.run)
      asked.delete(reply.run)
      texts?.forEach((text, at) => {
        waiting.delete(text)
        known.set(text, reply.findings[at] ?? [])
      })
      if (texts) tell()
    }
  }
  const post = start(hear)
  return {
    findings: (texts) => {
      const missing = [...new Set(texts)].filter((text) => text !== '' && !known.has(text) && !waiting.has(text))
      if (missing.length > 0) {
        if (known.size > memory) known.clear()
        run += 1
        asked.set(run, missing)
        for (const text of missing) waiting.add(text)
        post({ type: 'check', run, texts: missing })
      }
      return texts.map((text) => (text === '' ? [] : (known.get(text) ?? null)))
    },
    learn: (rules, words) => {
      post({ type: 'learn', rules: [...rules], words: [...words] })
      forget()
    },
    suggest: (word) => {
      run += 1
      const own = run
      return new Promise((done) => {
        suggesting.set(own, done)
        post({ type: 'suggest', run: own, word })
      })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    dictionary: () => there,
  }
}
