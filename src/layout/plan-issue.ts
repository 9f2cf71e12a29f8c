import { autoSlot, inOrder, orderBetween, type Placement } from '../shared/issue/placement.ts'
import type { IssueInput, IssuePlan } from './input.ts'
import { composePage } from './page/compose-page.ts'
import { type Candidate, candidateOf, fillPage, naturalArea } from './page/fill-page.ts'
import { fillZones } from './page/fill-zones.ts'
import { type FixedZones, fixZones } from './page/fixed-plan.ts'
import { createLayoutMemory } from './page/layout-memory.ts'
import type { Piece } from './page/piece.ts'
import { type PublicationSpec, publicationSpec } from './page/publication-spec.ts'
import type { Faces } from './text/faces.ts'

interface OpenPage {
  readonly page: number
  readonly first: number
  readonly rows: number
  /** In their order; new ones come after those that stood here before. */
  readonly pieces: Piece[]
  readonly continued: Piece[]
}

/** Most natural area on a page, as a part of its room: photos and headlines give way. */
const fullest = 1.08
/** A story with more rows than this part of a page goes on on the next one. */
const longestPart = { front: 0.42, inner: 0.66 } as const
const firstPart = { front: 0.3, inner: 0.5 } as const

/** The dummy of a page with the stories that stand there already. */
const fixedZones = (
  { dummies }: IssueInput,
  standing: readonly { readonly id: string; readonly placement: Placement }[],
  { page, first, rows }: OpenPage,
  { columns }: PublicationSpec,
): FixedZones => {
  const own = standing.filter(({ placement }) => placement.page === page)
  const continued = standing.filter(({ placement }) => placement.continuation === page)
  const stories = [
    ...own.map(({ id, placement }) => ({ id, slot: placement.slot })),
    ...continued.map(({ id, placement }) => ({ id, slot: placement.continuationSlot })),
  ]
  const dummy = dummies.get(page) ?? { template: null, zones: [] }
  return fixZones(dummy, stories, { columns, first, last: first + rows })
}

/**
 * Proposes a place for every story that has none, in the order of the list as far as full pages allow; those that have
 * one keep it. A story for which no page has room whole is named in `left`.
 */
export const planIssue = (input: IssueInput, faces: Faces): IssuePlan => {
  const spec = publicationSpec(input.style, input.columns)
  const memory = createLayoutMemory(spec, faces)
  const { planner, composer } = memory
  const { costsOf } = planner
  const galleys = new Map(input.stories.map((story) => [story.id, memory.galley(story)]))
  const wholes = new Map([...galleys].map(([id, galley]) => [id, memory.piece(galley)]))
  const pages = Array.from({ length: input.pages }, (_, index): OpenPage => {
    const page = index + 1
    const { first, last } = memory.furniture(input.furniture, page, input.pages)
    return { page, first, rows: last - first, pieces: [], continued: [] }
  })
  const placements = new Map(input.placements)
  const standing = inOrder([...placements].flatMap(([id, placement]) => (galleys.has(id) ? [{ id, placement }] : [])))
  for (const { id, placement } of standing) {
    const whole = wholes.get(id)
    const galley = galleys.get(id)
    const onto = pages.find(({ page }) => page === placement.continuation)
    if (whole === undefined || galley === undefined) continue
    if (onto === undefined || onto.page <= placement.page) pages[placement.page - 1]?.pieces.push(whole)
    else {
      const rows = Math.round(whole.rows / 2)
      pages[placement.page - 1]?.pieces.push(memory.piece(galley, { rows, jumpTo: onto.page }))
      onto.continued.push(memory.piece(galley, { rows: whole.rows - rows, jumpFrom: placement.page }))
    }
  }

  let waiting: readonly Candidate[] = input.stories.flatMap(({ id }) => {
    const piece = wholes.get(id)
    return piece === undefined || placements.has(id) ? [] : [candidateOf(id, piece, spec)]
  })
  const put = ({ id, piece }: Candidate, open: OpenPage, slot = autoSlot): void => {
    const last = inOrder(
      [...placements].flatMap(([one, placement]) => (placement.page === open.page ? [{ id: one, placement }] : [])),
    ).at(-1)
    const order = orderBetween(last?.placement.order ?? null, null)
    const placement: Placement = { page: open.page, slot, order, continuation: piece.jumpTo, continuationSlot: autoSlot }
    placements.set(id, placement)
    open.pieces.push(piece)
    waiting = waiting.filter((one) => one.id !== id)
    const galley = galleys.get(id)
    if (piece.jumpTo !== null && galley !== undefined)
      pages[piece.jumpTo - 1]?.continued.push(memory.piece(galley, { rows: galley.rows - piece.rows, jumpFrom: open.page }))
  }
  // What a story brings along from its first page is known only when that page is set.
  const oversetRows = (open: OpenPage, pieces: readonly Piece[]): number =>
    composePage(pieces, { planner, composer, page: open.page, first: open.first, last: open.first + open.rows, fixed: null })
      .standing.filter(({ piece }) => piece.jumpFrom === null)
      .reduce((sum, { composed }) => sum + Math.max(0, composed.overset), 0)
  const areaOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + naturalArea(piece, spec).area, 0)

  for (const open of pages.filter(({ page }) => input.dummies.has(page))) {
    const fixed = fixedZones(input, standing, open, spec)
    const taken = new Set(fixed.zoneOf.values())
    const free = fixed.zones.filter((zone) => zone.kind === 'story' && !taken.has(zone))
    for (const [slot, candidate] of fillZones(waiting, free, costsOf)) put(candidate, open, slot)
  }
  const planned = pages.filter(({ page }) => !input.dummies.has(page))
  planned.forEach((open, index) => {
    if (waiting.length === 0) return
    const front = open.page === 1
    const room = open.rows * spec.columns
    const ahead = planned.slice(index)
    const roomAhead = ahead.reduce((sum, { rows }) => sum + rows * spec.columns, 0)
    const wanted =
      waiting.reduce((sum, { area }) => sum + area, 0) +
      ahead.reduce((sum, page) => sum + areaOf([...page.pieces, ...page.continued]), 0)
    const target = room * Math.min(fullest, wanted / roomAhead)
    const next = planned[index + 1]
    const kind = front ? 'front' : 'inner'
    const offered = waiting.map((candidate): Candidate => {
      const { id, piece } = candidate
      const galley = galleys.get(id)
      if (galley === undefined || next === undefined || piece.rows <= longestPart[kind] * room) return candidate
      const rows = Math.max(Math.round(firstPart[kind] * room), piece.rows - Math.round(0.8 * next.rows * spec.columns))
      return candidateOf(id, memory.piece(galley, { rows, jumpTo: next.page }), spec)
    })
    const { chosen } = fillPage(offered, {
      spec,
      planner,
      rows: open.rows,
      standing: open.pieces,
      continued: open.continued,
      target,
      front,
      oversetRows: (pieces) => oversetRows(open, pieces),
    })
    for (const candidate of chosen) put(candidate, open)
  })

  // What is left goes where it harms a page least, the longest first.
  for (const candidate of [...waiting].sort((a, b) => b.area - a.area)) {
    const whole = wholes.get(candidate.id)
    if (whole === undefined) continue
    const possible: { readonly open: OpenPage; readonly cost: number }[] = []
    for (const open of planned) {
      if (areaOf([...open.pieces, ...open.continued]) + candidate.area > open.rows * spec.columns * 1.4) continue
      const before = planner.plan([...open.pieces, ...open.continued], open.rows)
      const after = planner.plan([...open.pieces, whole, ...open.continued], open.rows)
      if (after.oversets > 0 || after.placed < open.pieces.length + open.continued.length + 1) continue
      const cost = after.cost - before.cost
      if (cost < 150) possible.push({ open, cost })
    }
    const best = possible
      .sort((a, b) => a.cost - b.cost)
      .find(({ open }) => oversetRows(open, [...open.pieces, whole, ...open.continued]) === 0)
    if (best !== undefined) put({ ...candidate, piece: whole }, best.open)
  }
  return { placements, left: waiting.map(({ id }) => id) }
}
