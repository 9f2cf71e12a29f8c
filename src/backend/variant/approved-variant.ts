import { canonicalJson } from '../../shared/article/content.ts'
import { type VariantContent, type VariantState, variantKey } from '../../shared/variant/variant.ts'
import type { Approval } from '../../shared/workflow/approval.ts'
import { type VariantRecord, type VariantStore, variantsOf } from './variant-store.ts'

interface Variants {
  readonly variants: VariantStore
}

/** The variants that an approval of this content covers: those written for an earlier text are left out (rule N3). */
export const variantsToApprove = (
  { variants: store }: Variants,
  article: string,
  contentHash: string,
): Pick<Approval, 'variants'> => {
  const current = variantsOf(store, article).flatMap(({ channel, form, content, base }) =>
    content !== null && base.contentHash === contentHash ? [[variantKey(channel, form), content] as const] : [],
  )
  return current.length === 0 ? {} : { variants: Object.fromEntries(current) }
}

/** Would another approval of the same content cover other variants than this one does? */
export const hasVariantsToApprove = (newsroom: Variants, article: string, approval: Approval): boolean =>
  canonicalJson(variantsToApprove(newsroom, article, approval.contentHash).variants ?? {}) !==
  canonicalJson(approval.variants ?? {})

const same = (first: VariantContent | null, second: VariantContent | null): boolean =>
  canonicalJson(first) === canonicalJson(second)

/** Where a variant stands beside the last approval of its article; `contentHash` is that of the text as it is now. */
export const variantState = (
  record: VariantRecord | null,
  approved: VariantContent | null,
  contentHash: string,
): VariantState => {
  if (record !== null && record.content !== null && record.base.contentHash !== contentHash) return 'stale'
  if (!same(record?.content ?? null, approved)) return 'unapproved'
  return approved === null ? 'proposed' : 'approved'
}

/** What stands against sending the approved variant, for people; null when nothing does. */
export const variantComplaint = (
  record: VariantRecord | null,
  approved: VariantContent | null,
  contentHash: string,
): string | null => {
  const state = variantState(record, approved, contentHash)
  if (state === 'stale') return 'вариант для канала составлен по прежнему тексту'
  if (state !== 'unapproved') return null
  return approved === null ? 'вариант для канала не утверждён' : 'вариант для канала изменён после утверждения'
}
