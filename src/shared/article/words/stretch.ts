import type { Node } from '@tiptap/pm/model'
import { type ArticleField, articleFields } from '../content.ts'
import { type BlockWords, wordsOf } from './block-words.ts'

/** What is said beside a photo, in reading order behind its caption. */
export const photoProperties = ['credit', 'alternative'] as const
export type PhotoProperty = (typeof photoProperties)[number]

/**
 * A stretch of an article that is looked through as one text: a field above the body, a block of the body (a caption is one),
 * or what is said beside a photo. `id` is its own among the stretches of one article.
 */
export type Stretch = { readonly id: string; readonly text: string } & (
  | { readonly kind: 'field'; readonly field: ArticleField }
  | { readonly kind: 'block'; readonly block: BlockWords }
  | { readonly kind: 'property'; readonly property: PhotoProperty; readonly block: BlockWords }
)

/** Part of a stretch, in UTF-16 units of its text. */
export interface StretchPart {
  readonly stretch: Stretch
  readonly from: number
  readonly to: number
}

/** Every stretch of an article in reading order (rule Z14). */
export const stretchesOf = (fields: Readonly<Record<ArticleField, string>>, body: Node): readonly Stretch[] => [
  ...articleFields.map((field): Stretch => ({ kind: 'field', id: field, text: fields[field], field })),
  ...wordsOf(body).flatMap((block): readonly Stretch[] => {
    const own: Stretch = { kind: 'block', id: `${block.index}`, text: block.text, block }
    const node = body.child(block.index)
    if (node.type.name !== 'photo') return [own]
    return [
      own,
      ...photoProperties.map(
        (property): Stretch => ({
          ...{ kind: 'property', id: `${block.index} ${property}`, text: String(node.attrs[property]) },
          ...{ property, block },
        }),
      ),
    ]
  }),
]

/** In a byline and a credit every capital begins a name (rule Z14). */
export const namesPeople = (stretch: Stretch): boolean =>
  stretch.kind === 'field' ? stretch.field === 'byline' : stretch.kind === 'property' && stretch.property === 'credit'
