import { element, isElement, type XmlElement, type XmlNode } from './xml.ts'

const looksOf = (run: XmlElement): string => {
  const [properties] = run.children
  if (!properties || !isElement(properties) || properties.name !== 'w:rPr') return ''
  return properties.children
    .map((look) => (isElement(look) ? `${look.name}=${look.attributes.get('w:val') ?? ''}` : ''))
    .join(' ')
}

const contentOf = (run: XmlElement): readonly XmlNode[] =>
  run.children.filter((child) => !isElement(child) || child.name !== 'w:rPr')

const isText = (node: XmlNode | undefined): node is XmlElement => node !== undefined && isElement(node) && node.name === 'w:t'

/** Only words and breaks may move into the run before; a field's signs and drawings stay where they are. */
const isPlain = (run: XmlElement): boolean =>
  run.name === 'w:r' && contentOf(run).every((node) => isElement(node) && ['w:t', 'w:tab', 'w:br'].includes(node.name))

/**
 * Runs that look the same as one. Word begins a new run at every spelling mark and every saving; each costs the
 * converter as much as a paragraph.
 */
export const joinRuns = (content: readonly XmlElement[]): readonly XmlElement[] => {
  const joined: { run: XmlElement; looks: string | null; inner: XmlNode[] }[] = []
  for (const run of content) {
    const looks = isPlain(run) ? looksOf(run) : null
    const last = joined.at(-1)
    if (last === undefined || looks === null || last.looks !== looks) {
      joined.push({ run, looks, inner: looks === null ? [] : [...contentOf(run)] })
      continue
    }
    for (const node of contentOf(run)) last.inner.push(node)
  }
  return joined.map(({ run, looks, inner }) =>
    looks === null
      ? run
      : element('w:r', {}, [...run.children.filter((child) => isElement(child) && child.name === 'w:rPr'), ...joinTexts(inner)]),
  )
}

const joinTexts = (nodes: readonly XmlNode[]): readonly XmlNode[] => {
  const texts: XmlNode[] = []
  let open: string[] = []
  const close = () => {
    if (open.length > 0) texts.push(element('w:t', { 'xml:space': 'preserve' }, [open.join('')]))
    open = []
  }
  for (const node of nodes) {
    if (isText(node)) open.push(...node.children.filter((child) => typeof child === 'string'))
    else {
      close()
      texts.push(node)
    }
  }
  close()
  return texts
}
