import type { ChannelPart } from '../../shared/publishing/channel.ts'
import { formatIssuePage } from './channels/issue-part.ts'
import { formatContext } from './format-context.ts'
import type { OutboxRow } from './outbox-row.ts'
import type { PostJob } from './post-job.ts'

/** The posts that a row's frozen content makes in its channel, under the name of this delivery. */
export const partsOf = (
  { newsroom, adapter, channel: { settings } }: Pick<PostJob, 'newsroom' | 'adapter' | 'channel'>,
  { article, variant, content, issuePage }: Pick<OutboxRow, 'article' | 'variant' | 'content' | 'issuePage'>,
  delivery: string,
): readonly ChannelPart[] =>
  issuePage === null
    ? adapter.format(content, formatContext(newsroom, { article, variant, delivery, settings })).parts
    : [formatIssuePage(issuePage, delivery)]
