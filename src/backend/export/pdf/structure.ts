import type { DisplayItem, PageRole } from '../../../shared/layout/display.ts'
import { type PdfEngine, type PdfReference, pdfText } from './engine.ts'
import { linkAddress } from './link.ts'

/** The standard structure types we use. */
type ElementType = 'H1' | 'H2' | 'P' | 'BlockQuote' | 'Figure' | 'Caption' | 'Link'

/** What a thing on the page is to somebody who has it read aloud; null for what is only decoration. */
const typeOf = (item: DisplayItem): ElementType | null => {
  if (item.kind === 'image') return item.tag.article === null ? null : 'Figure'
  if (item.kind === 'rectangle') return null
  const types: Readonly<Record<PageRole, ElementType | null>> = {
    headline: 'H1',
    subhead: 'H2',
    kicker: 'P',
    deck: 'P',
    byline: 'P',
    lead: 'P',
    body: 'P',
    quote: 'BlockQuote',
    caption: 'Caption',
    credit: 'Caption',
    jumpLine: 'P',
    imprint: 'P',
    nameplate: null,
    runningHead: null,
    folio: null,
    endMark: null,
    rule: null,
    photo: null,
    draft: null,
  }
  return types[item.tag.role]
}

interface Content {
  readonly page: PdfReference
  readonly mcid: number
}
type Kid = Content | { readonly annotation: PdfReference; readonly page: PdfReference } | Element
interface Element {
  readonly type: ElementType
  readonly block: number
  readonly kids: Kid[]
  readonly alternative: string
  readonly box: readonly number[] | null
  readonly href: string | null
  /** Its object in the file, once it is written. */
  reference: PdfReference | null
}

/** The tags of a document: what is drawn is marked as it is drawn, the tree is written at the end. */
export interface Structure {
  /** To be called after each new page. */
  beginPage(): void
  /** The operator that opens the mark of an item; `EMC` closes it. Equal `sameMark` items may share one. */
  mark(item: DisplayItem, alternative: string, box: readonly number[] | null): string
  /** May `next` be drawn within the mark that `item` opened? */
  sameMark(item: DisplayItem, next: DisplayItem): boolean
  /** Adds the annotation of the link that was marked last. */
  addLink(annotation: PdfReference): void
  finish(): void
}

/** The group of what belongs to no article, such as the imprint. */
const furniture = ''

const elementKey = (item: DisplayItem): string => `${item.tag.article} ${item.tag.block} ${typeOf(item)}`
const hrefOf = (item: DisplayItem): string | null => (item.kind === 'text' && item.href !== null ? linkAddress(item.href) : null)

/** Begins the tags of a document; articles follow one another as they first appear, their blocks by number. */
export const createStructure = (engine: PdfEngine): Structure => {
  const articles = new Map<string, Map<string, Element>>()
  const parents: { key: number; owner: Element | Element[] }[] = []
  let owners: Element[] = []
  let lastLink: Element | null = null
  engine._root.data.MarkInfo = engine.ref({ Marked: true })
  engine._root.data.Lang = pdfText('ru-RU')

  const newElement = (type: ElementType, item: DisplayItem, alternative: string, box: readonly number[] | null): Element => ({
    type,
    block: item.tag.block,
    kids: [],
    alternative,
    box,
    href: hrefOf(item),
    reference: null,
  })

  const elementOf = (type: ElementType, item: DisplayItem, alternative: string, box: readonly number[] | null): Element => {
    const group = item.tag.article ?? furniture
    const blocks = articles.get(group) ?? new Map<string, Element>()
    articles.set(group, blocks)
    const known = blocks.get(elementKey(item))
    if (known && type !== 'Figure') return known
    const made = newElement(type, item, alternative, box)
    blocks.set(type === 'Figure' ? `${elementKey(item)} ${blocks.size}` : elementKey(item), made)
    return made
  }

  const write = (element: Element, parent: PdfReference): PdfReference => {
    const reference = engine.ref({ Type: 'StructElem', S: element.type, P: parent })
    element.reference = reference
    const first = element.kids.find((kid): kid is Content => 'mcid' in kid)
    if (first) reference.data.Pg = first.page
    if (element.alternative) reference.data.Alt = pdfText(element.alternative)
    if (element.box) reference.data.A = { O: 'Layout', Placement: 'Block', BBox: element.box }
    reference.data.K = element.kids.map((kid) => {
      if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: kid.page }
      if ('mcid' in kid) return kid.page === first?.page ? kid.mcid : { Type: 'MCR', Pg: kid.page, MCID: kid.mcid }
      return write(kid, reference)
    })
    reference.end()
    return reference
  }

  return {
    beginPage: () => {
      owners = []
      const key = parents.length
      parents.push({ key, owner: owners })
      engine.page.dictionary.data.StructParents = key
    },
    mark: (item, alternative, box) => {
      const type = typeOf(item)
      if (type === null) {
        const pagination = item.tag.role === 'runningHead' || item.tag.role === 'folio' || item.tag.role === 'nameplate'
        return pagination ? '/Artifact <</Type /Pagination>> BDC' : '/Artifact <</Type /Layout>> BDC'
      }
      let owner = elementOf(type, item, alternative, box)
      const href = hrefOf(item)
      if (href !== null) {
        const last = owner.kids.at(-1)
        // A link that goes on in the next line is still one link.
        const link = last && 'href' in last && last.href === href ? last : newElement('Link', item, '', null)
        if (link !== last) owner.kids.push(link)
        owner = link
        lastLink = link
      }
      const mcid = owners.length
      owners.push(owner)
      owner.kids.push({ page: engine.page.dictionary, mcid })
      return `/${owner.type} <</MCID ${mcid}>> BDC`
    },
    sameMark: (item, next) =>
      item.kind === next.kind &&
      item.kind !== 'image' &&
      hrefOf(item) === null &&
      hrefOf(next) === null &&
      (typeOf(item) === null ? typeOf(next) === null && item.tag.role === next.tag.role : elementKey(item) === elementKey(next)),
    addLink: (annotation) => {
      if (!lastLink) throw new Error('a link annotation without its mark')
      annotation.data.StructParent = parents.length
      parents.push({ key: parents.length, owner: lastLink })
      lastLink.kids.push({ annotation, page: engine.page.dictionary })
    },
    finish: () => {
      const root = engine.ref({ Type: 'StructTreeRoot' })
      const document = engine.ref({ Type: 'StructElem', S: 'Document', P: root })
      document.data.K = [...articles].map(([article, blocks]) => {
        const group = engine.ref({ Type: 'StructElem', S: article === furniture ? 'Sect' : 'Art', P: document })
        group.data.K = [...blocks.values()].sort((a, b) => a.block - b.block).map((element) => write(element, group))
        group.end()
        return group
      })
      document.end()
      const tree = engine.ref({
        Nums: parents.flatMap(({ key, owner }) => [key, Array.isArray(owner) ? owner.map((o) => o.reference) : owner.reference]),
      })
      tree.end()
      root.data.K = [document]
      root.data.ParentTree = tree
      root.data.ParentTreeNextKey = parents.length
      // pdfkit itself ends the two entries of the root.
      engine._root.data.StructTreeRoot = root
    },
  }
}
