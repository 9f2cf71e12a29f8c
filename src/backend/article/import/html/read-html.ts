import { cleanText, tidyLine } from '../clean.ts'
import type { Draft } from '../draft.ts'
import { assemble } from './assemble.ts'
import { attributeOf, findAll, type HtmlElement, type HtmlNode, isHtml, parsePage, textUnder } from './parse.ts'
import { type PageFindings, readPieces } from './read-pieces.ts'

/** Where the text of a page stands, and what of the page is left aside. */
interface PageBody {
  readonly nodes: readonly HtmlNode[]
  readonly isPart: boolean
}

/** An article this much shorter than the longest one is a link to another. */
const mainShare = 0.5

const longest = (elements: readonly HtmlElement[]): HtmlElement | null =>
  elements.reduce<{ element: HtmlElement | null; length: number }>(
    (best, element) => {
      const { length } = textUnder(element).trim()
      return length > best.length ? { element, length } : best
    },
    { element: null, length: 0 },
  ).element

const isAround = (element: HtmlElement): boolean =>
  ['nav', 'footer'].includes(element.tagName) ||
  ['navigation', 'search', 'contentinfo', 'banner'].includes(attributeOf(element, 'role'))

/** The same nodes without what surrounds a page's text. */
const withoutAround = (nodes: readonly HtmlNode[]): readonly HtmlNode[] =>
  nodes.flatMap((node): readonly HtmlNode[] => {
    if (!isHtml(node)) return [node]
    return isAround(node) ? [] : [{ ...node, childNodes: [...withoutAround(node.childNodes)] }]
  })

/** A form holds a page's text only on servers of old; else it asks for something. */
const withoutForms = (nodes: readonly HtmlNode[]): readonly HtmlNode[] =>
  nodes.flatMap((node): readonly HtmlNode[] => {
    if (!isHtml(node)) return [node]
    const asks =
      node.tagName === 'form' && findAll(node.childNodes, ({ tagName }) => /^(?:p|article|main|h1)$/.test(tagName)).length === 0
    return asks ? [] : [{ ...node, childNodes: [...withoutForms(node.childNodes)] }]
  })

const findBody = (page: readonly HtmlNode[]): PageBody => {
  const body = findAll(page, ({ tagName }) => tagName === 'body')[0]?.childNodes ?? []
  const articles = findAll(body, (element) => element.tagName === 'article' || attributeOf(element, 'itemprop') === 'articleBody')
  const main = longest(findAll(body, (element) => element.tagName === 'main' || attributeOf(element, 'role') === 'main'))
  const article = longest(articles)
  const length = (element: HtmlElement | null) => (element ? textUnder(element).trim().length : 0)
  const several = articles.length > 1 && length(article) < articles.reduce((sum, one) => sum + length(one), 0) * mainShare
  const chosen = article && !several ? article : main
  if (!chosen || length(chosen) === 0) return { nodes: withoutForms(withoutAround(body)), isPart: false }
  return { nodes: withoutForms(withoutAround(chosen.childNodes)), isPart: true }
}

const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

const line = (text: string): string => tidyLine(cleanText(text))

/** What a page is called: for those who link to it, else in the window; without the name of the site at its end. */
const titleOf = (page: readonly HtmlNode[]): string => {
  const meta = findAll(page, (element) => element.tagName === 'meta' && attributeOf(element, 'property') === 'og:title')[0]
  const title = findAll(page, ({ tagName }) => tagName === 'title')[0]
  const linked = meta ? line(attributeOf(meta, 'content')) : ''
  return linked || (title ? line(textUnder(title)) : '')
}

const tellPage = ({ tables, struck, indices }: PageFindings): readonly string[] => [
  ...(tables > 0 ? [`Таблиц: ${tables}. Объединённые ячейки и вложенные таблицы разложены по строкам: проверьте их.`] : []),
  ...(struck > 0 ? [`Зачёркнутые слова (мест: ${struck}) стоят в тексте как обычные: уберите лишнее.`] : []),
  ...(indices > 0 ? [`Верхние и нижние индексы (${indices}) стоят обычными знаками: проверьте степени и формулы.`] : []),
]

interface ReadNodes {
  readonly nodes: readonly HtmlNode[]
  /** Made by the converter of documents: its classes can be trusted. */
  readonly own: boolean
  /** Tables of the document, where they were counted already. */
  readonly tables: number | null
  readonly title: string
  readonly name: string
}

const readNodes = ({ nodes, own, tables, title, name }: ReadNodes): Draft | null => {
  const findings: PageFindings = { tables: 0, struck: 0, indices: 0 }
  const pieces = readPieces(nodes, own, findings)
  if (pieces.length === 0) return null
  const { rubric, kicker, headline, deck, byline, body, photos, warnings } = assemble(pieces, title, name)
  return {
    rubric,
    kicker,
    headline,
    deck,
    byline,
    body,
    photos,
    warnings: [...warnings, ...tellPage({ ...findings, tables: tables ?? findings.tables })],
  }
}

/** Reads HTML that the converter of documents has made of one with so many tables. Null without a word or picture. */
export const readConverted = (source: string, tables: number, name: string): Draft | null =>
  readNodes({ nodes: findBody(parsePage(source)).nodes, own: true, tables, title: '', name })

/**
 * Reads a saved page of the web: its article, or all of it but menus, forms and code. Null where there is nothing to
 * read. Throws `HostilePage` for one that was made to stop programs.
 */
export const readPage = (source: string, name: string): Draft | null => {
  const page = parsePage(source)
  const { nodes, isPart } = findBody(page)
  const draft = readNodes({ nodes, own: false, tables: null, title: titleOf(page), name })
  if (!draft || !isPart) return draft
  const body = findAll(page, ({ tagName }) => tagName === 'body')
  const silentOut = (all: readonly HtmlNode[]): number =>
    wordsIn(
      findAll(all, ({ tagName }) => /^(?:script|style|noscript|template)$/.test(tagName))
        .map(textUnder)
        .join(' '),
    )
  const outside =
    wordsIn(body.map(textUnder).join(' ')) - silentOut(body) - (wordsIn(nodes.map(textUnder).join(' ')) - silentOut(nodes))
  return outside > 0
    ? {
        ...draft,
        warnings: [...draft.warnings, `Взята сама статья; слов вокруг неё (меню, подвал, ссылки) оставлено: ${outside}.`],
      }
    : draft
}
