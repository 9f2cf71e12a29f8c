import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode

/** Ends the reading of a page that was made to stop programs; the message is for people. */
export class HostilePage extends Error {}

/** A long saved page has 20,000 elements; browsers themselves stop nesting at 512. */
const elementLimit = 200_000
const depthLimit = 512

/** Is it an element, and not text or a comment? */
export const isHtml = (node: HtmlNode): node is HtmlElement => 'tagName' in node

/**
 * Parses HTML as browsers do, whatever it is, and returns the children of the document. Misnested marks can make a
 * parser copy them for every paragraph, so the elements are counted as they are made, and the nesting as it grows.
 */
export const parsePage = (source: string): readonly HtmlNode[] => {
  let elements = 0
  let depth = 0
  return parse(source, {
    scriptingEnabled: false,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (name, namespace, attributes) => {
        elements += 1
        if (elements > elementLimit) throw new HostilePage('элементов в разметке больше, чем бывает на страницах')
        return defaultTreeAdapter.createElement(name, namespace, attributes)
      },
      onItemPush: () => {
        depth += 1
        if (depth > depthLimit) throw new HostilePage('вложенность разметки глубже, чем бывает на страницах')
      },
      onItemPop: () => {
        depth -= 1
      },
    },
  }).childNodes
}

export const attributeOf = (element: HtmlElement, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? ''

/** All text under a node as it stands. */
export const textUnder = (node: HtmlNode): string =>
  'value' in node ? node.value : isHtml(node) ? node.childNodes.map(textUnder).join('') : ''

/** The elements under these nodes, in order, that fit; what stands inside of one that fits is not looked at. */
export const findAll = (nodes: readonly HtmlNode[], fits: (element: HtmlElement) => boolean): readonly HtmlElement[] =>
  nodes.flatMap((node) => (!isHtml(node) ? [] : fits(node) ? [node] : findAll(node.childNodes, fits)))
