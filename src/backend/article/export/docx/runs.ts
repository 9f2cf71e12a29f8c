import type { TextNode } from '../../../../shared/article/content.ts'
import type { Reformat } from '../../../../shared/article/suggestion/proposal.ts'
import type { Medium } from '../../../../shared/article/text-schema.ts'
import { element, type XmlElement } from '../../import/docx/xml.ts'
import type { Token } from './tokens.ts'
import type { Tracker } from './tracked.ts'

type Mark = NonNullable<TextNode['marks']>[number]
type TextToken = Extract<Token, { kind: 'text' }>

/** What runs are written with. */
export interface RunContext {
  readonly tracker: Tracker
  /** Gives an address the id under which the document names it. */
  readonly link: (address: string) => string
}

/** How a paragraph's runs look beside what their marks say. */
export interface LineLook {
  readonly bold: boolean
  readonly medium: Medium
}

const addressable = /^(?:https?:\/\/|mailto:|tel:)/i

const look = (marks: ReadonlySet<string>, { bold, medium }: LineLook, change: readonly XmlElement[]): XmlElement => {
  const only = marks.has('printOnly') ? 'printOnly' : marks.has('webOnly') ? 'webOnly' : medium
  return element('w:rPr', {}, [
    ...(only === 'everywhere' ? [] : [element('w:rStyle', { 'w:val': only })]),
    ...(bold || marks.has('bold') ? [element('w:b')] : []),
    ...(marks.has('italic') ? [element('w:i')] : []),
    ...change,
  ])
}

/** Marks with what is suggested for them done: a document shows the new look and keeps the old one beside it. */
const reformatted = (marks: ReadonlySet<string>, reformats: readonly Reformat[]): ReadonlySet<string> => {
  const changed = new Set(marks)
  for (const { mark, on } of reformats) {
    if (on) changed.add(mark)
    else changed.delete(mark)
  }
  return changed
}

/** Letters, with line ends and tabs as the format has them. */
const lettersOf = (text: string, name: 'w:t' | 'w:delText'): readonly XmlElement[] =>
  text.split(/(\n|\t)/).flatMap((part) => {
    if (part === '') return []
    if (part === '\n') return [element('w:br')]
    return part === '\t' ? [element('w:tab')] : [element(name, { 'xml:space': 'preserve' }, [part])]
  })

/** A run of text with its look, its link and what is suggested for it. */
export const writeRun = ({ text, run, suggested }: TextToken, line: LineLook, { tracker, link }: RunContext): XmlElement => {
  const { insertion, deletion, reformats } = suggested
  const names = new Set<string>()
  let href: string | null = null
  for (const mark of run.marks ?? []) {
    names.add(mark.type)
    if (mark.type === 'link' && addressable.test(mark.attrs.href)) href = mark.attrs.href
  }
  const [first] = reformats
  const before = first ? [tracker.mark('w:rPrChange', first, [look(names, line, [])])] : []
  const properties = look(reformatted(names, reformats), line, before)
  let written = element('w:r', {}, [properties, ...lettersOf(text, deletion ? 'w:delText' : 'w:t')])
  if (deletion) written = tracker.mark('w:del', deletion, [written])
  if (insertion) written = tracker.mark('w:ins', insertion, [written])
  return href === null ? written : element('w:hyperlink', { 'r:id': link(href) }, [written])
}

/** A run of plain words. */
export const plainRun = (text: string, marks: readonly Mark['type'][] = []): XmlElement =>
  element('w:r', {}, [look(new Set(marks), { bold: false, medium: 'everywhere' }, []), ...lettersOf(text, 'w:t')])
