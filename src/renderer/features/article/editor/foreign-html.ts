import type { BlockKind } from '../../../../shared/article/text-schema.ts'
import { itemNumber } from '../../../../shared/language/item-number.ts'

/** What a copied document holds that is no text of it. */
export interface LeftOut {
  /** Notes on its margin. */
  readonly comments: number
  /** Places that its tracked changes strike. */
  readonly deletions: number
}

/** Foreign markup in the words the editor reads, and what of it is left out. */
export interface ForeignHtml extends LeftOut {
  readonly html: string
}

/** Nothing a reader reads: controls, what moves or sounds, what is hidden. */
const unread = [
  ...['button', 'select', 'textarea', 'nav', 'svg', 'iframe', 'template', 'noscript', 'audio', 'video', '[hidden]'],
  ...['[style*="display:none" i]', '[style*="display: none" i]', '[style*="mso-hide:all" i]'],
].join(', ')

const remove = (page: Document, selector: string): number => {
  const found = page.querySelectorAll(selector)
  for (const element of found) element.remove()
  return found.length
}

/** Word: the comments stand in a list of their own behind the text, and their signs in it. */
const removeComments = (page: Document): number => {
  const comments = page.querySelectorAll('[style*="mso-element:comment" i]:not([style*="comment-list" i])').length
  remove(page, '[style*="mso-element:comment-list" i], .MsoCommentReference, .msocomanchor')
  return comments
}

/** LibreOffice writes the sign of a footnote as a bare raised number. */
const bracketNotes = (page: Document): void => {
  for (const sign of page.querySelectorAll('.sdfootnoteanc, .sdfootnotesym, .sdendnoteanc, .sdendnotesym')) {
    const number = sign.textContent.trim()
    if (number !== '') sign.replaceWith(sign.matches('[class$="sym"]') ? `[${number}] ` : `[${number}]`)
  }
}

/** Fonts whose letters are pictures: a bullet in them is a letter to a program. */
const pictureFonts = /font-family:\s*["']?(?:symbol|wingdings|webdings|courier new)/i

const begin = (element: Element, number: string): void => {
  element.prepend(`${number} `)
}

/** Word: items are paragraphs with their sign as text. A bullet goes, a number is a word of the text. */
const readWordLists = (page: Document): void => {
  for (const item of page.querySelectorAll<HTMLElement>('p[style*="mso-list" i]')) {
    const sign = item.querySelector<HTMLElement>('[style*="mso-list:ignore" i]')
    if (!sign) continue
    const text = sign.textContent.trim()
    const isDrawn = [sign, sign.parentElement].some((one) => pictureFonts.test(one?.getAttribute('style') ?? ''))
    sign.remove()
    if (isDrawn || !/[\p{L}\p{N}]/u.test(text)) item.dataset.kind = 'listItem'
    else begin(item, text)
  }
  for (const quote of page.querySelectorAll<HTMLElement>('p.MsoQuote, p.MsoIntenseQuote')) quote.dataset.kind = 'quote'
}

/** The words of an item that a list stands behind are a paragraph of their own. */
const wrapWords = (page: Document, item: Element): void => {
  const inner = item.querySelector(':scope > ul, :scope > ol')
  if (!inner || item.querySelector(':scope > p')) return
  const words = page.createElement('p')
  for (let node = item.firstChild; node && node !== inner; node = item.firstChild) words.append(node)
  if (words.textContent.trim() !== '') item.prepend(words)
}

/** Does every number follow from the order, so that none need be a word of the text? */
const isPlainlyNumbered = (list: HTMLOListElement): boolean =>
  !list.matches('[reversed], [start], [type], li *, ol *') &&
  !list.querySelector('ol, ul, li[value]') &&
  [...list.children].every((item) => item.matches('li') && item.querySelectorAll('p').length <= 1)

const setKind = (item: HTMLElement, kind: BlockKind): void => {
  for (const one of [item, ...item.querySelectorAll<HTMLElement>(':scope > p')]) one.dataset.kind = kind
}

/** Items are a kind of their own; a number that does not follow from their order is a word of the text and stays with it. */
const readLists = (page: Document): void => {
  for (const item of page.querySelectorAll('li')) wrapWords(page, item)
  for (const list of page.querySelectorAll('ol')) {
    if (isPlainlyNumbered(list)) {
      for (const item of list.querySelectorAll('li')) setKind(item, 'numberedItem')
      continue
    }
    let number = Number.isSafeInteger(list.start) ? list.start : 1
    for (const item of list.querySelectorAll<HTMLLIElement>(':scope > li')) {
      if (item.hasAttribute('value') && Number.isSafeInteger(item.value)) number = item.value
      const first = item.querySelector<HTMLElement>(':scope > p') ?? item
      setKind(item, 'paragraph')
      begin(first, `${itemNumber(number, list.type)}.`)
      number += list.reversed ? -1 : 1
    }
  }
}

/** A cell longer than this is a column of text and not an entry of a table; characters. */
const cellLimit = 600

/** Paragraphs in the cells of a row would make a paragraph of each cell; side by side they are one row. */
const readRows = (page: Document): void => {
  for (const row of page.querySelectorAll('tr')) {
    const cells = [...row.querySelectorAll(':scope > td, :scope > th')]
    const isText = cells.some(
      (cell) => cell.querySelector('ul, ol, table, blockquote, h1, h2, h3, h4, h5, h6') || cell.textContent.length > cellLimit,
    )
    if (cells.length < 2 || isText) continue
    for (const cell of cells) {
      const blocks = [...cell.querySelectorAll('p, div')].filter((block) => !block.querySelector('p, div'))
      const said = blocks.filter((block) => block.textContent.trim() !== '')
      for (const block of blocks) {
        if (said.indexOf(block) > 0) block.before(' / ')
        block.replaceWith(...block.childNodes)
      }
      for (const around of cell.querySelectorAll('div')) around.replaceWith(...around.childNodes)
      for (const end of cell.querySelectorAll('br')) end.replaceWith(' ')
    }
  }
}

const blocks = 'p, div, ul, ol, li, table, blockquote, h1, h2, h3, h4, h5, h6, hr, figure'

/** Bold and italic as an element's own style says it. Read as written: the page's policy keeps foreign styles from working. */
const lookOf = (element: Element) => {
  const style = element.getAttribute('style') ?? ''
  const [, weight = ''] = /(?:^|[;\s])font-weight:\s*([a-z0-9]+)/i.exec(style) ?? []
  const [, slope = ''] = /(?:^|[;\s])font-style:\s*([a-z]+)/i.exec(style) ?? []
  return {
    bold: weight === '' ? null : /^(?:bold(?:er)?|[6-9]\d\d)$/i.test(weight),
    italic: slope === '' ? null : /^(?:italic|oblique)$/i.test(slope),
  }
}

/** Looks that stand in styles become elements; Google Docs wraps everything it copies in a <b> that is not bold. */
const readLooks = (page: Document): void => {
  for (const element of page.querySelectorAll('[style]')) {
    const { bold, italic } = lookOf(element)
    const isPlain = (bold === false && element.matches('b, strong')) || (italic === false && element.matches('i, em'))
    if (isPlain) element.replaceWith(...element.childNodes)
    else if (!element.matches('h1, h2, h3, h4, h5, h6, b, strong, i, em') && !element.querySelector(blocks))
      for (const name of [bold === true ? 'strong' : '', italic === true ? 'em' : '']) {
        if (name === '') continue
        const look = page.createElement(name)
        look.append(...element.childNodes)
        element.append(look)
      }
  }
}

/** Breaks between blocks, rules, pictures (which come by themselves) and paragraphs with nothing in them. */
const removeEmpty = (page: Document): void => {
  remove(page, 'hr, img')
  const isEdge = (node: Node | null, next: (from: Node) => Node | null): boolean => {
    let at = node
    while (at && at.nodeType !== Node.ELEMENT_NODE && (at.textContent ?? '').trim() === '') at = next(at)
    return at === null || (at instanceof Element && at.matches(blocks))
  }
  for (const end of page.querySelectorAll('br'))
    if (
      isEdge(end.previousSibling, ({ previousSibling }) => previousSibling) &&
      isEdge(end.nextSibling, ({ nextSibling }) => nextSibling)
    )
      end.remove()
  for (const paragraph of page.querySelectorAll('p')) if (paragraph.textContent.trim() === '') paragraph.remove()
}

/**
 * Reads what Word, LibreOffice, Google Docs and pages of the web put on the clipboard: signs of lists, footnotes, cells and
 * tracked changes, each program's own. Our own copies are left as they are. Nothing of it runs or loads meanwhile.
 */
export const readForeignHtml = (html: string): ForeignHtml => {
  if (html.includes('data-pm-slice')) return { html, comments: 0, deletions: 0 }
  const page = new DOMParser().parseFromString(html, 'text/html')
  remove(page, unread)
  const comments = removeComments(page)
  const deletions = remove(page, 'del[datetime], del[cite]')
  bracketNotes(page)
  readLooks(page)
  readWordLists(page)
  readLists(page)
  readRows(page)
  removeEmpty(page)
  return { html: page.body.innerHTML, comments, deletions }
}
