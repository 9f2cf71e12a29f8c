import type { ArticleContent } from '../shared/article/content.ts'
import type { ArticleFit, LayoutDiagnostic } from '../shared/layout/api.ts'
import type { DisplayItem } from '../shared/layout/display.ts'
import type { IssueInput, IssueLayout } from './input.ts'
import { advertsOf } from './page/advert-box.ts'
import { codeDiagnostics, placementDiagnostics } from './page/diagnostics.ts'
import type { FlowPoint } from './page/fit-columns.ts'
import type { FixedZones } from './page/fixed-plan.ts'
import type { Furniture } from './page/furniture.ts'
import type { Galley } from './page/galley.ts'
import { splitJumps } from './page/jump.ts'
import type { LaidPage } from './page/lay-page.ts'
import { createLayoutMemory, type LayoutMemory } from './page/layout-memory.ts'
import { withTextEnd } from './page/page-fit.ts'
import type { Piece } from './page/piece.ts'
import { beginningOn, continuedOn, fixedZonesOf, type Place, placeIn } from './page/places.ts'
import { publicationSpec } from './page/publication-spec.ts'
import type { BoxContents, Teaser } from './page/zone-boxes.ts'
import type { Faces } from './text/faces.ts'

interface PlacedStory extends Place {
  readonly content: ArticleContent
  readonly galley: Galley
}

/** Where stories go on from that do not end on their first page. */
type Rests = Map<string, FlowPoint>

/** Rows by which the first part of a story whose columns end unevenly is made longer or shorter, until they do not. */
const splitChanges = [4, -4, 8, -8] as const

const unevenRows = (pages: readonly LaidPage[]): number =>
  pages.flatMap(({ uneven }) => [...uneven.values()]).reduce((sum, rows) => sum + rows, 0)

/** How far the laying out of an issue is: stories set and pages made, of all there are. */
export interface LayoutProgress {
  readonly done: number
  readonly total: number
}

/**
 * Lays out every page of an issue, a story or a page at each step. Equal input gives equal pages, whatever `memory`
 * knows; nothing is dropped silently: what finds no room is counted in `fits`, as `overset` of a zone and in the
 * diagnostics. A page on which nothing changed since the memory last saw it is the very same value.
 */
export function* layOutSteps(input: IssueInput, memory: LayoutMemory): Generator<LayoutProgress, IssueLayout, void> {
  const total = input.stories.length + input.pages
  let done = 0
  const { spec, planner } = memory
  const diagnostics: LayoutDiagnostic[] = []
  const placed: PlacedStory[] = []
  for (const story of input.stories) {
    done += 1
    const placement = input.placements.get(story.id)
    if (placement === undefined) continue
    diagnostics.push(...placementDiagnostics(story, placement, input.pages))
    const place = placeIn(story.id, placement, input.pages)
    if (place === null) continue
    const galley = memory.galley(story)
    diagnostics.push(...memory.complaints(galley, placement.page), ...codeDiagnostics(story, placement))
    placed.push({ ...place, content: story.content, galley })
    yield { done, total }
  }
  const furniture = Array.from({ length: input.pages }, (_, index) => memory.furniture(input.furniture, index + 1, input.pages))
  const rowsOf = (page: number): number => {
    const found = furniture[page - 1]
    return found === undefined ? 0 : found.last - found.first
  }
  const storiesOf = (page: number) => beginningOn(placed, page)
  const wholePieces = new Map(placed.map(({ id, galley }) => [id, memory.piece(galley)]))
  const fixedOf = new Map(
    furniture.flatMap((around, index): readonly (readonly [number, FixedZones])[] => {
      const fixed = fixedZonesOf(input, placed, index + 1, around)
      return fixed === null ? [] : [[index + 1, fixed]]
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

  const galleys = new Map(placed.map(({ id, content, galley }) => [id, { content, galley }]))
  const teasers = (): readonly Teaser[] =>
    furniture.flatMap((_, index) =>
      storiesOf(index + 1).map(({ id, galley }): Teaser => {
        const { headline, rubric, kicker } = galley
        return { article: id, headline, over: rubric || kicker, page: index + 1 }
      }),
    )
  const boxesOf = (page: number): readonly DisplayItem[] => {
    const zones = (fixedOf.get(page)?.zones ?? []).filter(({ kind }) => kind !== 'story')
    const contents: BoxContents = {
      teasers: zones.some(({ kind }) => kind === 'teasers') ? teasers() : [],
      joinAddress: input.furniture.joinAddress,
      adverts: advertsOf(zones, input.adverts),
    }
    return memory.boxes(zones, contents, page)
  }
  const layPage = (page: number, around: Furniture, rowsOnFirst: ReadonlyMap<string, number>, rests: Rests): LaidPage => {
    const own = storiesOf(page).map(({ id, galley, jumpTo }): Piece => {
      const whole = wholePieces.get(id) ?? memory.piece(galley)
      return jumpTo === null ? whole : memory.piece(galley, { rows: rowsOnFirst.get(id) ?? whole.rows, jumpTo })
    })
    const continued = continuedOn(placed, page).flatMap(({ id, galley, placement }) => {
      const from = rests.get(id)
      return from === undefined ? [] : [memory.piece(galley, { from, jumpFrom: placement.page })]
    })
    const fixed = fixedOf.get(page) ?? null
    const laid = memory.page({ page, pieces: [...own, ...continued], furniture: around, fixed, boxes: boxesOf(page) })
    for (const { article, continuation, page: first, rest } of laid.fits)
      if (continuation !== null && first === page && rest !== null) rests.set(article, rest)
    return laid
  }
  const pagesWith = (rowsOnFirst: ReadonlyMap<string, number>): readonly LaidPage[] => {
    const rests: Rests = new Map()
    return furniture.map((around, index) => layPage(index + 1, around, rowsOnFirst, rests))
  }

  let pages: readonly LaidPage[] = []
  const rests: Rests = new Map()
  for (const [index, around] of furniture.entries()) {
    pages = [...pages, layPage(index + 1, around, firstRows, rests)]
    done += 1
    yield { done, total }
  }
  // Only setting the pages shows where a box or a short paragraph stands in the way of a jumping story.
  for (const change of splitChanges) {
    const worst = placed.filter(({ id, jumpTo }) => jumpTo !== null && pages.some(({ uneven }) => uneven.has(id)))
    if (worst.length === 0) break
    const others = pagesWith(new Map([...firstRows, ...worst.map(({ id }) => [id, (firstRows.get(id) ?? 0) + change] as const)]))
    if (unevenRows(others) < unevenRows(pages)) pages = others
    yield { done, total }
  }

  const fits = new Map<string, ArticleFit>()
  for (const fit of pages.flatMap((page) => page.fits)) {
    const whole = galleys.get(fit.article)
    if (whole !== undefined) fits.set(fit.article, withTextEnd(fit, whole.content, whole.galley))
  }
  return {
    pages: pages.map(({ display }) => display),
    fits: placed.flatMap(({ id }) => fits.get(id) ?? []),
    diagnostics: [...diagnostics, ...pages.flatMap((page) => page.diagnostics)],
  }
}

/** Takes all the steps at once. */
export const lastOf = <Result>(steps: Generator<unknown, Result, void>): Result => {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Lays out every page of an issue from scratch. */
export const layOutIssue = (input: IssueInput, faces: Faces): IssueLayout =>
  lastOf(layOutSteps(input, createLayoutMemory(publicationSpec(input.style, input.columns), faces)))
