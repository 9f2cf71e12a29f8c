/** A network's formatted text as a tree: what the network would show, and nothing it would not. */
export type RichNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: RichTag; readonly children: readonly RichNode[] }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly RichNode[] }

  /** A photo of the newsroom. */
  | { readonly kind: 'photo'; readonly media: string; readonly alternative: string }

/** Headings of the text stand two levels under that of the column. */
export type RichTag = 'b' | 'i' | 'u' | 's' | 'blockquote' | 'code' | 'p' | 'h4' | 'ul' | 'li' | 'figure' | 'figcaption' | 'group'

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
  p: 'p',
  h2: 'h4',
  ul: 'ul',
  li: 'li',
  figure: 'figure',
  figcaption: 'figcaption',
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decode = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

const attribute = (written: string | undefined, name: string): string =>
  decode(new RegExp(`\\b${name}="([^"]*)"`).exec(written ?? '')?.[1] ?? '')

/**
 * Reads the small HTML of a network (Telegram's tags, and those of an article for a site or a feed). Unknown tags vanish and leave their
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
    else if (name === 'img') {
      const media = attribute(tag[3], 'src')
      if (media.startsWith('media:'))
        current().children.push({ kind: 'photo', media: media.slice('media:'.length), alternative: attribute(tag[3], 'alt') })
    } else if (tag[1] !== '/') {
      const address = attribute(tag[3], 'href')
      open.push({ tag: name, href: name === 'a' && /^https?:\/\//i.test(address) ? address : null, children: [] })
    } else if (open.some((each) => each.tag === name && each !== root)) {
      while (current().tag !== name) close()
      close()
    }
  }
  while (open.length > 1) close()
  return root.children
}
