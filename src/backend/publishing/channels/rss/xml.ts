/** Characters that no XML 1.0 document may hold, in whatever form; halves of a pair without the other are among them. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Text as itself inside an element or an attribute. */
export const escapeXml = (text: string): string =>
  text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // Also because «]]>» may not stand in text.
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // A parser would turn it into a line feed.
    .replaceAll('\r', '&#13;')

/** An element with text in it; attributes are written as given, in order. */
export const element = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}): string => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
  const start = `<${name}${written.join('')}`
  return text === '' ? `${start}/>` : `${start}>${escapeXml(text)}</${name}>`
}
