import type { LayoutDiagnostic } from '../../shared/layout/api.ts'
import type { DisplayItem, PageDisplay } from '../../shared/layout/display.ts'
import { composePage } from './compose-page.ts'
import type { ComposedStory, StoryComposer } from './compose-story.ts'
import { clashDiagnostics, emptyFootDiagnostics, storyDiagnostics, zoneDiagnostics } from './diagnostics.ts'
import type { FixedZones } from './fixed-plan.ts'
import type { Furniture } from './furniture.ts'
import { goesOn, type PageFit, pageFit } from './page-fit.ts'
import type { PagePlanner } from './page-plan.ts'
import type { Piece } from './piece.ts'
import { columnLeft, type PublicationSpec, rowTop, spanWidth } from './publication-spec.ts'
import { zoneRules } from './zone-rules.ts'

/** A page with all that follows from laying it out. */
export interface LaidPage {
  readonly display: PageDisplay
  readonly fits: readonly PageFit[]
  /** Rows by which columns stand apart or empty beyond what is even, by story; those that do not are not named. */
  readonly uneven: ReadonlyMap<string, number>
  readonly diagnostics: readonly LayoutDiagnostic[]
}

/** What a page is made of. */
export interface PageParts {
  readonly page: number
  /** Its stories, in their order. */
  readonly pieces: readonly Piece[]
  readonly furniture: Furniture
  /** Zones that a person fixed; null leaves them to the page plan. */
  readonly fixed: FixedZones | null
  /** What stands in the zones that hold no story. */
  readonly boxes: readonly DisplayItem[]
}

/** More than the rows of a page: text without room is worse than any unevenness. */
const oversetWeight = 100

/** Bottoms a row apart, or a row empty in each column, look even. */
const unevenRows = ({ apart, overset }: ComposedStory, span: number): number =>
  Math.max(0, Math.ceil(apart - 1)) + Math.max(0, Math.floor(-overset / span) - 1) + Math.max(0, overset) * oversetWeight

interface Setting {
  readonly spec: PublicationSpec
  readonly planner: PagePlanner
  readonly composer: StoryComposer
}

export const layPage = ({ page, pieces, furniture, fixed, boxes }: PageParts, { spec, planner, composer }: Setting): LaidPage => {
  const { items, first, last } = furniture
  const composedPage = composePage(pieces, { planner, composer, page, first, last, fixed })
  const zones: PageDisplay['zones'] = []
  const storyItems: DisplayItem[] = []
  const standing = new Set<string>()
  const fits: PageFit[] = []
  const uneven = new Map<string, number>()
  const diagnostics: LayoutDiagnostic[] = []
  for (const { piece, zone, composed } of composedPage.standing) {
    const { id } = piece.galley
    standing.add(id)
    for (const item of composed.items) storyItems.push(item)
    const rows = unevenRows(composed, zone.span)
    if (rows > 0) uneven.set(id, rows)
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
      overset: goesOn(piece, composed) ? null : composed.overset,
    })
    fits.push(pageFit(piece, composed, page))
    diagnostics.push(...storyDiagnostics(piece, composed, zone.span, page, spec))
  }
  if (fixed !== null) diagnostics.push(...zoneDiagnostics(fixed, standing, page))
  if (standing.size > 0) diagnostics.push(...emptyFootDiagnostics(composedPage.plan.empty, spec.columns, page))
  for (const piece of pieces) {
    if (standing.has(piece.galley.id)) continue
    fits.push(pageFit(piece, null, page))
    diagnostics.push(...clashDiagnostics(piece, page))
  }
  const rules = zoneRules(composedPage.plan.zones, spec, page, first)
  return {
    display: {
      page,
      width: spec.width,
      height: spec.height,
      items: [...items, ...rules, ...boxes, ...storyItems],
      zones,
      free: { first, last },
      colours: spec.colours,
    },
    fits,
    uneven,
    diagnostics,
  }
}
