import { inOrder, type Placement } from '../shared/issue/placement.ts'
import type { ArticleFit, LayoutDiagnostic } from '../shared/layout/api.ts'
import type { DisplayItem, PageDisplay } from '../shared/layout/display.ts'
import type { IssueInput, IssueLayout } from './input.ts'
import { composePage } from './page/compose-page.ts'
import {
  clashDiagnostics,
  emptyFootDiagnostics,
  galleyDiagnostics,
  placementDiagnostics,
  storyDiagnostics,
  zoneDiagnostics,
} from './page/diagnostics.ts'
import type { FlowPoint } from './page/fit-columns.ts'
import { type FixedZones, fixZones } from './page/fixed-plan.ts'
import { layFurniture } from './page/furniture.ts'
import { type Galley, setGalley } from './page/galley.ts'
import { splitJumps } from './page/jump.ts'
import { rememberCosts } from './page/page-plan.ts'
import { type Piece, pieceOf } from './page/piece.ts'
import { columnLeft, publicationSpec, rowTop, spanWidth } from './page/publication-spec.ts'
import { zoneRules } from './page/zone-rules.ts'
import type { Faces } from './text/faces.ts'

interface PlacedStory {
  readonly id: string
  readonly placement: Placement
  readonly galley: Galley
  /** The page it goes on to, where that can be done. */
  readonly jumpTo: number | null
}

/**
 * Lays out every page of an issue. Equal input gives equal pages; nothing is dropped silently: what finds no room is
 * counted in `fits`, as `overset` of a zone and in the diagnostics.
 */
export const layOutIssue = (input: IssueInput, faces: Faces): IssueLayout => {
  const spec = publicationSpec(input.columns)
  const diagnostics: LayoutDiagnostic[] = []
  const placed: PlacedStory[] = input.stories.flatMap((story) => {
    const placement = input.placements.get(story.id)
    if (placement === undefined) return []
    const complaints = placementDiagnostics(story, placement, input.pages)
    diagnostics.push(...complaints)
    if (placement.page > input.pages) return []
    const galley = setGalley(story, spec, faces)
    diagnostics.push(...galleyDiagnostics(galley, placement.page, spec, faces))
    const { continuation } = placement
    const jumps = continuation !== null && continuation > placement.page && continuation <= input.pages
    return [{ id: story.id, placement, galley, jumpTo: jumps ? continuation : null }]
  })
  const costsOf = rememberCosts(spec)
  const furniture = Array.from({ length: input.pages }, (_, index) =>
    layFurniture({ furniture: input.furniture, spec, faces, page: index + 1 }, input.pages),
  )
  const rowsOf = (page: number): number => {
    const found = furniture[page - 1]
    return found === undefined ? 0 : found.last - found.first
  }
  const continuedOn = (page: number) => inOrder(placed.filter(({ jumpTo }) => jumpTo === page))
  const storiesOf = (page: number) => inOrder(placed.filter(({ placement }) => placement.page === page))
  const wholePieces = new Map(placed.map(({ id, galley }) => [id, pieceOf(galley, spec, faces)]))
  const fixedOf = new Map(
    furniture.flatMap(({ first, last }, index): readonly (readonly [number, FixedZones])[] => {
      const page = index + 1
      const dummy = input.dummies.get(page)
      if (dummy === undefined) return []
      const own = storiesOf(page).map(({ id, placement }) => ({ id, slot: placement.slot }))
      const continued = continuedOn(page).map(({ id, placement }) => ({ id, slot: placement.continuationSlot }))
      return [[page, fixZones(dummy, [...own, ...continued], { columns: spec.columns, first, last })]]
    }),
  )
  const firstRows = splitJumps(
    placed.map(({ id, placement, galley, jumpTo }) => ({ id, page: placement.page, jumpTo, galley })),
    {
      spec,
      faces,
      costsOf,
      rowsOf,
      zoneOf: (story, page) => fixedOf.get(page)?.zoneOf.get(story) ?? null,
      isPlanned: (page) => !fixedOf.has(page),
      piecesOf: (page) => storiesOf(page).map(({ id }) => ({ id, piece: wholePieces.get(id) })),
    },
  )

  const rests = new Map<string, FlowPoint>()
  const fits = new Map<string, ArticleFit>()
  const pages = furniture.map(({ items, first, last }, index): PageDisplay => {
    const page = index + 1
    const own = storiesOf(page).map(({ id, galley, jumpTo }): Piece => {
      const whole = wholePieces.get(id) ?? pieceOf(galley, spec, faces)
      return jumpTo === null ? whole : pieceOf(galley, spec, faces, { rows: firstRows.get(id) ?? whole.rows, jumpTo })
    })
    const continued = continuedOn(page).flatMap(({ id, galley, placement }) => {
      const from = rests.get(id)
      return from === undefined ? [] : [pieceOf(galley, spec, faces, { from, jumpFrom: placement.page })]
    })
    const pieces = [...own, ...continued]
    const fixed = fixedOf.get(page) ?? null
    const composedPage = composePage(pieces, { spec, faces, costsOf, page, first, last, fixed })
    const zones: PageDisplay['zones'] = []
    const storyItems: DisplayItem[] = []
    const standing = new Set<string>()
    for (const { piece, zone, composed } of composedPage.standing) {
      const { id } = piece.galley
      standing.add(id)
      storyItems.push(...composed.items)
      const goesOn = piece.jumpTo !== null && composed.fit.rest !== null
      if (piece.jumpTo !== null && composed.fit.rest !== null) rests.set(id, composed.fit.rest)
      zones.push({
        article: id,
        x: columnLeft(spec, page, zone.column),
        y: rowTop(spec, first + zone.row),
        width: spanWidth(spec, zone.span),
        column: zone.column,
        span: zone.span,
        row: first + zone.row,
        rows: zone.rows,
        height: zone.rows * spec.grid,
        overset: goesOn ? null : composed.overset,
      })
      fits.set(id, {
        article: id,
        page: piece.jumpFrom ?? page,
        continuation: piece.jumpFrom !== null ? page : goesOn ? piece.jumpTo : null,
        lines: piece.galley.rows,
        overset: composed.overset,
      })
      diagnostics.push(...storyDiagnostics(piece, composed, zone.span, page, spec))
    }
    if (fixed !== null) diagnostics.push(...zoneDiagnostics(fixed, standing, page))
    if (standing.size > 0) diagnostics.push(...emptyFootDiagnostics(composedPage.plan.empty, spec.columns, page))
    for (const piece of pieces) {
      if (standing.has(piece.galley.id)) continue
      fits.set(piece.galley.id, {
        article: piece.galley.id,
        page: piece.jumpFrom ?? page,
        continuation: piece.jumpFrom === null ? null : page,
        lines: piece.galley.rows,
        overset: Math.max(1, piece.rows),
      })
      diagnostics.push(...clashDiagnostics(piece, page))
    }
    const rules = zoneRules(composedPage.plan.zones, spec, page, first)
    return {
      page,
      width: spec.width,
      height: spec.height,
      items: [...items, ...rules, ...storyItems],
      zones,
      free: { first, last },
    }
  })
  return { pages, fits: placed.flatMap(({ id }) => fits.get(id) ?? []), diagnostics }
}
