import { failure, type Result, success } from '../../shared/api/result.ts'
import { type ArticleContent, articleFields, canonicalJson } from '../../shared/article/content.ts'
import { quoted } from '../../shared/language/quoted.ts'
import { type PostForm, type VariantContent, variantKey } from '../../shared/variant/variant.ts'
import type { Approval } from '../../shared/workflow/approval.ts'
import { statusLabels } from '../../shared/workflow/labels.ts'
import { undecided } from '../article/undecided.ts'
import type { Newsroom } from '../newsroom.ts'
import { variantComplaint } from '../variant/approved-variant.ts'
import { versionHash } from '../variant/variant-hash.ts'
import { variantOf } from '../variant/variant-store.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { signatureComplaint } from '../workflow/signing.ts'
import { versionOf } from './outbox-row.ts'

const fieldLabels: Readonly<Record<(typeof articleFields)[number], string>> = {
  rubric: 'рубрика',
  kicker: 'надзаголовок',
  headline: 'заголовок',
  deck: 'подзаголовок',
  byline: 'подпись автора',
}

/** Names the parts in which two contents differ, for people; empty when they are the same. */
const differences = (approved: ArticleContent, current: ArticleContent): readonly string[] => [
  ...articleFields.filter((field) => approved[field] !== current[field]).map((field) => fieldLabels[field]),
  ...(canonicalJson(approved.body) === canonicalJson(current.body) ? [] : ['текст или снимки']),
]

/** What stands against sending an article now. */
export type Standing =
  | { readonly kind: 'approved'; readonly approval: Approval }
  /** Not approved, or taken back since. */
  | { readonly kind: 'notApproved'; readonly why: string }
  | { readonly kind: 'changed'; readonly why: string; readonly approval: Approval; readonly currentHash: string }
  | { readonly kind: 'damaged'; readonly why: string }

/** Where an article stands, from its record and its content as they are at this moment (rules O2 and O3). */
export const standingOf = async (newsroom: Newsroom, article: string): Promise<Standing> => {
  const content = await newsroom.articles.content(article)
  const record = await newsroom.workflow.get(article)
  const approval = record?.approvals.at(-1)
  if (!record || !approval)
    return { kind: 'notApproved', why: `состояние «${record ? statusLabels[record.status] : 'неизвестно'}», утверждения не было` }
  if (record.status !== 'approved' && record.status !== 'published')
    return { kind: 'notApproved', why: `состояние «${statusLabels[record.status]}»` }
  // The record is a file in a folder: the hash is what was approved, so the frozen content must be the one it names.
  if (contentHash(approval.content) !== approval.contentHash)
    return { kind: 'damaged', why: 'сохранённый утверждённый текст не совпадает со своей контрольной суммой' }
  const complaint = signatureComplaint(newsroom, article, approval)
  if (complaint !== null) return { kind: 'damaged', why: complaint }
  const currentHash = contentHash(content)
  if (currentHash === approval.contentHash && !record.changedAfterApproval) return { kind: 'approved', approval }
  const parts = differences(approval.content, content)
  const why = parts.length > 0 ? `изменено: ${parts.join(', ')}` : 'текст меняли и вернули, это нужно подтвердить'
  return { kind: 'changed', why, approval, currentHash }
}

/** Where an article's posts for a channel go, and what for. */
interface Outlet {
  readonly channel: string
  readonly form: PostForm
}

/** What the last approval lets a channel have in place of the article's own; null leaves it to the formatter. */
export const approvedVariant = ({ variants = {} }: Approval, { channel, form }: Outlet): VariantContent | null =>
  variants[variantKey(channel, form)] ?? null

/** Names the version that an approval lets a channel have. */
export const approvedIn = (approval: Approval, outlet: Outlet): string =>
  versionOf({ contentHash: approval.contentHash, variant: approvedVariant(approval, outlet), form: outlet.form })

/** The same for one channel: its variant is part of what was approved (rule N2). */
export const standingIn = async (newsroom: Newsroom, article: string, outlet: Outlet): Promise<Standing> => {
  const standing = await standingOf(newsroom, article)
  if (standing.kind === 'notApproved' || standing.kind === 'damaged') return standing
  const { approval } = standing
  const record = variantOf(newsroom.variants, article, outlet.channel, outlet.form)
  const textHash = standing.kind === 'changed' ? standing.currentHash : approval.contentHash
  const currentHash = versionHash(textHash, record?.content ?? null)
  if (standing.kind === 'changed') return { ...standing, currentHash }
  const complaint = variantComplaint(record, approvedVariant(approval, outlet), textHash)
  return complaint === null ? standing : { kind: 'changed', why: complaint, approval, currentHash }
}

/** The version of an article that may be published in a channel now, or why there is none. */
export const approvedVersion = async (newsroom: Newsroom, article: string, outlet: Outlet): Promise<Result<Approval>> => {
  const entry = newsroom.articles.entry(article)
  if (!entry) return failure('notFound', `Материала ${article} нет в этой редакции.`)
  const name = quoted(entry.headline || article)
  const standing = await standingIn(newsroom, article, outlet)
  if (standing.kind === 'approved') return (await undecided(newsroom.articles, article)) ?? success(standing.approval)
  const safe = 'Ничего не отправлено.'
  if (standing.kind === 'changed')
    return failure('changedAfterApproval', `Материал ${name} изменён после утверждения: ${standing.why}.`, {
      safe,
      todo: 'Главному редактору нужно утвердить его заново.',
    })
  if (standing.kind === 'damaged')
    return failure('damaged', `Материал ${name}: ${standing.why}.`, { safe, todo: 'Утвердите его заново.' })
  return failure('notApproved', `Материал ${name} не утверждён: ${standing.why}.`, {
    safe,
    todo: 'Сначала его утверждает главный редактор.',
  })
}
