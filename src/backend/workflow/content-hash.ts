import { createHash } from 'node:crypto'
import { type ArticleContent, canonicalJson } from '../../shared/article/content.ts'

/** SHA-256, hex, of what a reader of any medium can see of an article; photos are in it by their own hashes. */
export const contentHash = (content: ArticleContent): string => createHash('sha256').update(canonicalJson(content)).digest('hex')
