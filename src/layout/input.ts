import type { ArticleContent } from '../shared/article/content.ts'
import type { PageDummy } from '../shared/issue/page-dummy.ts'
import type { Placement } from '../shared/issue/placement.ts'
import type { ArticleFit, LayoutDiagnostic } from '../shared/layout/api.ts'
import type { FontId, PageDisplay } from '../shared/layout/display.ts'
import type { AdvertInput, IssueOutline } from '../shared/layout/input.ts'
import type { Focus } from '../shared/media/focus.ts'
import type { PageStyle } from '../shared/settings/page-style.ts'

/** Bytes of the font file of each face (TrueType). */
export type FontFiles = Readonly<Record<FontId, Uint8Array>>

/** One story as the page engine gets it: its content for print, the sizes in pixels of the pictures it names, what must stay of them. */
export interface StoryInput {
  readonly id: string
  /** Already without what is not meant for print. */
  readonly content: ArticleContent
  readonly photos: ReadonlyMap<string, { readonly width: number; readonly height: number; readonly focus?: Focus | null }>
  /** The address that the code at its end leads to; without one it ends with its text. */
  readonly code?: string
}

/** What stands on the pages beside the stories. */
export type FurnitureInput = IssueOutline['furniture']

/** An issue to be laid out: pure data, so that equal input gives equal pages. */
export interface IssueInput {
  readonly pages: number
  readonly columns: 4 | 5 | 6
  /** How the publication's pages look; its own number of columns is of no account here. */
  readonly style: PageStyle
  readonly furniture: FurnitureInput
  readonly stories: readonly StoryInput[]
  readonly placements: ReadonlyMap<string, Placement>
  /** Pages whose zones a person fixed, by page number. */
  readonly dummies: ReadonlyMap<number, PageDummy>
  /** The adverts that zones name, by id. */
  readonly adverts: ReadonlyMap<string, AdvertInput>
}

export interface IssueLayout {
  /** Every page of the issue, page 1 first. */
  readonly pages: readonly PageDisplay[]
  readonly fits: readonly ArticleFit[]
  readonly diagnostics: readonly LayoutDiagnostic[]
}

/** Places proposed for stories, and those for which no page had room. */
export interface IssuePlan {
  readonly placements: ReadonlyMap<string, Placement>
  readonly left: readonly string[]
}
