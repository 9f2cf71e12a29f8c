import type { ArticleContent, Block } from '../../../../shared/article/content.ts'
import type { BlockKind } from '../../../../shared/article/text-schema.ts'
import { autoSlot } from '../../../../shared/issue/placement.ts'
import type { IssueOutline, StoryForLayout } from '../../../../shared/layout/input.ts'
import type { PageStyle } from '../../../../shared/settings/page-style.ts'
import { specimenText as words } from '../../../i18n/specimen.ts'

/** The pages on which a style is tried: the first, with the nameplate, and one inside. */
export const specimenPages = [1, 2] as const
export type SpecimenPage = (typeof specimenPages)[number]

/** What of the publication stands on its pages. */
export interface SpecimenNewspaper {
  readonly name: string
  readonly motto: string
  readonly portal: string
}

/** The picture of a specimen: a grey field, so that its frame and its caption are seen. */
const picture = 'specimen'

const paragraph = (kind: BlockKind, text: string): Block => ({
  type: 'paragraph',
  attrs: { kind, medium: 'everywhere' },
  content: [{ type: 'text', text }],
})
const text = words.text.map((each) => paragraph('paragraph', each))
const photo: Block = {
  type: 'photo',
  attrs: { media: picture, credit: words.credit, alternative: '', medium: 'everywhere' },
  content: [{ type: 'text', text: words.caption }],
}

const content = (headline: string, body: readonly Block[], more: Partial<ArticleContent> = {}): ArticleContent => ({
  schemaVersion: 1,
  ...{ rubric: '', kicker: words.kicker, headline, deck: '', byline: words.byline },
  ...more,
  body: [...body],
})

const lead = content(
  words.headline,
  [
    photo,
    paragraph('lead', words.lead),
    ...text,
    paragraph('subhead', words.subhead),
    ...text,
    paragraph('quote', words.quote),
    ...text,
    paragraph('sidebarHead', words.sidebarHead),
    paragraph('sidebar', words.sidebar),
    ...text,
  ],
  { rubric: words.rubric, deck: words.deck },
)
const contents = [
  { id: 'lead', page: 1, content: lead },
  { id: 'second', page: 1, content: content(words.secondHeadline, [...text, ...text]) },
  { id: 'third', page: 1, content: content(words.thirdHeadline, text) },
  { id: 'inner', page: 2, content: lead },
  { id: 'innerSecond', page: 2, content: content(words.thirdHeadline, [photo, ...text, ...text], { deck: words.deck }) },
  { id: 'innerThird', page: 2, content: content(words.secondHeadline, text) },
] as const

/** The stories of the specimen; they are always the same. */
export const specimenStories: readonly StoryForLayout[] = contents.map((story) => ({
  id: story.id,
  hash: story.id,
  content: story.content,
  photos: [{ media: picture, width: 4800, height: 3200, focus: null }],
}))

/** An issue with everything a style says something about, as the page engine takes it. */
export const specimenIssue = (style: PageStyle, { name, motto, portal }: SpecimenNewspaper): IssueOutline => ({
  pages: 4,
  columns: style.grid.columns,
  style,
  furniture: {
    ...{ name, motto, portal, imprint: [], joinAddress: '' },
    ...{ number: words.number, date: words.date },
  },
  placements: Object.fromEntries(
    contents.map(({ id, page }, at) => [
      id,
      { page, slot: autoSlot, order: `a${at}V`, continuation: null, continuationSlot: autoSlot },
    ]),
  ),
  dummies: {},
  adverts: {},
  stories: specimenStories.map(({ id, hash }) => ({ id, hash })),
})
