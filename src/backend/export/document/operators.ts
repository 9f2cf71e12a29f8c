/** A token of page content: an operator, or what stands before it. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' | 'operator'; readonly text: string }

const white = /[\0\t\n\f\r ]/
const delimiter = /[()<>[\]{}/%]/

/**
 * Reads the content of a page token by token. Texts, comments and the data of inline pictures are passed over: they hold
 * whatever they like.
 */
export function* tokensOf(bytes: Uint8Array): Generator<Token> {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  let at = 0
  while (at < content.length) {
    const sign = content.charAt(at)
    if (white.test(sign)) at += 1
    else if (sign === '(') at = afterText(content, at)
    else if (sign === '%') at = afterLine(content, at)
    else if (sign === '/') {
      const end = wordEnd(content, at + 1)
      yield { kind: 'name', text: content.slice(at + 1, end) }
      at = end
    } else if (delimiter.test(sign)) {
      const closes = sign === '<' && content.charAt(at + 1) !== '<' ? content.indexOf('>', at) : at
      at = (closes < 0 ? content.length : closes) + 1
    } else {
      const end = wordEnd(content, at)
      const text = content.slice(at, end)
      at = text === 'ID' ? afterPicture(content, end) : end
      yield /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? { kind: 'number', value: Number(text) } : { kind: 'operator', text }
    }
  }
}

const wordEnd = (content: string, from: number): number => {
  let end = from
  while (end < content.length && !white.test(content.charAt(end)) && !delimiter.test(content.charAt(end))) end += 1
  // A stray sign must not hold the reader.
  return end
}

const afterLine = (content: string, from: number): number => {
  let end = from
  while (end < content.length && content.charAt(end) !== '\n' && content.charAt(end) !== '\r') end += 1
  return end
}

const afterText = (content: string, from: number): number => {
  let depth = 0
  for (let at = from; at < content.length; at += 1) {
    const sign = content.charAt(at)
    if (sign === '\\') at += 1
    else if (sign === '(') depth += 1
    else if (sign === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return content.length
}

const afterPicture = (content: string, from: number): number => {
  const found = /\sEI(?=[\s\0]|$)/.exec(content.slice(from))
  return found === null ? content.length : from + found.index + found[0].length
}
