import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ChannelPreview } from '../../shared/publishing/channel.ts'
import type { PostForm, VariantContent } from '../../shared/variant/variant.ts'
import type { Newsroom } from '../newsroom.ts'
import { variantOf } from '../variant/variant-store.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { approvedVariant, standingIn } from './approved-version.ts'
import { channelAdapters } from './channels/registry.ts'
import { formatContext } from './format-context.ts'
import { rowId, versionOf } from './outbox-row.ts'
import { partsRights } from './photo-rights.ts'

interface Shown {
  readonly article: string
  readonly channel: string
  readonly form: PostForm
  /** Shows this in place of the variant there is; null what the formatter makes by itself. */
  readonly tried?: VariantContent | null
}

/** What a channel would show of an article now: the approved version where it stands, else the text as it is. */
export const previewChannel = async (newsroom: Newsroom, shown: Shown): Promise<Result<ChannelPreview>> => {
  const { article, channel, form, tried } = shown
  const record = newsroom.outbox.channels.get(channel)
  if (!record) return failure('notFound', `Канала «${channel}» в этой редакции нет.`)
  if (!newsroom.articles.has(article)) return failure('notFound', `Материала ${article} нет в этой редакции.`)
  const standing = await standingIn(newsroom, article, shown)
  const approved = standing.kind === 'approved'
  const content = approved ? standing.approval.content : await newsroom.articles.content(article)
  const present = approved
    ? approvedVariant(standing.approval, shown)
    : (variantOf(newsroom.variants, article, channel, form)?.content ?? null)
  const variant = tried === undefined ? present : tried
  const delivery = rowId(article, versionOf({ contentHash: contentHash(content), variant, form }), channel)
  const context = formatContext(newsroom, { article, variant, delivery, settings: record.settings })
  const made = channelAdapters[record.kind].format(content, context)
  const rights = partsRights(newsroom, content, made.parts, newsroom.environment.now())
  const preview = rights === null ? made : { ...made, warnings: [`Публиковать нельзя: ${rights}.`, ...made.warnings] }
  if (approved || tried !== undefined) return success(preview)
  const what = standing.kind === 'changed' ? 'Отправить пока нельзя' : 'Материал не утверждён'
  return success({ ...preview, warnings: [`${what}: ${standing.why}. Показан черновик.`, ...preview.warnings] })
}
