import { EventEmitter } from 'node:events'
import { writeSync } from 'node:fs'
import type { z } from 'zod'

/** Begins every line that the stand-in writes about something it does not imitate; the tests look for it. */
export const notImitatedMark = 'Подставной Electron не умеет'

/**
 * What the stand-in does not imitate. Silence would let a test prove nothing, and so would a program that catches the
 * error: therefore it is written out as well, and the tests fail on the line.
 */
export class NotImitated extends Error {
  constructor(api: string) {
    super(`${notImitatedMark}: ${api}`)
    this.name = 'NotImitated'
    writeSync(2, `${this.message}\n`)
  }
}

/** Properties that the language, the inspector and test tools ask of any object. */
const askedOfAnything = new Set(['then', 'toJSON', 'constructor', 'prototype', 'domain', 'name', 'length', 'nodeType'])

const check = (name: string, object: object, key: string | symbol): void => {
  if (typeof key === 'string' && !(key in object) && !askedOfAnything.has(key)) throw new NotImitated(`${name}.${key}`)
}

/** The object as the program sees it: an error for everything it does not have. */
export const strict = <T extends object>(name: string, object: T): T =>
  new Proxy(object, {
    get(target, key, receiver) {
      check(name, target, key)
      return Reflect.get(target, key, receiver)
    },
    set(target, key, value, receiver) {
      check(name, target, key)
      return Reflect.set(target, key, value, receiver)
    },
  })

/** Strict objects of one kind: the same object always has the same face. */
export const strictFaces = <T extends object>(name: string): ((object: T) => T) => {
  const faces = new WeakMap<T, T>()
  return (object) => {
    const face = faces.get(object) ?? strict(name, object)
    faces.set(object, face)
    return face
  }
}

/** A class with strict static members; `make` creates an instance and gives its face. */
export const strictClass = <T extends new (given: unknown) => object>(
  name: string,
  type: T,
  make: (given: unknown) => object,
): T =>
  new Proxy(type, {
    get(target, key, receiver) {
      check(name, target, key)
      return Reflect.get(target, key, receiver)
    },
    construct: (_, [given]) => make(given),
  })

/** Something of Electron that is not imitated at all: every use of it is an error. */
export const absent = (name: string): unknown =>
  new Proxy(class {}, {
    get: (_, key) => {
      if (typeof key === 'symbol' || askedOfAnything.has(key)) return undefined
      throw new NotImitated(`${name}.${key}`)
    },
    set: (_, key) => {
      throw new NotImitated(`${name}.${String(key)}`)
    },
    construct: () => {
      throw new NotImitated(`new ${name}`)
    },
  })

/** Options of a call, refused when they hold one that is not imitated. */
export const options = <T>(name: string, schema: z.ZodType<T>, value: unknown): T => {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  const found = error.issues.map((issue) => [...issue.path, ...('keys' in issue ? issue.keys : [issue.message])].join('.'))
  throw new NotImitated(`${name}({ ${found.join(', ')} })`)
}

/** An emitter that takes listeners only for events which the stand-in emits, or a test may emit. */
export class KnownEvents extends EventEmitter {
  private readonly owner: string
  private readonly events: ReadonlySet<string>

  constructor(owner: string, events: readonly string[]) {
    super()
    this.owner = owner
    this.events = new Set([...events, 'newListener', 'removeListener', 'error'])
  }

  protected known(event: string): boolean {
    return this.events.has(event)
  }

  private checked(event: string | symbol): void {
    if (typeof event === 'string' && !this.known(event)) throw new NotImitated(`${this.owner}.on('${event}')`)
  }

  override on(event: string | symbol, listener: (...args: unknown[]) => void): this {
    this.checked(event)
    return super.on(event, listener)
  }

  override addListener(event: string | symbol, listener: (...args: unknown[]) => void): this {
    return this.on(event, listener)
  }

  override prependListener(event: string | symbol, listener: (...args: unknown[]) => void): this {
    this.checked(event)
    return super.prependListener(event, listener)
  }
}

/** An event that a listener may refuse. */
export interface Refusable {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

export const refusable = <T extends object>(details: T): T & Refusable => {
  let prevented = false
  return {
    ...details,
    get defaultPrevented() {
      return prevented
    },
    preventDefault: () => {
      prevented = true
    },
  }
}
