import type { WaitingVariant } from '../../shared/desk/item.ts'
import { variantKey } from '../../shared/variant/variant.ts'
import type { Newsroom } from '../newsroom.ts'
import { variantState } from './approved-variant.ts'
import type { VariantRecord } from './variant-store.ts'

interface Known {
  /** What the answer was made of: where this is the same, so is the answer. */
  readonly of: string
  readonly waits: WaitingVariant | null
}

/**
 * The approved articles of which a variant waits: for the signature of the chief where it was written or changed since the
 * approval, for somebody to look at where it was written for an earlier text (rule N8). A record is read only where it or
 * a variant has changed since the last question.
 */
export const openWaitingVariants = (newsroom: Newsroom): (() => Promise<ReadonlyMap<string, WaitingVariant>>) => {
  const { articles, variants, workflow } = newsroom
  const known = new Map<string, Known>()

  const waitingOf = async (article: string, records: readonly VariantRecord[], hash: string): Promise<WaitingVariant | null> => {
    const approval = (await workflow.get(article))?.approvals.at(-1)
    const states = records.map((record) =>
      variantState(record, approval?.variants?.[variantKey(record.channel, record.form)] ?? null, hash),
    )
    return states.includes('unapproved') ? 'unapproved' : states.includes('stale') ? 'stale' : null
  }

  return async () => {
    const byArticle = new Map<string, VariantRecord[]>()
    for (const record of variants.all().values())
      byArticle.set(record.article, [...(byArticle.get(record.article) ?? []), record])
    const waiting = new Map<string, WaitingVariant>()
    for (const [article, records] of byArticle) {
      if (!articles.has(article)) continue
      const status = articles.cell(article, 'status')
      if (status !== 'approved' && status !== 'published') continue
      const hash = articles.cell(article, 'contentHash')
      const edits = records.map(({ channel, form, content, base }) => [channel, form, content, base.contentHash])
      const of = JSON.stringify([articles.cell(article, 'recordStamp'), hash, edits])
      const before = known.get(article)
      const waits = before?.of === of ? before.waits : await waitingOf(article, records, hash)
      known.set(article, { of, waits })
      if (waits !== null) waiting.set(article, waits)
    }
    return waiting
  }
}
