import { join } from 'node:path'
import { z } from 'zod'
import { type ArticleContent, articleContentSchema } from '../../shared/article/content.ts'
import type { Environment } from '../environment.ts'
import { snapshotPath } from '../store/stored-state.ts'
import { contentHash } from '../workflow/content-hash.ts'

const decoder = new TextDecoder()
const readableSchema = z.object({ derived: z.object({ content: articleContentSchema }) })

/** What searching needs of a newsroom. */
export interface SearchedNewsroom {
  readonly environment: Environment
  readonly folder: string
  readonly readOnly: boolean
  readonly articles: {
    ids(): readonly string[]
    has(id: string): boolean
    /** Empty where there is no text. */
    cell(id: string, name: 'contentHash'): string
    content(id: string): Promise<ArticleContent>
  }
}

/** The readable half of an article's snapshot, where it is what the article says now; null otherwise. */
const readableContent = async (newsroom: SearchedNewsroom, id: string, hash: string): Promise<ArticleContent | null> => {
  try {
    const bytes = await newsroom.environment.files.read(snapshotPath(join(newsroom.folder, 'articles', id)))
    const { derived } = readableSchema.parse(JSON.parse(decoder.decode(bytes)))
    return contentHash(derived.content) === hash ? derived.content : null
  } catch {
    return null
  }
}

/**
 * The content of an article and its hash; null when there is no such article or it can't be read. Opening the document
 * takes ten times as long as reading its snapshot, so that is tried first; the hash tells whether it is of today.
 */
export const readArticle = async (
  newsroom: SearchedNewsroom,
  id: string,
): Promise<{ readonly content: ArticleContent; readonly hash: string } | null> => {
  const hash = newsroom.articles.cell(id, 'contentHash')
  if (!hash) return null
  const readable = await readableContent(newsroom, id, hash)
  if (readable) return { content: readable, hash }
  const content = await newsroom.articles.content(id).catch(() => null)
  return content && { content, hash: contentHash(content) }
}
