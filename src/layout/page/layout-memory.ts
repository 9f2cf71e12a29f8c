import type { PageZone } from '../../shared/issue/page-dummy.ts'
import type { LayoutDiagnostic } from '../../shared/layout/api.ts'
import type { DisplayItem } from '../../shared/layout/display.ts'
import type { FurnitureInput, StoryInput } from '../input.ts'
import { boundedCache } from '../text/bounded-cache.ts'
import type { Faces } from '../text/faces.ts'
import { type ComposedStory, composeStory, type StoryComposer } from './compose-story.ts'
import { galleyDiagnostics } from './diagnostics.ts'
import { type Furniture, layFurniture } from './furniture.ts'
import { type Galley, type GalleyBlock, setGalley } from './galley.ts'
import { type LaidPage, layPage, type PageParts } from './lay-page.ts'
import { createPagePlanner, type PagePlanner } from './page-plan.ts'
import { type Piece, type PieceFurnisher, type PieceOptions, pieceFurnisher, pieceOf } from './piece.ts'
import type { PublicationSpec } from './publication-spec.ts'
import { type BoxContents, layBoxes } from './zone-boxes.ts'

/**
 * What was set before, by all it depends on: asked for again, it is the very same thing. It holds about what an issue of
 * 32 pages needs and forgets what was not asked for the longest.
 */
export interface LayoutMemory {
  readonly spec: PublicationSpec
  readonly faces: Faces
  readonly planner: PagePlanner
  readonly composer: StoryComposer
  galley(story: StoryInput): Galley
  piece(galley: Galley, options?: PieceOptions): Piece
  complaints(galley: Galley, page: number): readonly LayoutDiagnostic[]
  furniture(input: FurnitureInput, page: number, pages: number): Furniture
  boxes(zones: readonly PageZone[], contents: BoxContents, page: number): readonly DisplayItem[]
  page(parts: PageParts): LaidPage
}

/** Letters of blocks, galleys and composed stories; entries of the others. */
const room = {
  blocks: 500_000,
  numbered: 8_000,
  heads: 500,
  galleys: 1_500_000,
  stories: 500_000,
  pages: 500_000,
  furniture: 100,
} as const

const lettersOfBlock = (block: GalleyBlock | null): number =>
  (block?.variants ?? [])
    .flat()
    .reduce((sum, line) => sum + line.segments.reduce((letters, { glyphs }) => letters + glyphs.length, 0), 50)
const lettersOf = (items: readonly DisplayItem[]): number =>
  items.reduce((sum, item) => sum + (item.kind === 'text' ? item.glyphs.length : 1), 50)

export const createLayoutMemory = (spec: PublicationSpec, faces: Faces): LayoutMemory => {
  const names = new WeakMap<object, string>()
  let last = 0
  const nameOf = (thing: object): string => {
    const known = names.get(thing)
    if (known !== undefined) return known
    last += 1
    const name = last.toString(36)
    names.set(thing, name)
    return name
  }

  const blocks = boundedCache<GalleyBlock | null>(room.blocks, lettersOfBlock)
  const numbered = boundedCache<GalleyBlock | null>(room.numbered)
  const galleys = boundedCache<Galley>(room.galleys, (_galley, key) => key.length)
  const galleyOf = new WeakMap<StoryInput, Galley>()
  const galley = (story: StoryInput): Galley => {
    const known = galleyOf.get(story)
    if (known !== undefined) return known
    const made = galleys.remember(JSON.stringify([story.id, story.content, [...story.photos], story.code]), () =>
      setGalley(story, spec, faces, (key, number, set) =>
        numbered.remember(`${number} ${key}`, () => {
          const block = blocks.remember(key, set)
          return block === null || block.number === number ? block : { ...block, number }
        }),
      ),
    )
    galleyOf.set(story, made)
    return made
  }

  const plain = pieceFurnisher(spec, faces)
  const heads = boundedCache<Piece['head']>(room.heads)
  const photoTexts = boundedCache<Piece['photoText']>(room.heads)
  const tables = boundedCache<Piece['table']>(room.heads)
  const keysOf = new WeakMap<object, string>()
  const jsonOf = (things: readonly object[]): string => {
    const key = keysOf.get(things) ?? JSON.stringify(things)
    keysOf.set(things, key)
    return key
  }
  const furnisher: PieceFurnisher = {
    head({ rubric, kicker, headline, deck, byline }, continued) {
      const texts = { rubric, kicker, headline, deck, byline }
      return heads.remember(JSON.stringify([texts, continued]), () => plain.head(texts, continued))
    },
    photoText(photos) {
      return photoTexts.remember(jsonOf(photos), () => plain.photoText(photos))
    },
    continued: plain.continued,
    table(these) {
      return tables.remember(jsonOf(these), () => plain.table(these))
    },
  }

  const pieces = new WeakMap<Galley, Map<string, Piece>>()
  const piece = (whole: Galley, options: PieceOptions = {}): Piece => {
    const own = pieces.get(whole) ?? new Map<string, Piece>()
    pieces.set(whole, own)
    const { from, rows, jumpTo, jumpFrom } = options
    const key = [rows, jumpTo, jumpFrom, from?.block, from?.variant, from?.line].join()
    const made = own.get(key) ?? pieceOf(whole, furnisher, options)
    own.set(key, made)
    return made
  }

  const planner = createPagePlanner(spec)
  const keys = new WeakMap<Piece, string>()
  const keyOf = (piece: Piece): string => {
    const known = keys.get(piece)
    if (known !== undefined) return known
    const { galley: whole, from, rows, jumpTo, jumpFrom } = piece
    const text = whole.blocks.slice(from.block).map(nameOf)
    const around = [nameOf(piece.head), nameOf(piece.photoText), nameOf(piece.table), whole.tallest]
    const key = [whole.id, rows, jumpTo, jumpFrom, from.block, from.variant, from.line, ...around, ...text].join()
    keys.set(piece, key)
    return key
  }
  const stories = boundedCache<ComposedStory | null>(room.stories, (made) => (made === null ? 1 : lettersOf(made.items)))
  const composer: StoryComposer = {
    compose(piece, zone, page, firstRow) {
      const { importance, column, span, row, rows, shape } = zone
      return stories.remember(`${[page, firstRow, importance, column, span, row, rows, shape].join()} ${keyOf(piece)}`, () =>
        composeStory(piece, zone, planner.costsOf(piece, importance, span), { spec, faces, page, firstRow }),
      )
    },
  }

  const complaints = new WeakMap<Galley, { readonly page: number; readonly found: readonly LayoutDiagnostic[] }>()
  const furnitures = boundedCache<Furniture>(room.furniture)
  const boxes = boundedCache<readonly DisplayItem[]>(room.furniture)
  const pages = boundedCache<LaidPage>(room.pages, ({ display }) => lettersOf(display.items))
  return {
    ...{ spec, faces, planner, composer, galley, piece },
    complaints(about, page) {
      const known = complaints.get(about)
      if (known?.page === page) return known.found
      const found = galleyDiagnostics(about, page, spec, faces)
      complaints.set(about, { page, found })
      return found
    },
    furniture: (input, page, count) =>
      furnitures.remember(JSON.stringify([input, page, count]), () =>
        layFurniture({ furniture: input, spec, faces, page }, count),
      ),
    boxes: (zones, contents, page) =>
      boxes.remember(JSON.stringify([zones, contents, page]), () => layBoxes(zones, contents, { spec, faces, page })),
    page(parts) {
      const { page, pieces, furniture, fixed, boxes } = parts
      // How long a story is in all is told with it, whatever part of it stands here.
      const told = pieces.map((piece) => `${piece.galley.rows} ${keyOf(piece)}`).join('|')
      const zones = fixed === null ? '' : JSON.stringify([[...fixed.zoneOf], fixed.zones, [...fixed.faults]])
      return pages.remember(`${page} ${nameOf(furniture)} ${nameOf(boxes)} ${zones} ${told}`, () =>
        layPage(parts, { spec, planner, composer }),
      )
    },
  }
}
