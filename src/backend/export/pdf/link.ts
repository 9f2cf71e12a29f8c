const schemes = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** An address as a PDF may carry it, in plain ASCII; null for what is no link to anywhere outside. */
export const linkAddress = (href: string): string | null => {
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  return schemes.has(url.protocol) ? url.href : null
}
