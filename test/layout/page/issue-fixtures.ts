import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { IssueInput, StoryInput } from '../../../src/layout/input.ts'
import { createFaces, type Faces } from '../../../src/layout/text/faces.ts'
import type { Block } from '../../../src/shared/article/content.ts'
import type { BlockKind } from '../../../src/shared/article/text-schema.ts'
import { orderBetween, type Placement } from '../../../src/shared/issue/placement.ts'
import type { DisplayItem, FontId, PageDisplay, TextItem } from '../../../src/shared/layout/display.ts'
import { usualStyle } from '../../../src/shared/settings/page-style.ts'

const file = (id: FontId): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../resources/fonts/${id}.ttf`, import.meta.url)))

export const loadFaces = (): Faces =>
  createFaces({
    serif: file('serif'),
    serifItalic: file('serifItalic'),
    serifBold: file('serifBold'),
    serifBoldItalic: file('serifBoldItalic'),
    sans: file('sans'),
    sansBold: file('sansBold'),
    narrow: file('narrow'),
    narrowBold: file('narrowBold'),
  })

const pool =
  'школа учитель профсоюз договор отпуск нагрузка зарплата директор собрание комитет район область молодой педагог наставник переговоры соглашение обязательство председатель организация образование преподаватель колледж университет аттестация выплата классное руководство санаторий конкурс'.split(
    ' ',
  )

/** Sentences of so many words from the pool; equal seeds give equal text. */
export const sentences = (words: number, seed = 0): string => {
  let text = ''
  for (let index = 0; index < words; index += 1) {
    const word = pool[(index * 7 + seed * 13 + ((index * index) % 11)) % pool.length] ?? ''
    const starts = index % 9 === 0
    text += `${index === 0 ? '' : ' '}${starts ? word.charAt(0).toUpperCase() + word.slice(1) : word}`
    if (index % 9 === 8 || index === words - 1) text += '.'
  }
  return text
}

export const paragraph = (text: string, kind: BlockKind = 'paragraph'): Block => ({
  type: 'paragraph',
  attrs: { kind, medium: 'everywhere' },
  content: [{ type: 'text', text }],
})

export const photo = (media: string, caption = 'Участники собрания в школе', credit = 'Фото Ивана Петрова'): Block => ({
  type: 'photo',
  attrs: { media, credit, alternative: 'Люди в зале', medium: 'everywhere' },
  content: caption === '' ? [] : [{ type: 'text', text: caption }],
})

export const landscape = { width: 3600, height: 2400 }
export const portrait = { width: 2400, height: 3600 }

export const story = (id: string, body: readonly Block[], fields: Partial<StoryInput['content']> = {}): StoryInput => ({
  id,
  content: {
    schemaVersion: 1,
    rubric: '',
    kicker: 'Новости регионов',
    headline: `Учителя района подписали договор ${id}`,
    deck: '',
    byline: 'Елена Петрова',
    ...fields,
    body: [...body],
  },
  photos: new Map([
    ['landscape', landscape],
    ['portrait', portrait],
    ['small', { width: 270, height: 180 }],
  ]),
})

export const placementsOf = (
  places: readonly (readonly [id: string, page: number, continuation?: number])[],
): ReadonlyMap<string, Placement> => {
  let order: string | null = null
  return new Map(
    places.map(([id, page, continuation]) => {
      order = orderBetween(order, null)
      return [id, { page, slot: 'auto', order, continuation: continuation ?? null, continuationSlot: 'auto' }]
    }),
  )
}

export const issue = (stories: readonly StoryInput[], placements: IssueInput['placements'], pages = 4): IssueInput => ({
  pages,
  columns: 5,
  style: usualStyle,
  furniture: {
    name: 'Профсоюзная среда',
    motto: 'Еженедельная газета',
    imprint: ['Учредитель: Профсоюз образования.', 'Тираж 20 000 экз.'],
    number: '№ 47 (1295)',
    date: '25 ноября 2026 года, среда',
    portal: 'https://eseur.ru',
    joinAddress: 'https://eseur.ru/join',
  },
  stories,
  placements,
  dummies: new Map(),
  adverts: new Map(),
})

const kinds: readonly BlockKind[] = [
  'paragraph',
  'paragraph',
  'paragraph',
  'subhead',
  'quote',
  'question',
  'answer',
  'listItem',
  'sidebarHead',
  'sidebar',
]

/** Stories of all kinds of blocks, with and without photos. */
export const storyArbitrary = (id: string): fc.Arbitrary<StoryInput> =>
  fc
    .record({
      lead: fc.boolean(),
      photos: fc.array(fc.constantFrom('landscape', 'portrait', 'small'), { maxLength: 3 }),
      blocks: fc.array(fc.record({ kind: fc.constantFrom(...kinds), words: fc.integer({ min: 3, max: 70 }) }), {
        minLength: 2,
        maxLength: 14,
      }),
      deck: fc.boolean(),
      headlineWords: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ lead, photos, blocks, deck, headlineWords }) =>
      story(
        id,
        [
          ...(lead ? [paragraph(sentences(24, 1), 'lead')] : []),
          ...photos.map((media) => photo(media)),
          ...blocks.map(({ kind, words }, index) => {
            const short = kind === 'subhead' || kind === 'sidebarHead' ? Math.min(words, 6) : words
            return paragraph(sentences(short, index), kind)
          }),
          paragraph(sentences(20, 5)),
        ],
        { deck: deck ? sentences(9, 3) : '', headline: sentences(headlineWords, 8) },
      ),
    )

/** Letters and signs without spaces and hyphens of the line breaks. */
export const bare = (text: string): string => text.replace(/[\s\u00a0\u00ad•]/g, '')

const bodyRoles: readonly string[] = ['body', 'lead', 'quote', 'subhead', 'sidebar']

/** The body of an article as it stands on the pages, in reading order, bare. */
export const printedBody = (pages: readonly PageDisplay[], article: string): string =>
  bare(
    pages
      .flatMap((page) => page.items)
      .filter(
        (item): item is TextItem => item.kind === 'text' && item.tag.article === article && bodyRoles.includes(item.tag.role),
      )
      .map((item) => item.clusters.join(''))
      .join(''),
  )

export const writtenBody = (input: StoryInput): string =>
  bare(input.content.body.flatMap((block) => (block.type === 'paragraph' ? block.content.map((node) => node.text) : [])).join(''))

export const textOfItems = (items: readonly DisplayItem[]): string =>
  items
    .flatMap((item) => (item.kind === 'text' ? [item.clusters.join('')] : []))
    .join(' ')
    .replaceAll('\u00a0', ' ')
