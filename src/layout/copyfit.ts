import type { PageZone } from '../shared/issue/page-dummy.ts'
import type { ArticleFit } from '../shared/layout/api.ts'
import type { PageStyle } from '../shared/settings/page-style.ts'
import type { IssueInput, StoryInput } from './input.ts'
import { withCode } from './issue-input.ts'
import { type LayoutProgress, layOutSteps } from './lay-out-issue.ts'
import { planFixed } from './page/fixed-plan.ts'
import type { LayoutMemory } from './page/layout-memory.ts'
import { pageFit, withTextEnd } from './page/page-fit.ts'
import type { Zone } from './page/page-plan.ts'
import { fixedZonesOf, type Place, placeIn } from './page/places.ts'

/**
 * Where a story is to stand. `zone`: one that a person fixed, which nothing else on the page changes. `plan`: pages on
 * which the page plan divides the room among all their stories, or two pages of which the first decides what the second
 * gets. `none`: nowhere yet; only its lines can be told.
 */
export type CopySlot =
  | {
      readonly kind: 'zone'
      readonly page: number
      readonly firstRow: number
      readonly zone: Zone
      /** Where the code at the story's end leads to, if it has one. */
      readonly code: string | null
    }
  | { readonly kind: 'plan'; readonly input: IssueInput }
  | { readonly kind: 'none' }

/** How a text fits its place. */
export interface Copyfit {
  /** Rows of its body in columns of the publication, in the natural setting. */
  readonly lines: number
  /** Rows over or under and where the text ends; null without a place. */
  readonly fit: ArticleFit | null
}

/** What pages of one kind have in common. */
export interface PageKind {
  readonly columns: IssueInput['columns']
  readonly style: PageStyle
}

const zoneIn = (zoneOf: ReadonlyMap<string, PageZone>, article: string, first: number): Zone | null => {
  const stories = [...zoneOf.keys()]
  const at = stories.indexOf(article)
  if (at < 0) return null
  return planFixed(stories, { zoneOf }, first).zones.find(({ piece }) => piece === at) ?? null
}

/** The slot of an article in an issue, whatever its text is. */
export const slotOf = (input: IssueInput, article: string, memory: LayoutMemory): CopySlot => {
  const known = new Set([...input.stories.map(({ id }) => id), article])
  const places = [...input.placements].flatMap(([id, placement]): readonly Place[] => {
    const place = known.has(id) ? placeIn(id, placement, input.pages) : null
    return place === null ? [] : [place]
  })
  const own = places.find(({ id }) => id === article)
  if (own === undefined) return { kind: 'none' }
  const { page } = own.placement
  if (own.jumpTo !== null || !input.dummies.has(page)) return { kind: 'plan', input }
  const { first, last } = memory.furniture(input.furniture, page, input.pages)
  const zones = fixedZonesOf(input, places, page, { first, last })
  const zone = zones === null ? null : zoneIn(zones.zoneOf, article, first)
  return zone === null ? { kind: 'plan', input } : { kind: 'zone', page, firstRow: first, zone, code: codeOf(input, article) }
}

const codeOf = (input: IssueInput, article: string): string | null => input.stories.find(({ id }) => id === article)?.code ?? null

const endedBy = (story: StoryInput, code: string | null): StoryInput => (code === null ? story : withCode(story, code))

const withStory = (input: IssueInput, story: StoryInput): IssueInput => {
  const has = input.stories.some(({ id }) => id === story.id)
  const next = endedBy(story, codeOf(input, story.id))
  return { ...input, stories: has ? input.stories.map((one) => (one.id === story.id ? next : one)) : [...input.stories, next] }
}

/**
 * How a story would fit its slot: what laying out the whole issue with it says, to the line. One may leave off after any
 * step.
 */
export function* copyfit(story: StoryInput, slot: CopySlot, memory: LayoutMemory): Generator<LayoutProgress, Copyfit, void> {
  const galley = memory.galley(slot.kind === 'zone' ? endedBy(story, slot.code) : story)
  const lines = galley.rows
  switch (slot.kind) {
    case 'none':
      return { lines, fit: null }
    case 'zone': {
      const piece = memory.piece(galley)
      const composed = memory.composer.compose(piece, slot.zone, slot.page, slot.firstRow)
      return { lines, fit: withTextEnd(pageFit(piece, composed, slot.page), story.content, galley) }
    }
    case 'plan': {
      const { fits } = yield* layOutSteps(withStory(slot.input, story), memory)
      const fit = fits.find(({ article }) => article === story.id) ?? null
      return { lines: fit?.lines ?? lines, fit }
    }
  }
}
