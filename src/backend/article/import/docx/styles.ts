import { type OwnStyle, ownStyleNamed } from './own-styles.ts'
import { childOf, childrenOf, settingOf, type XmlElement } from './xml.ts'

/** What a paragraph is by its style. */
export type StyleRole = OwnStyle | 'title' | 'subtitle' | 'caption' | 'quote' | `heading${1 | 2 | 3 | 4 | 5 | 6}`

/** How a run looks: what of it has a meaning in an article. */
export interface Looks {
  readonly bold: boolean
  readonly italic: boolean
}

/** Styles of a document with what they inherit already worked out. */
export interface Styles {
  readonly role: (paragraphStyle: string | undefined) => StyleRole | null
  /** The numbering a style brings with it. */
  readonly numbering: (paragraphStyle: string | undefined) => { readonly list: string; readonly level: number } | null
  readonly looks: (paragraphStyle: string | undefined, properties: XmlElement | undefined) => Looks
}

/** A chain of styles that name one another in a circle, or longer than anybody builds, ends here. */
const chainLimit = 20

const headingName = /^(?:heading|заголовок)\s*([1-6])$/i

const headingRole = (rank: number): StyleRole | null =>
  rank === 1 || rank === 2 || rank === 3 || rank === 4 || rank === 5 || rank === 6 ? `heading${rank}` : null

/** Outline levels are counted from nought. */
const roleOfOutline = (level: string | undefined): StyleRole | null =>
  level === undefined ? null : headingRole(Number(level) + 1)

/** Word keeps the English name of its own styles in every language; LibreOffice and others write theirs. */
const roleOfName = (name: string): StyleRole | null => {
  const own = ownStyleNamed(name)
  if (own !== null) return own
  const level = headingName.exec(name)?.[1]
  if (level !== undefined) return headingRole(Number(level))
  if (/^(?:title|название)$/i.test(name)) return 'title'
  if (/^(?:subtitle|подзаголовок)$/i.test(name)) return 'subtitle'
  if (/^(?:caption|название объекта|illustration|figure|рисунок|подпись.*|table caption|drawing)$/i.test(name)) return 'caption'
  if (/quot|цитат/i.test(name)) return 'quote'
  return null
}

const isOn = (property: XmlElement | undefined): boolean | null => {
  if (!property) return null
  const value = property.attributes.get('w:val')
  return value === undefined || !/^(?:0|false|off)$/i.test(value)
}

/** Reads the styles of a document; null where it has none. */
export const readStyles = (root: XmlElement | null): Styles => {
  const all = new Map(childrenOf(root ?? undefined, 'w:style').map((style) => [style.attributes.get('w:styleId') ?? '', style]))
  const byDefault = childOf(childOf(childOf(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
  const standard = [...all.values()].find(
    ({ attributes }) => attributes.get('w:type') === 'paragraph' && isTrue(attributes.get('w:default')),
  )

  const chain = (id: string | undefined): readonly XmlElement[] => {
    const found: XmlElement[] = []
    for (let style = all.get(id ?? ''); style && found.length < chainLimit; style = all.get(settingOf(style, 'w:basedOn') ?? ''))
      found.push(style)
    return found
  }
  const first = <T>(id: string | undefined, find: (style: XmlElement) => T | null): T | null => {
    for (const style of chain(id)) {
      const found = find(style)
      if (found !== null) return found
    }
    return null
  }
  const look = (property: string, paragraphStyle: string | undefined, properties: XmlElement | undefined): boolean => {
    const inStyle = (style: XmlElement) => isOn(childOf(childOf(style, 'w:rPr'), property))
    return (
      isOn(childOf(properties, property)) ??
      first(settingOf(properties, 'w:rStyle'), inStyle) ??
      first(paragraphStyle ?? standard?.attributes.get('w:styleId'), inStyle) ??
      isOn(childOf(byDefault, property)) ??
      false
    )
  }
  return {
    role: (id) =>
      first(
        id,
        (style) =>
          roleOfName(settingOf(style, 'w:name') ?? '') ?? roleOfOutline(settingOf(childOf(style, 'w:pPr'), 'w:outlineLvl')),
      ),
    numbering: (id) =>
      first(id, (style) => {
        const properties = childOf(childOf(style, 'w:pPr'), 'w:numPr')
        const list = settingOf(properties, 'w:numId')
        return list === undefined
          ? null
          : { list, level: Math.min(8, Math.max(0, Number(settingOf(properties, 'w:ilvl') ?? 0) || 0)) }
      }),
    looks: (paragraphStyle, properties) => ({
      bold: look('w:b', paragraphStyle, properties),
      italic: look('w:i', paragraphStyle, properties),
    }),
  }
}

const isTrue = (value: string | undefined): boolean => value !== undefined && /^(?:1|true|on)$/i.test(value)
