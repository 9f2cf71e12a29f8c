import { inOrder, type Placement } from '../shared/issue/placement.ts'
import type { ArticleFit, LayoutDiagnostic } from '../shared/layout/api.ts'
import type { PageDisplay } from '../shared/layout/display.ts'
import type { IssueInput, IssueLayout } from './input.ts'
import { placementDiagnostics } from './page/diagnostics.ts'
import type { FlowPoint } from './page/fit-columns.ts'
import { type FixedZones, fixZones } from './page/fixed-plan.ts'
import type { Galley } from './page/galley.ts'
import { splitJumps } from './page/jump.ts'
import { createLayoutMemory, type LayoutMemory } from './page/layout-memory.ts'
import type { Piece } from './page/piece.ts'
import { publicationSpec } from './page/publication-spec.ts'
import type { Faces } from './text/faces.ts'

interface PlacedStory {
  readonly id: string
  readonly placement: Placement
  readonly galley: Galley
  /** The page it goes on to, where that can be done. */
  readonly jumpTo: number | null
}

/**
 * Lays out every page of an issue. Equal input gives equal pages, whatever `memory` knows; nothing is dropped silently:
 * what finds no room is counted in `fits`, as `overset` of a zone and in the diagnostics. A page on which nothing changed
 * since the memory last saw it is the very same value.
 */
export const layOutIssue = (
  input: IssueInput,
  faces: Faces,
  memory: LayoutMemory = createLayoutMemory(publicationSpec(input.columns), faces),
): IssueLayout => {
  const { spec, planner } = memory
  const diagnostics: LayoutDiagnostic[] = []
  const placed: PlacedStory[] = input.stories.flatMap((story) => {
    const placement = input.placements.get(story.id)
    if (placement === undefined) return []
    const complaints = placementDiagnostics(story, placement, input.pages)
    diagnostics.push(...complaints)
    if (placement.page > input.pages) return []
    const galley = memory.galley(story)
    diagnostics.push(...memory.complaints(galley, placement.page))
    const { continuation } = placement
    const jumps = continuation !== null && continuation > placement.page && continuation <= input.pages
    return [{ id: story.id, placement, galley, jumpTo: jumps ? continuation : null }]
  })
  const furniture = Array.from({ length: input.pages }, (_, index) => memory.furniture(input.furniture, index + 1, input.pages))
  const rowsOf = (page: number): number => {
    const found = furniture[page - 1]
    return found === undefined ? 0 : found.last - found.first
  }
  const continuedOn = (page: number) => inOrder(placed.filter(({ jumpTo }) => jumpTo === page))
  const storiesOf = (page: number) => inOrder(placed.filter(({ placement }) => placement.page === page))
  const wholePieces = new Map(placed.map(({ id, galley }) => [id, memory.piece(galley)]))
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
      ...{ spec, planner, rowsOf, piece: memory.piece },
      zoneOf: (story, page) => fixedOf.get(page)?.zoneOf.get(story) ?? null,
      isPlanned: (page) => !fixedOf.has(page),
      piecesOf: (page) => storiesOf(page).map(({ id }) => ({ id, piece: wholePieces.get(id) })),
    },
  )

  const rests = new Map<string, FlowPoint>()
  const fits = new Map<string, ArticleFit>()
  const pages = furniture.map((around, index): PageDisplay => {
    const page = index + 1
    const own = storiesOf(page).map(({ id, galley, jumpTo }): Piece => {
      const whole = wholePieces.get(id) ?? memory.piece(galley)
      return jumpTo === null ? whole : memory.piece(galley, { rows: firstRows.get(id) ?? whole.rows, jumpTo })
    })
    const continued = continuedOn(page).flatMap(({ id, galley, placement }) => {
      const from = rests.get(id)
      return from === undefined ? [] : [memory.piece(galley, { from, jumpFrom: placement.page })]
    })
    const laid = memory.page({ page, pieces: [...own, ...continued], furniture: around, fixed: fixedOf.get(page) ?? null })
    for (const { article, from } of laid.rests) rests.set(article, from)
    for (const fit of laid.fits) fits.set(fit.article, fit)
    diagnostics.push(...laid.diagnostics)
    return laid.display
  })
  return { pages, fits: placed.flatMap(({ id }) => fits.get(id) ?? []), diagnostics }
}
