import { z } from 'zod'
import { blockKinds, cellSeparator, type Medium, media, textSchema } from './text-schema.ts'

const markSchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic', 'printOnly', 'webOnly']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string() }) }),
])

const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string(),
  marks: z.array(markSchema).optional(),
})

const mediumSchema = z.enum(media).default('everywhere')

/** What is said beside a photo. */
export const photoAttributes = { media: z.string(), credit: z.string(), alternative: z.string(), medium: mediumSchema }
/** Where a film is to be seen (rule G12). */
export const videoAttributes = { address: z.string(), medium: mediumSchema }
/** Which file of the newsroom is attached (rule G13). */
export const attachmentAttributes = {
  media: z.string(),
  name: z.string(),
  size: z.number().int().nonnegative(),
  medium: mediumSchema,
}

export const blockSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('paragraph'),
    attrs: z.object({ kind: z.enum(blockKinds).default('paragraph'), medium: mediumSchema }),
    content: z.array(textNodeSchema).default([]),
  }),
  z.object({
    type: z.literal('photo'),
    attrs: z.object(photoAttributes),
    content: z.array(textNodeSchema).default([]),
  }),
  z.object({ type: z.literal('video'), attrs: z.object(videoAttributes), content: z.array(textNodeSchema).default([]) }),
  z.object({
    type: z.literal('attachment'),
    attrs: z.object(attachmentAttributes),
    content: z.array(textNodeSchema).default([]),
  }),
])

/** A run of text with its marks, or a block of such runs, as ProseMirror writes them. */
export type TextNode = z.infer<typeof textNodeSchema>
export type Block = z.infer<typeof blockSchema>
export type PhotoBlock = Extract<Block, { type: 'photo' }>
export type VideoBlock = Extract<Block, { type: 'video' }>
export type AttachmentBlock = Extract<Block, { type: 'attachment' }>

/**
 * Everything of an article that a reader can see, as plain data: what is approved, hashed, laid out and sent.
 * Photos are named by the SHA-256 of their bytes, so that the hash of the content covers them too.
 */
export const articleContentSchema = z.object({
  schemaVersion: z.literal(1),
  rubric: z.string(),
  kicker: z.string(),
  headline: z.string(),
  deck: z.string(),
  byline: z.string(),
  body: z.array(blockSchema),
})
export type ArticleContent = z.infer<typeof articleContentSchema>

/** The single-line texts of an article beside its body; each is a Y.Text of that name. */
export const articleFields = ['rubric', 'kicker', 'headline', 'deck', 'byline'] as const
export type ArticleField = (typeof articleFields)[number]

export const emptyContent: ArticleContent = {
  schemaVersion: 1,
  rubric: '',
  kicker: '',
  headline: '',
  deck: '',
  byline: '',
  body: [{ type: 'paragraph', attrs: { kind: 'paragraph', medium: 'everywhere' }, content: [] }],
}

/** Does ProseMirror accept this content under the text schema? Returns its complaint, or null. */
export const contentComplaint = (content: ArticleContent): string | null => {
  try {
    textSchema.nodeFromJSON({ type: 'doc', content: content.body }).check()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const leavesOut = (medium: Medium, target: 'print' | 'web') =>
  (medium === 'printOnly' && target === 'web') || (medium === 'webOnly' && target === 'print')

const nodeLeavesOut = (node: TextNode, target: 'print' | 'web') =>
  (node.marks ?? []).some((mark) => (mark.type === 'printOnly' || mark.type === 'webOnly') && leavesOut(mark.type, target))

/**
 * The content as it goes to one medium: blocks and ranges meant for the other medium and notes for layout are left
 * out, blocks that become empty by it too. Nothing on paper can be played or opened: videos and attached documents are
 * left out there whatever they say (rule G14).
 */
export const contentFor = (content: ArticleContent, target: 'print' | 'web'): ArticleContent => ({
  ...content,
  body: content.body.flatMap((block): Block[] => {
    if (leavesOut(block.attrs.medium, target)) return []
    if (block.type === 'paragraph' && block.attrs.kind === 'note') return []
    if (target === 'print' && (block.type === 'video' || block.type === 'attachment')) return []
    const kept = block.content.filter((node) => !nodeLeavesOut(node, target))
    if (block.type === 'paragraph' && kept.every((node) => node.text.trim() === '')) return []
    return [{ ...block, content: kept }]
  }),
})

/** A table's row as its cells, the marks of each kept. */
export const cellsOf = (nodes: readonly TextNode[]): readonly (readonly TextNode[])[] => {
  const cells: TextNode[][] = [[]]
  for (const node of nodes)
    node.text.split(cellSeparator).forEach((text, index) => {
      if (index > 0) cells.push([])
      if (text !== '') cells.at(-1)?.push({ ...node, text })
    })
  return cells
}

export const textOf = (nodes: readonly TextNode[]): string => nodes.map((node) => node.text).join('')

/** The article as plain text, one block a paragraph, fields first: for search, length and people. */
export const plainText = (content: ArticleContent): string =>
  [content.kicker, content.headline, content.deck, content.byline, ...content.body.map((block) => textOf(block.content))]
    .filter((line) => line.trim() !== '')
    .join('\n\n')

/** The photos of an article in reading order. */
export const photosOf = (content: ArticleContent): readonly PhotoBlock[] =>
  content.body.filter((block): block is PhotoBlock => block.type === 'photo' && block.attrs.media !== '')

/** The attached documents of an article in reading order. */
export const attachmentsOf = (content: ArticleContent): readonly AttachmentBlock[] =>
  content.body.filter((block): block is AttachmentBlock => block.type === 'attachment' && block.attrs.media !== '')

/** Every file of the newsroom that an article names: its photos and its attached documents, each once. */
export const mediaOf = (content: ArticleContent): readonly string[] => [
  ...new Set([...photosOf(content), ...attachmentsOf(content)].map(({ attrs }) => attrs.media)),
]

/** What is written the same way by itself and among others. */
const isPlain = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'
const byKey = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number => (left < right ? -1 : 1)

/**
 * JSON with sorted keys and no spaces: equal contents give equal bytes whatever order their keys were written in.
 * Undefined members are left out, as in JSON.
 */
export const canonicalJson = (value: unknown): string => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (Array.isArray(value)) return value.every(isPlain) ? JSON.stringify(value) : `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    let text = ''
    for (const [key, member] of Object.entries(value).sort(byKey))
      if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
    return `{${text}}`
  }
  return JSON.stringify(value)
}
