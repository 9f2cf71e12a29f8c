/** A network's formatted text as a tree: what the network would show, and nothing it would not. */
export type RichNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: RichTag; readonly children: readonly RichNode[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly RichNode[] }

export type RichTag = 'b' | 'i' | 'u' | 's' | 'blockquote' | 'code' | 'group'

const tags: Readonly<Record<string, RichTag>> = {
  b: 'b',
  strong: 'b',
  i: 'i',
  em: 'i',
  u: 'u',
  s: 's',
  blockquote: 'blockquote',
  code: 'code',
  pre: 'code',
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decode = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/**
 * Reads the small HTML of a network (Telegram's: b, i, u, s, a, blockquote, code). Unknown tags vanish and leave their
 * text; links lead only to http and https. It never becomes markup of our page: the tree is drawn element by element.
 */
export const parseRichText = (html: string): readonly RichNode[] => {
  const root: { tag: string; href: string | null; children: RichNode[] } = { tag: '', href: null, children: [] }
  const open = [root]
  const current = () => open.at(-1) ?? root
  const close = () => {
    const done = open.pop()
    if (!done || open.length === 0) return
    const { children, href } = done
    current().children.push(href !== null ? { kind: 'link', href, children } : { kind: tags[done.tag] ?? 'group', children })
  }
  for (const token of html.match(/<[^>]*>|[^<]+|</g) ?? []) {
    const tag = /^<(\/?)([a-z][a-z0-9-]*)([^>]*)>$/i.exec(token)
    if (!tag) {
      current().children.push({ kind: 'text', text: decode(token) })
      continue
    }
    const name = (tag[2] ?? '').toLowerCase()
    if (name === 'br') current().children.push({ kind: 'text', text: '\n' })
    else if (tag[1] !== '/') {
      const address = decode(/href="([^"]*)"/.exec(tag[3] ?? '')?.[1] ?? '')
      open.push({ tag: name, href: name === 'a' && /^https?:\/\//i.test(address) ? address : null, children: [] })
    } else if (open.some((each) => each.tag === name && each !== root)) {
      while (current().tag !== name) close()
      close()
    }
  }
  while (open.length > 1) close()
  return root.children
}
