export interface Wire {
  encode(value: unknown): string
  decode(text: string): unknown
}

/**
 * What Electron's messages may carry, as text: JSON and, tagged, bytes, dates and `undefined`. The function is also sent
 * into pages as source, so it uses nothing from outside itself. Throws on what cannot be cloned.
 */
export const wire = (): Wire => {
  const bytesToText = (bytes: Uint8Array): string => {
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return btoa(text)
  }
  const pack = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' }
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
    // What JSON has no number for: minus zero among them.
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
    if (typeof value !== 'object') throw new Error('An object could not be cloned.')
    if (Array.isArray(value)) return value.map(pack)
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof Uint8Array) return { $: 'bytes', v: bytesToText(value) }
    if (value instanceof Error) return { $: 'error', v: value.message }
    const prototype = Object.getPrototypeOf(value)
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      throw new Error(`Сообщение с ${value.constructor.name} не изображается`)
    return { $: 'object', v: Object.entries(value).map(([key, inner]) => [key, pack(inner)]) }
  }
  const unpack = (value: unknown): unknown => {
    if (value === null || typeof value !== 'object') return value
    if (Array.isArray(value)) return value.map(unpack)
    if (!('$' in value)) throw new Error('not a packed value')
    if (value.$ === 'undefined' || !('v' in value)) return undefined
    const { v } = value
    if (value.$ === 'number') return Number(v)
    if (value.$ === 'date') return new Date(Number(v))
    if (value.$ === 'bytes') return Uint8Array.from(atob(String(v)), (letter) => letter.charCodeAt(0))
    if (value.$ === 'error') return new Error(String(v))
    if (!Array.isArray(v)) throw new Error('not a packed value')
    return Object.fromEntries(v.map((entry) => (Array.isArray(entry) ? [String(entry[0]), unpack(entry[1])] : ['', null])))
  }
  return { encode: (value) => JSON.stringify(pack(value)), decode: (text) => unpack(JSON.parse(text)) }
}
