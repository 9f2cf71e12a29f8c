import type { DisplayItem, PageRole } from '../../../shared/layout/display.ts'
import type { PdfEngine, PdfReference } from './engine.ts'
import { linkAddress } from './link.ts'
import { pdfText } from './spell.ts'

/** The standard structure types we use. */
type ElementType = 'H1' | 'H2' | 'P' | 'BlockQuote' | 'Figure' | 'Caption' | 'Link' | 'Table' | 'TR' | 'TH' | 'TD'

/** What a thing on the page is to somebody who has it read aloud; null for what is only decoration. */
const typeOf = (item: DisplayItem): ElementType | null => {
  if (item.kind === 'image' || item.kind === 'document')
    return item.tag.article === null && item.tag.role !== 'advert' ? null : 'Figure'
  if (item.kind === 'rectangle') return null
  if (item.tag.role === 'table' && item.tag.cell !== undefined) return item.tag.cell.head ? 'TH' : 'TD'
  const types: Readonly<Record<PageRole, ElementType | null>> = {
    headline: 'H1',
    subhead: 'H2',
    kicker: 'P',
    deck: 'P',
    byline: 'P',
    lead: 'P',
    body: 'P',
    quote: 'BlockQuote',
    sidebar: 'P',
    table: 'P',
    teaser: 'P',
    join: 'P',
    caption: 'Caption',
    credit: 'Caption',
    storyLink: 'P',
    imprint: 'P',
    // Read aloud, a story goes on without being told to turn the page.
    jumpLine: null,
    nameplate: null,
    runningHead: null,
    folio: null,
    endMark: null,
    rule: null,
    photo: null,
    advert: 'P',
    advertMark: 'P',
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
  /** Of a cell of a table: its column. */
  readonly column: number | null
  readonly kids: Kid[]
  readonly alternative: string
  readonly box: readonly number[] | null
  readonly href: string | null
  /** Its object in the file, once it is written. */
  reference: PdfReference | null
}

/** An opened mark: its operator, and the address that is to be annotated when it is closed. */
export interface Mark {
  readonly operator: string
  readonly link: string | null
}

/** The tags of a document: what is drawn is marked as it is drawn, the tree is written at the end. */
export interface Structure {
  /** To be called after each new page. */
  beginPage(): void
  /** Opens the mark of an item; `EMC` closes it. Equal `sameMark` items may share one. */
  mark(item: DisplayItem, alternative: string, box: readonly number[] | null): Mark
  /** May `next` be drawn within the mark that `item` opened? */
  sameMark(item: DisplayItem, next: DisplayItem): boolean
  /** Adds the annotation of the link that was marked last. */
  addLink(annotation: PdfReference): void
  finish(): void
}

/** The group of what belongs to no article, such as the imprint. */
const furniture = ''

/** What stands at the head of a story: on a page where the story goes on, it only says so again. */
const heads: ReadonlySet<PageRole> = new Set(['kicker', 'headline', 'deck', 'byline'])

const hrefOf = (item: DisplayItem): string | null => (item.kind === 'text' && item.href !== null ? linkAddress(item.href) : null)

const holding = (type: 'Table' | 'TR' | 'TD', block: number, kids: Kid[]): Element => ({
  ...{ type, block, kids, column: null, alternative: '', box: null, href: null, reference: null },
})

/** The cells of one row in the order of their columns, with empty ones where nothing is drawn. */
const rowOf = (cells: readonly Element[], block: number, columns: number): Element => {
  const at = (column: number) => cells.find((cell) => cell.column === column) ?? holding('TD', block, [])
  return holding(
    'TR',
    block,
    Array.from({ length: columns }, (_, column) => at(column)),
  )
}

/** Rows whose blocks follow one another are one table. */
const withTables = (elements: readonly Element[]): readonly Element[] => {
  const result: Element[] = []
  let cells: Element[] = []
  const close = () => {
    const [first] = cells
    if (first === undefined) return
    const columns = Math.max(...cells.map(({ column }) => column ?? 0)) + 1
    const blocks = [...new Set(cells.map(({ block }) => block))]
    const of = cells
    const rows = blocks.map((block) =>
      rowOf(
        of.filter((cell) => cell.block === block),
        block,
        columns,
      ),
    )
    result.push(holding('Table', first.block, rows))
    cells = []
  }
  for (const element of elements) {
    if (element.column === null || element.block - (cells.at(-1)?.block ?? element.block) > 1) close()
    if (element.column === null) result.push(element)
    else cells.push(element)
  }
  close()
  return result
}

/** Begins the tags of a document; articles follow one another as they first appear, their blocks by number. */
export const createStructure = (engine: PdfEngine): Structure => {
  const articles = new Map<string, Map<string, Element>>()
  const parents: { key: number; owner: Element | Element[] }[] = []
  let owners: Element[] = []
  let lastLink: Element | null = null
  const firstPages = new Map<string, PdfReference>()
  engine.root.data.MarkInfo = engine.value({ Marked: true })
  engine.root.data.Lang = pdfText('ru-RU')

  /** The type of an item on the present page. */
  const typeHere = (item: DisplayItem): ElementType | null => {
    const first = item.tag.article === null ? undefined : firstPages.get(item.tag.article)
    const again = first !== undefined && first !== engine.page().dictionary && heads.has(item.tag.role)
    return again ? null : typeOf(item)
  }
  const elementKey = (item: DisplayItem): string =>
    `${item.tag.article} ${item.tag.block} ${typeHere(item)} ${item.tag.cell?.column ?? ''}`

  const newElement = (type: ElementType, item: DisplayItem, alternative: string, box: readonly number[] | null): Element => ({
    type,
    block: item.tag.block,
    column: item.tag.cell?.column ?? null,
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
    if (element.type === 'TH') reference.data.A = { O: 'Table', Scope: 'Column' }
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
      engine.page().dictionary.data.StructParents = key
    },
    mark: (item, alternative, box) => {
      const { article } = item.tag
      if (article !== null && !firstPages.has(article)) firstPages.set(article, engine.page().dictionary)
      const type = typeHere(item)
      if (type === null) {
        const kind = item.kind === 'text' ? 'Pagination' : 'Layout'
        return { operator: `/Artifact <</Type /${kind}>> BDC`, link: null }
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
      owner.kids.push({ page: engine.page().dictionary, mcid })
      return { operator: `/${owner.type} <</MCID ${mcid}>> BDC`, link: href }
    },
    sameMark: (item, next) => {
      const [type, nextType] = [typeHere(item), typeHere(next)]
      if (
        item.kind !== next.kind ||
        item.kind === 'image' ||
        item.kind === 'document' ||
        hrefOf(item) !== null ||
        hrefOf(next) !== null
      )
        return false
      return type === null ? nextType === null : elementKey(item) === elementKey(next)
    },
    addLink: (annotation) => {
      if (!lastLink) throw new Error('a link annotation without its mark')
      annotation.data.StructParent = parents.length
      parents.push({ key: parents.length, owner: lastLink })
      lastLink.kids.push({ annotation, page: engine.page().dictionary })
    },
    finish: () => {
      const root = engine.ref({ Type: 'StructTreeRoot' })
      const document = engine.ref({ Type: 'StructElem', S: 'Document', P: root })
      document.data.K = [...articles].map(([article, blocks]) => {
        const group = engine.ref({ Type: 'StructElem', S: article === furniture ? 'Sect' : 'Art', P: document })
        const inOrder = [...blocks.values()].sort((a, b) => a.block - b.block)
        group.data.K = withTables(inOrder).map((element) => write(element, group))
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
      root.end()
      engine.root.data.StructTreeRoot = root
    },
  }
}
