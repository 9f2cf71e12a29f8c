import { Mark } from '@tiptap/core'

/** Addresses a reader may be sent to; anything else (scripts, files of somebody's disk) is no link. */
export const isSafeAddress = (href: string): boolean => /^(https?:\/\/|mailto:|tel:)/i.test(href)

/** What a person typed as an address: «eseur.ru» means https, a mail address means mailto; null for no address. */
export const toAddress = (typed: string): string | null => {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  if (isSafeAddress(text)) return text
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(text)) return `mailto:${text}`
  return /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u.test(text) ? `https://${text}` : null
}

export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes() {
    return {
      href: {
        default: '',
        parseHTML: (element) => element.getAttribute('href'),
        renderHTML: ({ href }) => ({ href: isSafeAddress(String(href)) ? String(href) : '' }),
      },
    }
  },
  parseHTML() {
    return [{ tag: 'a[href]', getAttrs: (element) => (isSafeAddress(element.getAttribute('href') ?? '') ? null : false) }]
  },
  renderHTML({ HTMLAttributes }) {
    return ['a', HTMLAttributes, 0]
  },
})

const isNormal = (value: string) => /^(normal|400)$/.test(value)

export const Bold = Mark.create({
  name: 'bold',
  parseHTML() {
    return [
      { tag: 'strong' },
      // Google Docs wraps everything it copies in a <b> that is not bold.
      { tag: 'b', getAttrs: (element) => (isNormal(element.style.fontWeight) ? false : null) },
      { style: 'font-weight', getAttrs: (value) => (/^(bold(er)?|[6-9]\d{2})$/.test(value) ? null : false) },
    ]
  },
  renderHTML() {
    return ['strong', 0]
  },
})

export const Italic = Mark.create({
  name: 'italic',
  parseHTML() {
    return [
      { tag: 'em' },
      { tag: 'i', getAttrs: (element) => (element.style.fontStyle === 'normal' ? false : null) },
      { style: 'font-style=italic' },
    ]
  },
  renderHTML() {
    return ['em', 0]
  },
})

/** A range left out elsewhere; one range is never both. */
const mediumMark = (name: 'printOnly' | 'webOnly', other: 'printOnly' | 'webOnly') =>
  Mark.create({
    name,
    inclusive: false,
    excludes: other,
    parseHTML() {
      return [{ tag: `span[data-range="${name}"]` }]
    },
    renderHTML() {
      return ['span', { 'data-range': name }, 0]
    },
  })

export const PrintOnly = mediumMark('printOnly', 'webOnly')
export const WebOnly = mediumMark('webOnly', 'printOnly')
