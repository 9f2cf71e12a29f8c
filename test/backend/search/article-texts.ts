import { type ArticleContent, emptyContent } from '../../../src/shared/article/content.ts'

/** An article of plain paragraphs. */
export const articleWith = (paragraphs: readonly string[], fields: Partial<ArticleContent> = {}): ArticleContent => ({
  ...emptyContent,
  body: paragraphs.map((text) => ({
    type: 'paragraph',
    attrs: { kind: 'paragraph', medium: 'everywhere' },
    content: text === '' ? [] : [{ type: 'text', text }],
  })),
  ...fields,
})
