/** Folders that must not be named in a log, and the words that stand for them. */
export type Places = readonly (readonly [folder: string, word: string])[]

const forward = (path: string): string => path.replaceAll('\\', '/')

/** Puts words for the folders of the person and of the program into a text. */
export const withoutPlaces = (text: string, places: Places): string =>
  places
    .filter(([folder]) => folder.length > 1)
    .map(([folder, word]) => [forward(folder), word] as const)
    .sort(([a], [b]) => b.length - a.length)
    .reduce((rest, [folder, word]) => rest.replaceAll(folder, word).replaceAll(encodeURI(folder), word), forward(text))

/** A frame of a stack: «at name (place:line:column)» with a place that only a program has. */
const frame =
  /^\s+at (?:(?:async |new )*[\w$.<>#[\] ]{1,120} \()?(?:file:|node:|app:|\/|[A-Za-z]:[\\/]|<)[^()]{1,400}:\d+:\d+\)?$/

const code = /^[A-Z][A-Z0-9_]{2,40}$/
const className = /^[A-Za-z][A-Za-z0-9]{0,60}$/

const codeOf = (error: Error): string | null => {
  const value = 'code' in error ? error.code : null
  return typeof value === 'string' && code.test(value) ? value : null
}

/** Frames of an error, without its message: that may hold what a person wrote. */
const framesOf = (error: Error): string[] => {
  const { stack = '', message } = error
  const at = message === '' ? -1 : stack.indexOf(message)
  const below = at < 0 ? stack : stack.slice(at + message.length)
  return below.split('\n').filter((line) => frame.test(line))
}

/**
 * What may be written of an error: its class, its code, its frames. Never its message: a message may carry a headline,
 * a text or a key. Causes follow, at most three deep.
 */
export const describeError = (error: unknown, places: Places, depth = 0): string => {
  if (!(error instanceof Error)) return `брошено не исключение, а ${typeof error}`
  const name = className.test(error.name) ? error.name : 'Error'
  const errorCode = codeOf(error)
  const head = errorCode === null ? name : `${name} ${errorCode}`
  const own = [head, ...framesOf(error).map((line) => withoutPlaces(line, places))].join('\n')
  return error.cause === undefined || depth >= 3 ? own : `${own}\nпричина: ${describeError(error.cause, places, depth + 1)}`
}
