import { createHash } from 'node:crypto'
import { canonicalJson } from '../../shared/article/content.ts'
import type { VariantContent } from '../../shared/variant/variant.ts'
import type { Approval } from '../../shared/workflow/approval.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** SHA-256, hex, of all that a variant says; null where the formatter is left to it. */
export const variantHash = (content: VariantContent | null): string | null =>
  content === null ? null : sha256(canonicalJson(content))

/** The hash of each variant that an approval covers. */
export const variantHashes = ({ variants = {} }: Pick<Approval, 'variants'>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(variants).map(([key, content]) => [key, sha256(canonicalJson(content))]))

/** SHA-256, hex, of what one channel gets of an article: the content's own where there is no variant. */
export const versionHash = (contentHash: string, variant: VariantContent | null): string =>
  variant === null ? contentHash : sha256(`${contentHash} ${variantHash(variant)}`)
