import { failure, type Result, success } from '../../shared/api/result.ts'
import type { ChannelPreview } from '../../shared/publishing/channel.ts'
import type { Newsroom } from '../newsroom.ts'
import { contentHash } from '../workflow/content-hash.ts'
import { standingOf } from './approved-version.ts'
import { channelAdapters } from './channels/registry.ts'
import { rowId } from './outbox-row.ts'

/** What a channel would show of an article now: the approved version where it stands, else the text as it is. */
export const previewChannel = async (newsroom: Newsroom, article: string, channel: string): Promise<Result<ChannelPreview>> => {
  const record = newsroom.outbox.channels.get(channel)
  if (!record) return failure('notFound', `Канала «${channel}» в этой редакции нет.`)
  if (!newsroom.articles.has(article)) return failure('notFound', `Материала ${article} нет в этой редакции.`)
  const standing = await standingOf(newsroom, article)
  const content = standing.kind === 'approved' ? standing.approval.content : await newsroom.articles.content(article)
  const { portal } = newsroom.settings.get().publication
  const delivery = rowId(article, contentHash(content), channel)
  const preview = channelAdapters[record.kind].format(content, { portal, delivery, settings: record.settings })
  if (standing.kind === 'approved') return success(preview)
  const what = standing.kind === 'changed' ? 'Материал изменён после утверждения' : 'Материал не утверждён'
  return success({
    ...preview,
    warnings: [`${what} (${standing.why}): показан черновик, отправить его нельзя.`, ...preview.warnings],
  })
}
